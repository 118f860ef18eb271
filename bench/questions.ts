import { slugOf } from "./corpus-sql.js";
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

/** What is asked: one article by its slug, the newest ones, or the teasers of a front page. */
export type Question = "article" | "page" | "front";

/** The questions in the order of the report. */
export const QUESTIONS: readonly Question[] = ["article", "page", "front"];

/** How many articles the questions for lists ask for. */
const SIZES: Readonly<Partial<Record<Question, number>>> = { page: PAGE_SIZE, front: FRONT_SIZE };

/** The questions as GraphQL documents; what varies is a variable, as the server's cache of documents needs it. */
export const DOCUMENTS: Readonly<Record<Question, string>> = {
  article: `query Article($slug: String!) { article(slug: $slug) { ${NESTED} } }`,
  page: `query Page($first: Int!) { articles(first: $first) { nodes { ${NESTED} } } }`,
  front: `query Front($first: Int!) { articles(first: $first) { nodes { ${TEASER} } } }`,
};

/** How a way wants to be asked. */
export type Protocol = "graphql" | "postgraphile" | "plain";

/** Makes the HTTP request for a question; `article` is the number of the article where one is asked for. */
export function requestMaker(protocol: Protocol, question: Question): (article: number) => string {
  const host = "HTTP/1.1\r\nhost: 127.0.0.1\r\n";
  if (protocol === "plain") {
    if (question !== "article") return () => `GET /${question} ${host}\r\n`;
    return (article) => `GET /article?${slugOf(article)} ${host}\r\n`;
  }
  const documents = protocol === "postgraphile" ? POSTGRAPHILE_DOCUMENTS : DOCUMENTS;
  const body = (variables: object): string => JSON.stringify({ query: documents[question], variables });
  const whole = (text: string): string =>
    `POST /graphql ${host}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  const first = SIZES[question];
  if (first !== undefined) {
    const text = whole(body({ first }));
    return () => text;
  }
  // All slugs are equally long, so only they differ between the requests.
  const [before = "", after = ""] = whole(body({ slug: slugOf(0) })).split(slugOf(0));
  return (article) => before + slugOf(article) + after;
}
