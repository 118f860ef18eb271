import sql from "sql-template-tag";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "../../src/database/client.js";
import { OversizedAnswerError } from "../../src/database/row-types.js";
import { MAX_LOOKUPS, sharingAlike } from "../../src/graphql/loading/alike-reads.js";
import { lookupOf, lookupText } from "../../src/graphql/loading/lookup.js";
import { PUBLISHED_VIEW } from "../../src/graphql/loading/view.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";
import { headersOf } from "../support/tokens.js";

let app: TestApp;
const slugs = Array.from({ length: 2 * MAX_LOOKUPS }, (_, at) => `story-${at}`);

beforeAll(async () => {
  app = await createTestApp({ cacheMegabytes: 0 });
  const newsroom = new Newsroom(app.database);
  for (const slug of slugs) {
    const said = "“We open on Monday”";
    const body = [{ paragraph: { text: `${said}, said Ada Quay of ${slug}.`, quotes: [{ exact: said }] } }];
    await newsroom.published({ headline: `About ${slug}`, slug, body });
  }
});
afterAll(() => app.close());
afterEach(() => expect(app.bothWays.differences).toEqual([]));

const STORY = "query ($slug: String!) { article(slug: $slug) { headline paragraphs { text quotes { text } } } }";
/** It costs more than what may be looked up together. */
const COSTLY = "{ articles(first: 30) { nodes { headline paragraphs { text quotes { text speaker { name } } } } } }";
const LIST = "{ articles(first: 3) { nodes { headline } totalCount } }";

/** The responses to requests that begin together, and how many statements were run for them. */
async function together(
  requests: readonly (readonly [query: string, variables?: object])[],
  headers: Readonly<Record<string, string>> = {},
): Promise<{ answers: readonly unknown[]; statements: number }> {
  app.statements.length = 0;
  const answers = await Promise.all(requests.map(([query, variables]) => app.data(query, variables, headers)));
  return { answers, statements: app.statements.filter(({ sql: text }) => text.includes("article_head")).length };
}

/** The responses to the same requests, one after the other. */
async function oneByOne(requests: readonly (readonly [query: string, variables?: object])[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const [query, variables] of requests) answers.push(await app.data(query, variables));
  return answers;
}

const story = (slug: string) => [STORY, { slug }] as const;

describe("requests of readers that begin together", () => {
  it("look their articles up by as few statements as hold them, with the responses that each has alone", async () => {
    const wanted = slugs.map(story);
    const { answers, statements } = await together(wanted);
    expect(statements).toBeLessThanOrEqual(3);
    expect(answers).toEqual(await oneByOne(wanted));
  });

  it("have one statement for one article, and for one page", async () => {
    const same = Array.from({ length: 12 }, () => story("story-3"));
    expect(await together(same)).toEqual({ answers: await oneByOne(same), statements: 1 });
    for (const list of [LIST, COSTLY]) {
      const page = Array.from({ length: 12 }, () => [list] as const);
      expect(await together(page)).toEqual({ answers: await oneByOne(page), statements: 1 });
    }
  });

  it("find nothing where there is nothing, beside others that find something", async () => {
    const wanted = ["story-1", "nothing", "STORY-2", "story\0", "story-1", ""].map(story);
    const { answers } = await together(wanted);
    expect(answers).toEqual(await oneByOne(wanted));
    expect(answers.filter((answer) => JSON.stringify(answer) === '{"article":null}')).toHaveLength(3);
  });

  it("are answered by their own selections, arguments and keys", async () => {
    const nested = `query ($slug: String!, $most: Int!) { article(slug: $slug) { slug
      quotes { speaker { quotes(first: $most) { totalCount nodes { text } } } } } person(slug: "ada-quay") { name } }`;
    const wanted = slugs
      .slice(0, 10)
      .flatMap((slug, at) => [story(slug), [nested, { slug, most: 1 + (at % 2) }], [LIST]] as const);
    expect((await together(wanted)).answers).toEqual(await oneByOne(wanted));
  });
});

it("editors' reads are statements of their own", async () => {
  const headers = { ...(await headersOf(app.database, "EDITOR")), "x-content-view": "draft" };
  const { statements } = await together(
    Array.from({ length: 4 }, () => [LIST] as const),
    headers,
  );
  expect(statements).toBe(4);
});

it("a lookup that fails does so alone", async () => {
  const database = createDatabase({ url: app.url, maxAnswerBytes: 1_000 });
  const run = sharingAlike((text, values) => database.readAnswer<{ json: unknown }>(text, values, "READERS"));
  const column = sql`repeat('x', 3 * t.size) AS json`;
  const restOf = (key: string) => sql`FROM (SELECT ${key}::int AS size) t WHERE t.size > 0`;
  const statement = { text: sql`SELECT ${column} ${restOf("")}`.text, lookupText: lookupText(column, restOf("")) };
  const read = (key: string) =>
    run(statement.text, [key], PUBLISHED_VIEW, { of: statement, lookup: lookupOf(statement, column, restOf(key)) });
  const [large, wrong, none, small] = await Promise.allSettled(["500", "x", "0", "2"].map(read));
  expect(large).toMatchObject({ status: "rejected", reason: expect.any(OversizedAnswerError) });
  expect(wrong).toMatchObject({ status: "rejected", reason: { code: "22P02" } });
  expect([none, small]).toMatchObject([{ value: [] }, { value: [{ json: "xxxxxx" }] }]);
  await database.close();
});
