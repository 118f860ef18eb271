import { homeAddress, identityOf, listAddress } from "./addresses.js";
import { MEDIA_NAMESPACE, renderMedia } from "./media-rss.js";
import { creditsOf } from "./credits.js";
import { type FeedPart, feedTitle } from "./feed-part.js";
import { feedHtml } from "./body.js";
import { type Attributes, dropUnfit, element, textElement } from "./markup.js";
import {
  type SyndicatedArticle,
  type SyndicatedSite,
  type SyndicatedTopic,
  modifiedAt,
  newestChange,
} from "./syndicated.js";

/** The vocabulary to which a category belongs that is the section of an entry; the others are topics. */
const SECTION_SCHEME = "https://schema.org/articleSection";

/** `updated` is required, and a feed without entries has never been updated. */
const NEVER = "1970-01-01T00:00:00Z";

/**
 * The articles as an Atom feed (RFC 4287), in this order, each with its whole text. An entry's `id` stays when its
 * address changes, as does that of the feed (`feedId`, a URI), and its `updated` moves with every publication, so that readers see a correction.
 */
export function renderAtom(
  articles: readonly SyndicatedArticle[],
  site: SyndicatedSite,
  feedId: string,
  part: FeedPart | null = null,
): string {
  const feed = [
    textElement("title", feedTitle(site, part)),
    textElement("id", feedId),
    textElement("updated", newestChange(articles) ?? NEVER),
    link({ rel: "self", type: "application/atom+xml", href: listAddress(site, "atom", part) }),
    link({ rel: "alternate", type: "text/html", href: homeAddress(site) }),
    author(site.title),
    ...articles.map((article) => renderEntry(article)),
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:media": MEDIA_NAMESPACE,
    "xml:lang": part?.language ?? site.language,
  };
  return dropUnfit(
    `<?xml version="1.0" encoding="UTF-8"?>\n${element("feed", attributes, `\n${feed.join("\n")}\n`)}\n`,
  );
}

function renderEntry(article: SyndicatedArticle): string {
  const parts = [
    textElement("title", article.headline),
    textElement("id", identityOf(article.id)),
    textElement("published", article.firstPublishedAt),
    textElement("updated", modifiedAt(article)),
    link({ rel: "alternate", type: "text/html", hreflang: article.language, href: article.url }),
    ...creditsOf(article).map(({ name }) => author(name)),
    ...sectionsOf(article).map(({ slug, name }) =>
      element("category", { term: slug, scheme: SECTION_SCHEME, label: name }, ""),
    ),
    ...article.topics.map(({ slug, name }) => element("category", { term: slug, label: name }, "")),
    renderEnclosureLink(article),
    renderMedia(article),
    textElement("summary", article.standfirst),
    textElement("content", feedHtml(article), { type: "html" }),
  ];
  return element("entry", { "xml:lang": article.language }, parts.join(""));
}

function renderEnclosureLink({ leadImage }: SyndicatedArticle): string {
  if (leadImage === null) return "";
  const { url, mediaType } = leadImage.image.full;
  return link({ rel: "enclosure", type: mediaType, href: url, title: leadImage.alt === "" ? null : leadImage.alt });
}

function sectionsOf({ section }: SyndicatedArticle): readonly SyndicatedTopic[] {
  return section === null ? [] : [section];
}

function link(attributes: Attributes): string {
  return element("link", attributes, "");
}

function author(name: string): string {
  return element("author", {}, textElement("name", name));
}
