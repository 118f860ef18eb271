import { decodeNodeId } from "../graphql/node-id.js";
import { safeHref } from "../marked-text/marks.js";
import type { FeedPart } from "./feed-part.js";
import type { SyndicatedArticle, SyndicatedSite } from "./syndicated.js";

/** How the addresses of an article's formats end: the reading page, ninjs and schema.org. */
export const ARTICLE_EXTENSIONS = { html: ".html", ninjs: ".json", jsonLd: ".jsonld" } as const;

/** The formats in which one article can be had. */
export type ArticleFormat = keyof typeof ARTICLE_EXTENSIONS;

/** Where the lists of the newest articles are found, below the address of the site. */
export const LIST_PATHS = {
  rss: "/feed.rss",
  atom: "/feed.atom",
  jsonFeed: "/feed.json",
  newsSitemap: "/news-sitemap.xml",
} as const;

/** The formats in which the newest articles can be had. */
export type ListFormat = keyof typeof LIST_PATHS;

/** The places of the slugs of an article and of its section in its address at the newsroom's site. */
const PLACEHOLDERS = { slug: "{slug}", section: "{section}" } as const;

/** The parts of an article's address. */
export interface AddressedArticle {
  readonly slug: string;
  readonly section: { readonly slug: string } | null;
}

/** Everything a URI may hold besides percent-encoded octets (RFC 3986, section 2); brackets belong to hosts alone. */
const NOT_OF_URIS = /[^\w\-.~:/?@!$&'()*+,;=%#]|%(?![0-9A-Fa-f]{2})/gu;

/** The address of an article in a format at this server. Letters of a slug beyond ASCII are percent-encoded. */
export function articleAddress(site: Pick<SyndicatedSite, "baseUrl">, slug: string, format: ArticleFormat): string {
  return `${rootOf(site)}/articles/${encodeURIComponent(slug)}${ARTICLE_EXTENSIONS[format]}`;
}

/** The address at which readers find an article: at the newsroom's own site where it has one, otherwise its reading page. */
export function readerAddress(
  site: Pick<SyndicatedSite, "baseUrl" | "articleUrl">,
  { slug, section }: AddressedArticle,
): string {
  const { articleUrl } = site;
  if (articleUrl === null) return articleAddress(site, slug, "html");
  // An article without a section is a step higher.
  const ofSection = section
    ? articleUrl.replaceAll(PLACEHOLDERS.section, encodeURIComponent(section.slug))
    : articleUrl.replaceAll(`${PLACEHOLDERS.section}/`, "").replaceAll(PLACEHOLDERS.section, "");
  return ofSection.replaceAll(PLACEHOLDERS.slug, encodeURIComponent(slug));
}

/** The address at which the holder of a preview token reads a draft. */
export function previewAddress(
  site: Pick<SyndicatedSite, "baseUrl" | "articleUrl">,
  article: AddressedArticle,
  token: string,
): string {
  const address = new URL(readerAddress(site, article));
  address.searchParams.set("preview", token);
  return address.href;
}

/** The address of a list of the newest articles, or of those of a part. */
export function listAddress(
  site: SyndicatedSite,
  format: ListFormat,
  part: Pick<FeedPart, "kind" | "slug"> | null = null,
): string {
  const folder = part === null ? "" : `/${part.kind}/${encodeURIComponent(part.slug)}`;
  return rootOf(site) + folder + LIST_PATHS[format];
}

/** The address of the front page of the newsroom's site, or of this server without one. It ends with a slash. */
export function homeAddress(site: Pick<SyndicatedSite, "baseUrl" | "articleUrl">): string {
  return site.articleUrl === null ? `${rootOf(site)}/` : `${new URL(site.articleUrl).origin}/`;
}

/** Where a part of an article, such as a quote, is in its reading page. */
export function partAddress(article: SyndicatedArticle, id: string): string {
  return `${article.url}#${encodeURIComponent(id)}`;
}

/**
 * The URI that identifies an article, person, post or quote for good: `urn:uuid:` and its key (RFC 9562). It depends on no
 * address, so feed readers and importers recognise what they have when the server or the site moves.
 */
export function identityOf(id: string): string {
  const found = decodeNodeId(id);
  if (!found) throw new Error(`${id} is not a global id.`);
  return `urn:uuid:${found.uuid}`;
}

/**
 * An http or https address as a URI in the strict sense of RFC 3986, or null for anything else. The WHATWG URL standard,
 * by which browsers read addresses, keeps characters that a URI may not contain.
 */
export function uriOf(address: string): string | null {
  const href = safeHref(address.toWellFormed());
  if (href === null) return null;
  const { origin, pathname, search, hash } = new URL(href);
  return origin + encodeRest(pathname) + encodeRest(search) + encodeRest(hash, 1);
}

function encodeRest(part: string, from = 0): string {
  const strict = part.replace(NOT_OF_URIS, encodeURIComponent);
  return strict.slice(0, from) + strict.slice(from).replaceAll("#", "%23");
}

/** The address of a path at this server. The path begins with a slash. */
export function serverAddress(site: Pick<SyndicatedSite, "baseUrl">, path: string): string {
  return rootOf(site) + path;
}

function rootOf(site: Pick<SyndicatedSite, "baseUrl">): string {
  return site.baseUrl.replace(/\/+$/u, "");
}
