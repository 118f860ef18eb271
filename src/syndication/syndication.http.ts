import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Clock } from "../lib/clock.js";
import type { RequestContext } from "../graphql/request.js";
import { ARTICLE_EXTENSIONS, type ArticleFormat, articleAddress, LIST_PATHS, type ListFormat } from "./addresses.js";
import { renderAtom } from "./atom.js";
import { CACHE_CONTROL, CONTENT_TYPES, FEED_LENGTH } from "./formats.js";
import { toJson } from "./json.js";
import { renderJsonFeed } from "./json-feed.js";
import { renderJsonLd } from "./json-ld.js";
import { NEWS_SITEMAP_LIMITS, renderNewsSitemap } from "./news-sitemap.js";
import { renderNinjs } from "./ninjs.js";
import { renderReadingPage } from "./reading-page.js";
import { READING_PAGE_POLICY } from "./reading-page.style.js";
import { renderRss } from "./rss.js";
import type { SyndicatedArticle, SyndicatedSite } from "./syndicated.js";
import { readKilled, readNewest, readSyndicated } from "./syndication.queries.js";

/** What the routes of the formats are served with. */
export interface SyndicationOptions {
  readonly schema: GraphQLSchema;
  readonly clock: Clock;
  readonly site: () => SyndicatedSite;
  /** The context of a request: what it sees is decided there, for these routes as for GraphQL. */
  readonly context: (request: FastifyRequest) => Promise<RequestContext>;
}

const ARTICLE_RENDERERS: Readonly<Record<ArticleFormat, (article: SyndicatedArticle, site: SyndicatedSite) => string>> =
  {
    html: renderReadingPage,
    ninjs: (article, site) => toJson(renderNinjs(article, site), 2),
    jsonLd: (article, site) => toJson(renderJsonLd(article, site), 2),
  };

const FEED_RENDERERS = {
  rss: renderRss,
  atom: renderAtom,
  jsonFeed: (articles: readonly SyndicatedArticle[], site: SyndicatedSite) => toJson(renderJsonFeed(articles, site), 2),
} as const satisfies Partial<Record<ListFormat, unknown>>;

/** Longest first: ".jsonld" also ends with a format's letters that ".json" begins with. */
const FORMATS = (Object.keys(ARTICLE_EXTENSIONS) as ArticleFormat[]).sort(
  (a, b) => ARTICLE_EXTENSIONS[b].length - ARTICLE_EXTENSIONS[a].length,
);

/** The slug and format that the last part of an address names; null when it has no ending that is known. */
function readName(name: string): { readonly slug: string; readonly format: ArticleFormat } | null {
  const format = FORMATS.find((each) => name.endsWith(ARTICLE_EXTENSIONS[each]));
  return format ? { slug: name.slice(0, -ARTICLE_EXTENSIONS[format].length), format } : null;
}

/** Sends a rendering, or only that it is the one the client has. */
function sendRendering(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string,
  isPublic: boolean,
): unknown {
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  reply.header("etag", tag).header("cache-control", isPublic ? CACHE_CONTROL : "private, no-store");
  reply.header("vary", "authorization, x-content-view, x-preview-token");
  // A draft is for whoever was sent it: not for search engines, nor for the pages that it links to.
  if (!isPublic) reply.header("x-robots-tag", "noindex, nofollow").header("referrer-policy", "no-referrer");
  const known = request.headers["if-none-match"]?.split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (known?.includes(tag)) return reply.code(304).send();
  return reply.type(type).send(body);
}

function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): unknown {
  const body = { errors: [{ message, extensions: { code, requestId: request.id } }] };
  return reply.code(status).header("cache-control", "no-store").send(body);
}

function serveArticles(server: FastifyInstance, { schema, site, context }: SyndicationOptions): void {
  server.get<{ Params: { name: string } }>("/articles/:name", async (request, reply) => {
    const named = readName(request.params.name);
    const missing = "There is no such article; addresses end with .html, .json or .jsonld.";
    if (!named) return sendError(request, reply, 404, "NOT_FOUND", missing);
    const { reader } = await context(request);
    const source = { schema, reader, site: site() };
    const article = await readSyndicated(source, named.slug);
    if (!article) {
      const killed = await readKilled(reader, named.slug);
      return killed
        ? sendError(request, reply, 410, "GONE", `This article was taken back. ${killed.reason}`)
        : sendError(request, reply, 404, "NOT_FOUND", missing);
    }
    const isPublic = reader.view.kind === "PUBLISHED";
    // An old slug leads on to the one in force; a preview is not published under any.
    if (isPublic && article.slug !== named.slug) {
      return reply.redirect(articleAddress(source.site, article.slug, named.format), 301);
    }
    if (named.format === "html") {
      reply.header("content-security-policy", READING_PAGE_POLICY).header("x-content-type-options", "nosniff");
    }
    const body = ARTICLE_RENDERERS[named.format](article, source.site);
    return sendRendering(request, reply, CONTENT_TYPES[named.format], body, isPublic);
  });
}

function serveLists(server: FastifyInstance, { schema, clock, site, context }: SyndicationOptions): void {
  for (const format of ["rss", "atom", "jsonFeed"] as const) {
    server.get(LIST_PATHS[format], async (request, reply) => {
      const { reader } = await context(request);
      const source = { schema, reader, site: site() };
      const body = FEED_RENDERERS[format](await readNewest(source, FEED_LENGTH, null), source.site);
      return sendRendering(request, reply, CONTENT_TYPES[format], body, reader.view.kind === "PUBLISHED");
    });
  }
  server.get(LIST_PATHS.newsSitemap, async (request, reply) => {
    const { reader } = await context(request);
    const source = { schema, reader, site: site() };
    const now = clock.now();
    const since = new Date(now.getTime() - NEWS_SITEMAP_LIMITS.ageMs);
    const articles = await readNewest(source, NEWS_SITEMAP_LIMITS.entries, since);
    const body = renderNewsSitemap(articles, source.site, now);
    return sendRendering(request, reply, CONTENT_TYPES.newsSitemap, body, reader.view.kind === "PUBLISHED");
  });
}

/** Serves every article and the lists of the newest in the formats of the trade. */
export function serveSyndication(server: FastifyInstance, options: SyndicationOptions): void {
  serveArticles(server, options);
  serveLists(server, options);
}
