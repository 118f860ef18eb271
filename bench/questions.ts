import { publishedAt, slugOf } from "./corpus-sql.js";
import { POSTGRAPHILE_DOCUMENTS } from "./postgraphile.js";

/** How many articles are on the measured page. */
export const PAGE_SIZE = 10;

/** How many articles are on the measured front page. */
export const FRONT_SIZE = 30;

const NESTED = `
  headline
  dateline { text place date }
  paragraphs {
    text
    quotes {
      text
      kind
      speaker { name role }
      source { authorName authorHandle text postedOn }
      check { verdict }
    }
  }
  embeddedPosts { authorName authorHandle text postedOn }`;

const TEASER = `
  headline
  standfirst
  byline
  section { name slug }
  authors { person { name } role }
  leadImage { alt caption image { width height credit } }
  topics { name slug }`;

/** What is asked: one article by its slug, the newest ones, those before some moment, or the teasers of a front page. */
export type Question = "article" | "page" | "archive" | "front";

/** The questions in the order of the report. */
export const QUESTIONS: readonly Question[] = ["article", "page", "archive", "front"];

/** How many articles the questions for lists ask for. */
const SIZES: Readonly<Partial<Record<Question, number>>> = {
  page: PAGE_SIZE,
  archive: PAGE_SIZE,
  front: FRONT_SIZE,
};

/** What a question says of the article at which it is aimed; the others are always the same. All texts of one are equally long. */
const AIMS: Readonly<
  Partial<Record<Question, { readonly variable: string; readonly of: (article: number) => string }>>
> = {
  article: { variable: "slug", of: slugOf },
  archive: { variable: "before", of: (article) => publishedAt(Math.max(article, PAGE_SIZE)) },
};

/** Whether a question is aimed at some article. */
export function isAimed(question: Question): boolean {
  return AIMS[question] !== undefined;
}

/** What the archive is of, as arguments in GraphQL. */
const BEFORE = "filter: { publishedBefore: $before }, orderBy: { field: PUBLISHED_AT, direction: DESC }";

/** The questions as GraphQL documents; what varies is a variable, as the server's cache of documents needs it. */
export const DOCUMENTS: Readonly<Record<Question, string>> = {
  article: `query Article($slug: String!) { article(slug: $slug) { ${NESTED} } }`,
  page: `query Page($first: Int!) { articles(first: $first) { nodes { ${NESTED} } } }`,
  archive: `query Archive($first: Int!, $before: DateTime!) { articles(first: $first, ${BEFORE}) { nodes { ${NESTED} } } }`,
  front: `query Front($first: Int!) { articles(first: $first) { nodes { ${TEASER} } } }`,
};

/** How a way wants to be asked. */
export type Protocol = "graphql" | "postgraphile" | "plain";

/** Whether a way can be asked a question: PostGraphile has no condition for what comes before. */
export function canAnswer(protocol: Protocol, question: Question): boolean {
  return protocol !== "postgraphile" || POSTGRAPHILE_DOCUMENTS[question] !== undefined;
}

/** Makes the HTTP request for a question; `article` is the number of the article at which it is aimed, where it is aimed at one. */
export function requestMaker(protocol: Protocol, question: Question): (article: number) => string {
  const aim = AIMS[question];
  const sample = aim?.of(0) ?? "";
  const whole = wholeRequest(protocol, question, sample);
  if (!aim) return () => whole;
  const [before = "", after = ""] = whole.split(sample);
  return (article) => before + aim.of(article) + after;
}

function wholeRequest(protocol: Protocol, question: Question, aim: string): string {
  const host = "HTTP/1.1\r\nhost: 127.0.0.1\r\n";
  if (protocol === "plain") return `GET /${question}?${aim} ${host}\r\n`;
  const documents = protocol === "postgraphile" ? POSTGRAPHILE_DOCUMENTS : DOCUMENTS;
  const { variable } = AIMS[question] ?? {};
  const variables = { first: SIZES[question], ...(variable !== undefined && { [variable]: aim }) };
  const text = JSON.stringify({ query: documents[question], variables });
  return `POST /graphql ${host}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}
