import { PLATFORM_NAMES } from "@dateline/copy-reader/text";
import { identityOf, partAddress, uriOf } from "./addresses.js";
import type { LinkedData } from "./json-ld.shape.js";
import type { SyndicatedArticle, SyndicatedPost } from "./syndicated.js";
import { dayOfPost } from "./voice.js";

/** The availability of a post, as the stage of a work's life; nothing if it was never checked. */
const STATUSES = { UNKNOWN: null, LIVE: "Published", EDITED: "Edited", DELETED: "Deleted" } as const;

/**
 * A post as a schema.org SocialMediaPosting: its words with their SHA-256, its author as the post named them, its own
 * address, and under `archivedAt` the place in the reading page where its words are kept. Of a post without words only
 * the circumstances are described.
 */
export function describePost(article: SyndicatedArticle, post: SyndicatedPost): LinkedData {
  const url = post.url === null ? null : uriOf(post.url);
  const day = dayOfPost(post);
  const status = STATUSES[post.availability];
  return {
    "@type": "SocialMediaPosting",
    "@id": identityOf(post.id),
    ...(url === null ? {} : { url }),
    author: describeAuthor(post),
    ...(post.text === "" ? {} : { articleBody: post.text }),
    ...(post.language === null ? {} : { inLanguage: post.language }),
    ...(day === null ? {} : { datePublished: day }),
    ...(post.text === "" ? {} : describeCapture(article, post)),
    ...(status === null ? {} : { creativeWorkStatus: status }),
    ...describePlatform(post),
  };
}

function describeCapture(article: SyndicatedArticle, post: SyndicatedPost): LinkedData {
  return {
    archivedAt: { "@type": "WebPage", url: partAddress(article, post.id), dateCreated: post.capturedAt },
    identifier: { "@type": "PropertyValue", propertyID: "SHA-256", value: post.contentHash },
  };
}

function describeAuthor({ author, authorName, authorHandle }: SyndicatedPost): LinkedData {
  return {
    "@type": "Person",
    ...(author ? { "@id": identityOf(author.id) } : {}),
    name: authorName,
    ...(authorHandle === null ? {} : { alternateName: authorHandle }),
  };
}

function describePlatform({ platform }: SyndicatedPost): LinkedData {
  const name = PLATFORM_NAMES[platform];
  return name === null ? {} : { isPartOf: { "@type": "WebSite", name } };
}
