import { homeAddress, identityOf, listAddress } from "./addresses.js";
import { creditsOf } from "./credits.js";
import { type FeedPart, feedTitle } from "./feed-part.js";
import { bodyText, feedHtml } from "./body.js";
import { type SyndicatedArticle, type SyndicatedSite, modifiedAt } from "./syndicated.js";

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1) has it. */
export interface JsonFeed {
  readonly version: "https://jsonfeed.org/version/1.1";
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly language: string;
  readonly items: readonly JsonFeedItem[];
}

/** An article as JSON Feed 1.1 has it. */
export interface JsonFeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly image?: string;
  readonly content_html: string;
  readonly content_text: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors?: readonly { readonly name: string }[];
  readonly tags: readonly string[];
  readonly language: string;
}

/** The articles as a JSON Feed 1.1, in this order, each with its whole text. Write it with `toJson`. */
export function renderJsonFeed(
  articles: readonly SyndicatedArticle[],
  site: SyndicatedSite,
  part: FeedPart | null = null,
): JsonFeed {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: feedTitle(site, part),
    home_page_url: homeAddress(site),
    feed_url: listAddress(site, "jsonFeed", part),
    language: part?.language ?? site.language,
    items: articles.map((article) => renderItem(article)),
  };
}

function renderItem(article: SyndicatedArticle): JsonFeedItem {
  const authors = creditsOf(article);
  return {
    id: identityOf(article.id),
    url: article.url,
    title: article.headline,
    ...(article.standfirst === null ? {} : { summary: article.standfirst }),
    ...(article.leadImage === null ? {} : { image: article.leadImage.image.full.url }),
    content_html: feedHtml(article),
    content_text: bodyText(article),
    date_published: article.firstPublishedAt,
    date_modified: modifiedAt(article),
    ...(authors.length === 0 ? {} : { authors: authors.map(({ name }) => ({ name })) }),
    tags: [article.section ?? [], article.topics].flat().map(({ name }) => name),
    language: article.language,
  };
}
