import { escapeMarkup } from "../lib/escape-markup.js";
import { homeAddress, identityOf, listAddress } from "./addresses.js";
import { feedHtml } from "./body.js";
import { MEDIA_NAMESPACE, renderMedia } from "./media-rss.js";
import { creditsOf } from "./credits.js";
import { type FeedPart, feedTitle } from "./feed-part.js";
import { dropUnfit, element, textElement } from "./markup.js";
import { type SyndicatedArticle, type SyndicatedSite, newestChange } from "./syndicated.js";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:media": MEDIA_NAMESPACE,
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
} as const;

/**
 * The articles as an RSS 2.0 feed, in this order, with the modules content, Dublin Core, Media RSS and Atom: the whole text in
 * `content:encoded`, everybody credited in a `dc:creator` (RSS's own `author` is an e-mail address), the language of each item in
 * `dc:language`. A `guid` never changes, so readers know a corrected item for the one they have.
 */
export function renderRss(
  articles: readonly SyndicatedArticle[],
  site: SyndicatedSite,
  part: FeedPart | null = null,
): string {
  const title = feedTitle(site, part);
  const newest = newestChange(articles);
  const channel = [
    textElement("title", title),
    textElement("link", homeAddress(site)),
    textElement("description", escapeMarkup(title)),
    textElement("language", part?.language ?? site.language),
    textElement("lastBuildDate", newest === null ? null : internetDate(newest)),
    element("atom:link", { rel: "self", type: "application/rss+xml", href: listAddress(site, "rss", part) }, ""),
    ...articles.map((article) => renderItem(article)),
  ];
  const rss = element("rss", NAMESPACES, element("channel", {}, `\n${channel.filter(Boolean).join("\n")}\n`));
  return dropUnfit(`<?xml version="1.0" encoding="UTF-8"?>\n${rss}\n`);
}

function renderItem(article: SyndicatedArticle): string {
  const parts = [
    textElement("title", article.headline),
    textElement("link", article.url),
    textElement("guid", identityOf(article.id), { isPermaLink: "false" }),
    textElement("pubDate", internetDate(article.firstPublishedAt)),
    textElement("description", article.standfirst === null ? null : escapeMarkup(article.standfirst)),
    ...creditsOf(article).map(({ name }) => textElement("dc:creator", name)),
    textElement("dc:language", article.language),
    textElement("category", article.section?.name ?? null, { domain: "section" }),
    ...article.topics.map(({ name }) => textElement("category", name)),
    renderMedia(article),
    textElement("content:encoded", feedHtml(article)),
  ];
  return element("item", {}, parts.join(""));
}

/** A moment as RFC 822 writes it, with the four-digit year that RSS 2.0 prefers. */
function internetDate(moment: string): string {
  return new Date(moment).toUTCString();
}
