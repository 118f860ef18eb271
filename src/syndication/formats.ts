import type { ArticleFormat, ListFormat } from "./addresses.js";

/**
 * The media type of each format, as in a `Content-Type` header. ninjs has no media type and is served as JSON; the
 * others follow RFC 4287, the RSS Advisory Board, JSON Feed 1.1, JSON-LD 1.1 and sitemaps.org.
 */
export const CONTENT_TYPES: Readonly<Record<ArticleFormat | ListFormat, string>> = {
  html: "text/html; charset=utf-8",
  ninjs: "application/json; charset=utf-8",
  jsonLd: "application/ld+json; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  jsonFeed: "application/feed+json; charset=utf-8",
  newsSitemap: "application/xml; charset=utf-8",
};

/** The media type of a format alone, as links and descriptions of files name it. */
export function mediaTypeOf(format: ArticleFormat | ListFormat): string {
  return CONTENT_TYPES[format].split(";", 1).join();
}

/** How many of the newest articles a feed contains; the news sitemap has its own limit. */
export const FEED_LENGTH = 50;
