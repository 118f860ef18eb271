import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";

/*
 * PostgreSQL makes the text of a response where it can. The test application executes every query also by the resolvers
 * and fails when the two responses are not the same, byte by byte: see test/support/both-ways.ts.
 */

/** Characters that JSON escapes, or that look like the places of computed fields. */
const ODD =
  '\u0001\b\f\r\u001F Tab\t, “quotes” "and" \\ back\nslash, \u2028, \u{1F600}, </script>, \u007F, {"@":null} @":';

let app: TestApp;
let editor: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await createTestApp();
  const newsroom = new Newsroom(app.database);
  const person = await newsroom.person({
    name: 'Ilse "Harry" Harrow',
    aliases: ["I. Harrow", "Tante \\ Ilse"],
    role: "Harbour master",
  });
  const source = await newsroom.post({ text: "The harbour opens on Monday at nine.", url: null });
  const exact = "The harbour opens on Monday, at ten";
  const body = [
    { paragraph: { html: '<a href="https://example.org/?a=1&amp;b=2">Links</a> &amp; <em>marks</em> &lt;b&gt;' } },
    { paragraph: { text: `She said “${exact}”.`, quotes: [{ exact, speakerId: person, sourceId: source }] } },
    { post: { id: source } },
    { paragraph: { text: "Odd." } },
  ];
  const dateline = { text: "HARBOUR –", place: "Harbour", date: "2026-02-28" };
  await newsroom.published({ slug: "one", headline: "One", topics: ["Ports", "Ships"], body, dateline });
  await newsroom.published({ slug: "two", headline: "Two", topics: ["Ports"] });
  await newsroom.killed({ slug: "gone", headline: "Gone" });
  // Texts of an earlier version, or of an import, can be any.
  await app.database.pool.query("UPDATE paragraph SET text = $1 WHERE text = 'Odd.'", [ODD]);
  await app.database.pool.query("UPDATE article_head SET headline = $1, standfirst = $1 WHERE slug = 'one'", [ODD]);
  await app.database.pool.query("UPDATE person SET role = $1", [ODD]);
  await app.database.pool.query("UPDATE embedded_post SET author_id = (SELECT id FROM person)");
  editor = await headersOf(app.database, "EDITOR");
});
afterAll(() => app.close());
beforeEach(() => {
  app.statements.length = 0;
  Object.assign(app.bothWays.counts, { answered: 0, resolved: 0 });
});

const ARTICLE = `
  fragment Whole on Article {
    __typename id slug headline standfirst byline language direction state version wordCount readingTimeMinutes
    hasUnpublishedChanges firstPublishedAt publishedAt updatedAt dateline { __typename date place text }
    topics { id name } persons { ...Named } corrections { note correctedAt }
    body { __typename ... on Node { id } ... on Paragraph { ...Text } ... on EmbeddedPost { platform author { ...Named } } }
    paragraphs { ...Text }
    quotes { text speaker { ...Named } }
  }
  fragment Text on Paragraph {
    style text html marks { __typename kind start end href } mentions { start end text person { name } }
    quotes {
      id text kind start end saidOn speaker { ...Named } paragraph { id } article { slug }
      source { id text url authorName authorHandle postedOn capturedAt availability contentHash }
      check { __typename verdict similarity differences { __typename kind quoted original } }
    }
  }
  fragment Named on Person { id slug name role aliases accounts { platform handle } }`;

const PAGE = `nodes { ...Whole } edges { node { slug } cursor } totalCount
  pageInfo { startCursor hasNextPage endCursor hasPreviousPage __typename } __typename`;

const SITE_QUERIES = {
  "an article": `{ article(slug: "one") { ...Whole } } ${ARTICLE}`,
  "an article that does not exist": `{ article(slug: "none") { ...Whole } } ${ARTICLE}`,
  "a page of articles": `{ articles(first: 5) { ${PAGE} } } ${ARTICLE}`,
  "the first of more articles": `{ articles(first: 1) { ${PAGE} } } ${ARTICLE}`,
  "the last of more articles": `{ articles(last: 1) { ${PAGE} } } ${ARTICLE}`,
  "a page of no articles": `{ articles(first: 0) { ${PAGE} } } ${ARTICLE}`,
  "persons with their articles and quotes": `{ persons { nodes { ...Named
    quotes(first: 2) { totalCount nodes { text article { headline } } pageInfo { endCursor } }
    articles(last: 1) { nodes { slug } pageInfo { hasPreviousPage startCursor } }
    embeddedPosts { nodes { text } } } } } ${ARTICLE.slice(ARTICLE.indexOf("fragment Named"))}`,
  "posts with what is hidden from readers": `{ embeddedPosts { nodes { id text captures { totalCount } quotes { nodes { id } } } } }`,
  "topics with their articles": `{ topics { nodes { id slug articles(first: 1) { edges { cursor node { slug } } totalCount } } } }`,
  notices: '{ killNotices { nodes { articleId slug reason killedAt } } killNotice(slug: "gone") { articleId } }',
  "several root fields": `{ a: article(slug: "one") { slug } none: person(slug: "x") { id } __typename topics { totalCount } }`,
  "only type names": `{ __typename articles { __typename nodes { __typename } } }`,
} as const;

