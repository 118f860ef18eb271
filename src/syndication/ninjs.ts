import { PLATFORM_NAMES } from "@dateline/copy-reader/text";
import { type ArticleFormat, articleAddress, homeAddress, identityOf, uriOf } from "./addresses.js";
import { bodyHtml, bodyText } from "./body.js";
import { mediaTypeOf } from "./formats.js";
import { dropUnfit } from "./markup.js";
import { describePicture } from "./ninjs.pictures.js";
import { editorialNote } from "./ninjs.note.js";
import type { NinjsAssociation, NinjsItem, NinjsPerson, NinjsRendition, NinjsText, NinjsThing } from "./ninjs.shape.js";
import {
  type SyndicatedArticle,
  type SyndicatedPerson,
  type SyndicatedPost,
  type SyndicatedSite,
  type SyndicatedTopic,
  picturesOf,
  postsOf,
  quotesOf,
} from "./syndicated.js";

/** The standard that items conform to; its schema is published by the IPTC under this address. */
const STANDARD = {
  name: "ninjs",
  version: "3.1",
  schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
} as const;

/**
 * The article as an IPTC ninjs 3.1 item. Pictures and posts are associations, posts with their words, their author and the hash of their
 * words; corrections, and quotes that differ from their source, are in `edNote`, since ninjs has no place for either.
 * The occasions of quotes are events. A draft is `withheld`: so that it is not taken for a published one. Urgency, rights and trust indicators are left out: an article has none. Write it with `toJson`.
 */
export function renderNinjs(article: SyndicatedArticle, site: SyndicatedSite): NinjsItem {
  return {
    uri: identityOf(article.id),
    type: "text",
    representationType: "full",
    profile: "text",
    version: String(article.version),
    firstCreated: article.firstPublishedAt,
    versionCreated: article.publishedAt,
    contentCreated: article.firstPublishedAt,
    pubStatus: article.isPublished ? "usable" : "withheld",
    language: article.language,
    title: article.headline,
    slugline: article.slug,
    headlines: [{ role: "main", contentType: "text/plain", value: article.headline }],
    ...describeOrigin(article, site),
    ...describeContent(article),
    renditions: [describeRendition(article, "html", site), describeRendition(article, "jsonLd", site)],
    altIds: [
      { role: "id", value: article.id },
      { role: "url", value: article.url },
    ],
    standard: STANDARD,
  };
}

function describeRendition({ slug }: SyndicatedArticle, format: ArticleFormat, site: SyndicatedSite): NinjsRendition {
  return { name: format, href: articleAddress(site, slug, format), contentType: mediaTypeOf(format) };
}

function describeOrigin(article: SyndicatedArticle, site: SyndicatedSite): Partial<NinjsItem> {
  const { authors, byline, dateline } = article;
  const place = dateline?.place ?? null;
  return {
    ...(byline === null ? {} : { by: byline }),
    ...(place === null ? {} : { located: place }),
    ...(dateline && place !== null ? { places: [{ name: place, rel: "dateline", literal: dateline.text }] } : {}),
    infoSources: [
      { name: site.title, role: "publisher", uri: homeAddress(site) },
      // What an author did: persons have no role of their own in ninjs.
      ...authors.flatMap(({ id, name, role }) => (role === null ? [] : [{ name, role, uri: identityOf(id) }])),
    ],
  };
}

function describeContent(article: SyndicatedArticle): Partial<NinjsItem> {
  const { standfirst } = article;
  const note = editorialNote(article);
  return {
    ...(standfirst === null
      ? {}
      : { descriptions: [{ role: "summary", contentType: "text/plain", value: standfirst }] }),
    bodies: describeBodies(article),
    people: describePeople(article),
    subjects: [
      ...(article.section === null ? [] : [{ ...thingOf(article.section), rel: "section" }]),
      ...article.topics.map((topic) => ({ ...thingOf(topic), rel: "about" })),
    ],
    events: occasionsOf(article).map((name) => ({ name, rel: "quotedAt" })),
    associations: [
      ...picturesOf(article).map((figure) => describePicture(article, figure)),
      ...postsOf(article).map((post) => describePost(post)),
    ],
    ...(note === "" ? {} : { edNote: note }),
  };
}

