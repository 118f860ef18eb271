import { homeAddress } from "./addresses.js";
import { languagesOf } from "./languages.js";
import { dropUnfit, element, textElement } from "./markup.js";
import { type ListedArticle, type SyndicatedSite, modifiedAt, picturesOf } from "./syndicated.js";

/** The most entries of a news sitemap, and how far back it reaches, as Google asks of it. */
export const NEWS_SITEMAP_LIMITS = { entries: 1000, ageMs: 48 * 60 * 60 * 1000 } as const;

const NAMESPACES = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
  "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
  "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
} as const;

/**
 * A Google News sitemap: of the articles first published in the two days before `now`, the newest thousand, the newest
 * first. The address of the site's front page alone when there are none.
 */
export function renderNewsSitemap(articles: readonly ListedArticle[], site: SyndicatedSite, now: Date): string {
  const ageOf = ({ firstPublishedAt }: ListedArticle): number => now.getTime() - Date.parse(firstPublishedAt);
  const recent = articles.filter((article) => ageOf(article) >= 0 && ageOf(article) <= NEWS_SITEMAP_LIMITS.ageMs);
  const newest = recent.sort((one, other) => ageOf(one) - ageOf(other)).slice(0, NEWS_SITEMAP_LIMITS.entries);
  // The protocol requires at least one address.
  const entries = newest.length > 0 ? newest.map((article) => renderUrl(article, site)) : [renderHome(site)];
  const urls = entries.map((entry) => `${entry}\n`).join("");
  return dropUnfit(`<?xml version="1.0" encoding="UTF-8"?>\n${element("urlset", NAMESPACES, `\n${urls}`)}\n`);
}

function renderHome(site: SyndicatedSite): string {
  return element("url", {}, textElement("loc", homeAddress(site)));
}

function renderUrl(article: ListedArticle, site: SyndicatedSite): string {
  const publication = textElement("news:name", site.title) + textElement("news:language", languageOf(article.language));
  const news =
    element("news:publication", {}, publication) +
    textElement("news:publication_date", article.firstPublishedAt) +
    textElement("news:title", article.headline);
  return element(
    "url",
    {},
    textElement("loc", article.url) +
      textElement("lastmod", modifiedAt(article)) +
      renderLanguages(article) +
      element("news:news", {}, news) +
      renderImages(article),
  );
}

/** The addresses of the story in all its languages. */
function renderLanguages(article: ListedArticle): string {
  return languagesOf(article)
    .map(({ language, url }) => element("xhtml:link", { rel: "alternate", hreflang: language, href: url }, ""))
    .join("");
}

/** The pictures of an article, of which the protocol takes a thousand. */
function renderImages(article: ListedArticle): string {
  return picturesOf(article)
    .slice(0, 1000)
    .map(({ image }) => element("image:image", {}, textElement("image:loc", image.full.url)))
    .join("");
}

/** The language as Google expects it: the ISO 639 code alone, and for Chinese the country of the script. */
function languageOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}