describe("the text of PostgreSQL is the response to", () => {
  it.each(Object.entries(SITE_QUERIES))("%s", async (_name, query) => {
    await app.data(query);
    await app.data(query, {}, { ...editor, "x-content-view": "draft" });
    expect(app.bothWays.counts).toEqual({ answered: 2, resolved: 0 });
  });

  it("nodes by their ids, whatever their types", async () => {
    const { articles, topics } = await app.data<Record<string, { nodes: { id: string }[] }>, object>(
      "{ articles { nodes { id } } topics { nodes { id } } }",
    );
    const ids = [...(articles?.nodes ?? []), ...(topics?.nodes ?? [])].map(({ id }) => id);
    const query = `query ($ids: [ID!]!, $id: ID!) {
      nodes(ids: $ids) { __typename id ... on Article { headline } ... on Topic { name } }
      node(id: $id) { id ... on Topic { slug } }
    }`;
    const unknown = "top_AAAAAAAAAAAAAAAAAAAAAA";
    expect(await app.data(query, { ids: [...ids, unknown], id: unknown })).toMatchObject({ node: null });
    await app.data(query, { ids, id: ids.at(-1) });
    expect(app.bothWays.counts).toEqual({ answered: 3, resolved: 0 });
  });

  it("selections with conditions, merged fields and any response keys", async () => {
    const query = `query ($yes: Boolean!, $no: Boolean = false) {
      article(slug: "one") { o: slug r: slug t1: headline __proto__: slug slug @skip(if: $yes) }
      article(slug: "one") { dateline { text } dateline { date } ... @include(if: $yes) { topics { name } } }
      empty: article(slug: "one") { slug @include(if: $no) topics { name @skip(if: $yes) } }
      articles(first: 1) { a: nodes { slug } b: nodes { headline } nodes { id } edges { x: cursor y: cursor n: node { slug } } }
    }`;
    await app.data(query, { yes: true });
    await app.data(query, { yes: false });
    expect(app.bothWays.counts).toEqual({ answered: 2, resolved: 0 });
  });
});

describe("the resolvers answer", () => {
  const key = "k".repeat(64);
  it.each([
    ["the schema", '{ __schema { queryType { name } } article(slug: "one") { slug } }'],
    ["a root field that is not read from the database", '{ viewer { role } article(slug: "one") { slug } }'],
    ["a response key that is too long for PostgreSQL", `{ article(slug: "one") { ${key}: slug } }`],
  ])("%s", async (_name, query) => {
    await app.data(query);
    expect(app.bothWays.counts).toEqual({ answered: 0, resolved: 1 });
    expect(app.statements.length).toBeLessThanOrEqual(1);
  });

  it("the past of an article", async () => {
    const query =
      '{ article(slug: "one") { revisions { nodes { number article { headline body { __typename } } changes { path } } } } }';
    await app.data(query, {}, { ...editor, "x-content-view": "draft" });
    expect(app.bothWays.counts).toEqual({ answered: 0, resolved: 1 });
  });
});

describe("errors are those of the resolvers", () => {
  it("at a root field", async () => {
    const { data, errors } = await app.ask('{ article { slug } two: article(slug: "two") { slug } }');
    expect(data).toEqual({ article: null, two: { slug: "two" } });
    expect(errors).toMatchObject([{ path: ["article"], extensions: { code: "BAD_USER_INPUT" } }]);
  });

  it("at a connection below the root", async () => {
    const query = "query ($first: Int) { topics { nodes { name articles(first: $first) { totalCount } } } }";
    await app.data(query, { first: 1 });
    const { errors } = await app.ask(query, { first: 500 });
    expect(errors?.[0]).toMatchObject({ path: ["topics", "nodes", 0, "articles"], extensions: { argument: "first" } });
    await app.data(query, { first: 2 });
    expect(app.bothWays.counts).toEqual({ answered: 2, resolved: 1 });
  });

  it("of a variable, an unknown operation and an invalid document", async () => {
    expect(
      (await app.ask("query ($first: Int!) { articles(first: $first) { totalCount } }", { first: "x" })).errors,
    ).toHaveLength(1);
    expect((await app.ask("{ articles { nothing } }")).status).toBe(400);
    const { body } = await app.http.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: "query A { topics { totalCount } }", operationName: "B" },
    });
    expect(body).toContain("Unknown operation named");
  });
});

/** Values that no write of the program stores. They come last: nothing else can be read with them. */
describe("values that the schema does not allow", () => {
  const query = '{ article(slug: "one") { slug quotes { check { differences { kind } } } paragraphs { html } } }';

  it.each([
    ["a null in the place of a non-null value", 'UPDATE quote SET differences = \'[{"quoted":"x"}]\''],
    ["a value that the enum does not have", 'UPDATE quote SET differences = \'[{"kind":"NONSENSE"}]\''],
    ["a computed field that fails", "UPDATE quote SET differences = '[]'; UPDATE paragraph SET marks = '[null]'"],
  ])("are reported by the resolvers, masked: %s", async (_name, change) => {
    await app.data(query).catch(() => null);
    await app.database.pool.query(change);
    const { errors } = await app.ask(query);
    expect(errors?.[0]?.extensions["code"]).toBe("INTERNAL_SERVER_ERROR");
    expect(app.bothWays.counts.answered + app.bothWays.counts.resolved).toBe(2);
  });
});
