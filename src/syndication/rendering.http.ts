import type { FastifyReply, FastifyRequest } from "fastify";
import { KEPT_AND_ASKED, ReaderAnswer } from "../answer-cache/shared-answer.js";
import { tagBody } from "../http/entity-tag.js";
import { ARTICLE_EXTENSIONS, type ArticleFormat, articleAddress, type ListFormat } from "./addresses.js";
import { CONTENT_TYPES, mediaTypeOf } from "./formats.js";
import { type Notice, renderNoticePage } from "./notice-page.js";
import { readingPagePolicy } from "./reading-page.style.js";
import type { SyndicatedArticle, SyndicatedSite } from "./syndicated.js";

/** An article or a list in one of its formats. */
export interface Rendering {
  readonly format: ArticleFormat | ListFormat;
  readonly body: string;
  /** Whether readers see it; what only some may see is kept nowhere and found by no search engine. */
  readonly isPublic: boolean;
  readonly site: SyndicatedSite;
  /** The `Link` header; none where absent. */
  readonly links?: string | null;
  /** Milliseconds after which it is out of date even if nothing changes. */
  readonly maxAgeMs?: number;
}

/** The address in force of an article and its other formats, as a `Link` header has them (RFC 8288). */
export function linksOf(
  site: SyndicatedSite,
  { slug, url }: Pick<SyndicatedArticle, "slug" | "url">,
  format: ArticleFormat,
): string {
  const links = [`<${url}>; rel="canonical"`];
  for (const other of Object.keys(ARTICLE_EXTENSIONS) as ArticleFormat[]) {
    if (other === format) continue;
    links.push(`<${articleAddress(site, slug, other)}>; rel="alternate"; type="${mediaTypeOf(other)}"`);
  }
  return links.join(", ");
}

/**
 * A rendering as readers get it, or the answer to a request that sees a draft. Only the entity tag is used: a name, a post
 * or a verdict can change without the article, so no time of the last change is sent (RFC 9110, section 8.8.2.1).
 */
export function sendRendering(request: FastifyRequest, reply: FastifyReply, rendering: Rendering): unknown {
  const { format, body, isPublic, site, links = null, maxAgeMs = null } = rendering;
  const headers = { "content-type": CONTENT_TYPES[format], ...guards(format, site, !isPublic) };
  if (isPublic) {
    const link = links === null ? {} : { link: links };
    return new ReaderAnswer({ ...headers, ...link, "cache-control": KEPT_AND_ASKED }, body, maxAgeMs);
  }
  reply.headers(headers).header("cache-control", "private, no-store");
  // A draft is for the recipient of its link: not for search engines, nor for the pages that it links to.
  reply.header("x-robots-tag", "noindex, nofollow").header("referrer-policy", "no-referrer");
  if (tagBody(request, reply, body)) return reply.code(304).send();
  return reply.send(body);
}

/** No type is guessed, and a page runs nothing and loads only pictures of this server, whatever is in it. */
function guards(
  format: ArticleFormat | ListFormat,
  site: SyndicatedSite,
  isDraft = false,
): Readonly<Record<string, string>> {
  const page = format === "html" ? { "content-security-policy": readingPagePolicy(site.baseUrl, isDraft) } : {};
  return { "x-content-type-options": "nosniff", ...page };
}

const STATUS = { GONE: 410, MISSING: 404 } as const;

/** Sends why there is no article: a page to those who asked for one, an error in JSON to all others. Kept nowhere. */
export function sendNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    format,
    notice,
    site,
  }: {
    readonly format: ArticleFormat | null;
    readonly notice: Exclude<Notice, { readonly kind: "MOVED" }>;
    readonly site: SyndicatedSite;
  },
): unknown {
  reply.code(STATUS[notice.kind]).header("cache-control", "no-store");
  if (format === "html") {
    reply.headers(guards(format, site));
    return reply.type(CONTENT_TYPES.html).send(renderNoticePage(notice, site));
  }
  const [code, message] =
    notice.kind === "GONE"
      ? ["GONE", `This article was taken back. ${notice.reason}`]
      : ["NOT_FOUND", "There is no such article; addresses end with .html, .json or .jsonld."];
  return reply.send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

/** Redirects to the current address. It must be revalidated before each use, because that address can change too. */
export function sendOnward(
  reply: FastifyReply,
  address: string,
  format: ArticleFormat | ListFormat,
  site: SyndicatedSite,
): unknown {
  reply.code(301).header("location", address).header("cache-control", KEPT_AND_ASKED);
  if (format !== "html") return reply.send();
  reply.headers(guards(format, site));
  return reply.type(CONTENT_TYPES.html).send(renderNoticePage({ kind: "MOVED", address }, site));
}
