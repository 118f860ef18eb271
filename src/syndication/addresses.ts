import { safeHref } from "../paragraph/paragraph.marks.js";
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

/** Everything a URI may hold besides percent-encoded octets (RFC 3986, section 2); brackets belong to hosts alone. */
const NOT_OF_URIS = /[^\w\-.~:/?@!$&'()*+,;=%#]|%(?![0-9A-Fa-f]{2})/gu;

/** Where an article is found in a format. Letters of a slug beyond ASCII are percent-encoded. */
export function articleAddress(site: Pick<SyndicatedSite, "baseUrl">, slug: string, format: ArticleFormat): string {
  return `${rootOf(site)}/articles/${encodeURIComponent(slug)}${ARTICLE_EXTENSIONS[format]}`;
}

/** Where a list of the newest articles is found. */
export function listAddress(site: SyndicatedSite, format: ListFormat): string {
  return rootOf(site) + LIST_PATHS[format];
}

/** The address of the site's front, which ends with a slash. */
export function homeAddress(site: SyndicatedSite): string {
  return `${rootOf(site)}/`;
}

/** Where a part of an article, such as a quote, stands in its reading page. */
export function partAddress(article: SyndicatedArticle, id: string): string {
  return `${article.url}#${encodeURIComponent(id)}`;
}

/**
 * The URI that names a thing of the newsroom for good: an article keeps it when its slug changes. It identifies and is
 * not meant to be followed; it changes with the address of the site only.
 */
export function identityOf(site: SyndicatedSite, id: string): string {
  return `${rootOf(site)}/#${encodeURIComponent(id)}`;
}

/**
 * An http or https address as a URI in the strict sense of RFC 3986, or null for anything else. The WHATWG URL standard,
 * by which browsers read addresses, lets characters stand that a URI may not hold.
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

function rootOf(site: Pick<SyndicatedSite, "baseUrl">): string {
  return site.baseUrl.replace(/\/+$/u, "");
}