/** The same text twice; `charCount` counts characters as readers do, not UTF-16 code units. */
function describeBodies(article: SyndicatedArticle): NinjsText[] {
  const { wordCount } = article;
  const text = bodyText(article);
  return [
    { role: "text", contentType: "text/plain", charCount: [...dropUnfit(text)].length, wordCount, value: text },
    { role: "html", contentType: "text/html", wordCount, value: bodyHtml(article) },
  ];
}

/** Where things were said that the article quotes, each once. */
function occasionsOf(article: SyndicatedArticle): string[] {
  return [...new Set(quotesOf(article).flatMap(({ occasion }) => occasion ?? []))];
}

function thingOf({ slug, name }: SyndicatedTopic): Pick<NinjsThing, "name" | "literal"> {
  return { name, literal: slug };
}

/** Who wrote the article, then everybody in it, as `quoted` or `mentioned`. */
function describePeople(article: SyndicatedArticle): NinjsPerson[] {
  const speakers = new Set(quotesOf(article).map(({ speaker }) => speaker?.id));
  const authors = article.authors.map(
    ({ id, slug, name }): NinjsPerson => ({ name, rel: "author", uri: identityOf(id), literal: slug }),
  );
  const others = article.persons.map(
    (person): NinjsPerson => ({
      name: person.name,
      rel: speakers.has(person.id) ? "quoted" : "mentioned",
      uri: identityOf(person.id),
      literal: person.slug,
      ...describeAccounts(person),
    }),
  );
  return [...authors, ...others];
}

function describeAccounts({ accounts }: SyndicatedPerson): Pick<NinjsPerson, "contactInfo"> {
  if (accounts.length === 0) return {};
  return {
    contactInfo: accounts.map(({ platform, handle }) => ({
      type: "socialMedia",
      name: PLATFORM_NAMES[platform] ?? platform,
      value: handle,
    })),
  };
}

/** A post as a separate item: its first version is its capture, its content was created when it was posted. */
function describePost(post: SyndicatedPost): NinjsAssociation {
  const url = post.url === null ? null : uriOf(post.url);
  const platform = PLATFORM_NAMES[post.platform];
  return {
    name: `Post by ${post.authorName}`,
    rel: "embeddedPost",
    uri: identityOf(post.id),
    type: "text",
    profile: "post",
    versionCreated: post.capturedAt,
    ...(post.postedAt === null ? {} : { contentCreated: post.postedAt }),
    ...(post.language === null ? {} : { language: post.language }),
    by: post.authorHandle === null ? post.authorName : `${post.authorName} (${post.authorHandle})`,
    people: [describeAuthor(post)],
    ...describeWords(post),
    ...(url === null ? {} : { renditions: [{ name: "original", href: url, contentType: "text/html" }] }),
    ...(platform === null ? {} : { infoSources: [{ name: platform, role: "platform" }] }),
    edNote: postNote(post),
  };
}

/** A post of which only the address is known has no words to show or to hash. */
function describeWords({ id, text, contentHash }: SyndicatedPost): Pick<NinjsAssociation, "bodies" | "altIds"> {
  if (text === "") return { altIds: [{ role: "id", value: id }] };
  return {
    bodies: [{ role: "text", contentType: "text/plain", value: text }],
    altIds: [
      { role: "id", value: id },
      { role: "sha256", value: contentHash },
    ],
  };
}

function describeAuthor({ author, authorName }: SyndicatedPost): NinjsPerson {
  if (!author) return { name: authorName, rel: "author" };
  return { name: author.name, rel: "author", uri: identityOf(author.id), literal: author.slug };
}

function postNote({ postedOn, availability }: SyndicatedPost): string {
  const day = postedOn === null ? "" : `Posted on ${postedOn}. `;
  return `${day}Availability: ${availability}.`;
}
