import { idOf } from "./list-questions.js";

const TEASER = "id slug headline standfirst firstPublishedAt section { name slug } leadImage { alt image { url } }";
const QUOTE = `text kind saidOn speaker { name } source { url authorName } check { verdict } article { slug headline }`;

/** Pages as a site reads them, by name: a document, or the path of a format. */
export const PAGE_READS: Readonly<Record<string, string>> = {
  "page of a person": `{ node(id: "${idOf("Person", 7)}") { ... on Person {
    name role aliases accounts { platform handle } portrait { url }
    quotes(first: 10) { totalCount nodes { ${QUOTE} } pageInfo { hasNextPage endCursor } }
    articles(first: 10) { totalCount nodes { ${TEASER} } pageInfo { hasNextPage endCursor } }
    written(first: 10) { totalCount nodes { ${TEASER} } }
    embeddedPosts(first: 10) { nodes { url text postedOn } } } } }`,
  "page of a topic": `{ topic(slug: "topic-3") {
    name articles(first: 20) { totalCount nodes { ${TEASER} } pageInfo { hasNextPage endCursor } } } }`,
  "page of a section": `{ section(slug: "section-2") {
    name articles(first: 20) { totalCount nodes { ${TEASER} } pageInfo { hasNextPage endCursor } } } }`,
  "/feed.rss": "/feed.rss",
  "/feed.atom": "/feed.atom",
  "/feed.json": "/feed.json",
  "/topics/topic-3/feed.rss": "/topics/topic-3/feed.rss",
  "/sections/section-2/feed.rss": "/sections/section-2/feed.rss",
  "/authors/person-7/feed.rss": "/authors/person-7/feed.rss",
  "/languages/en/feed.rss": "/languages/en/feed.rss",
  "/news-sitemap.xml": "/news-sitemap.xml",
};
