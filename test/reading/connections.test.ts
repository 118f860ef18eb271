import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArticlePageDocument, QuotePageDocument } from "../generated/graphql.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";

let app: TestApp;
let newsroom: Newsroom;

beforeAll(async () => {
  app = await createTestApp();
  newsroom = new Newsroom(app.database);
  for (const headline of ["Delta", "Alpha", "Echo", "Charlie", "Bravo"]) await newsroom.published({ headline });
});
afterAll(() => app.close());

const byHeadline = { field: "HEADLINE", direction: "ASC" } as const;

async function page(variables: Parameters<typeof app.data<never, object>>[1]) {
  const { articles } = await app.data(ArticlePageDocument, variables);
  return { ...articles, headlines: articles.nodes.map(({ headline }) => headline) };
}

describe("connections", () => {
  it("walks forwards and backwards over the same nodes in the same order", async () => {
    const forwards: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { headlines, pageInfo } = await page({ first: 2, after, orderBy: byHeadline });
      forwards.push(...headlines);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor ?? null;
    }
    expect(forwards).toEqual(["Alpha", "Bravo", "Charlie", "Delta", "Echo"]);

    const backwards: string[] = [];
    let before: string | null = null;
    for (;;) {
      const { headlines, pageInfo } = await page({ last: 2, before, orderBy: byHeadline });
      backwards.unshift(...headlines);
      if (!pageInfo.hasPreviousPage) break;
      before = pageInfo.startCursor ?? null;
    }
    expect(backwards).toEqual(forwards);
  });

  it("reports exactly whether there are nodes before and after a page", async () => {
    const first = await page({ first: 2, orderBy: byHeadline });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const next = await page({ first: 3, after: first.pageInfo.endCursor, orderBy: byHeadline });
    expect(next.headlines).toEqual(["Charlie", "Delta", "Echo"]);
    expect(next.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const last = await page({ last: 2, before: next.pageInfo.startCursor, orderBy: byHeadline });
    expect(last.headlines).toEqual(["Alpha", "Bravo"]);
    expect(last.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it("orders the newest publication first where nothing is asked for", async () => {
    const { headlines } = await page({});
    expect(headlines).toEqual(["Bravo", "Charlie", "Echo", "Alpha", "Delta"]);
  });

  it("keeps a cursor right while articles come and go before it", async () => {
    const first = await page({ first: 2 });
    await newsroom.published({ headline: "Foxtrot" });
    const next = await page({ first: 2, after: first.pageInfo.endCursor });
    expect(next.headlines).toEqual(["Echo", "Alpha"]);
  });

  it("counts under the same filter as it lists", async () => {
    const { totalCount, headlines } = await page({ filter: { headlineContains: "LPH" } });
    expect({ totalCount, headlines }).toEqual({ totalCount: 1, headlines: ["Alpha"] });
    expect((await page({ first: 0 })).totalCount).toBe(6);
  });

  it("reads no character of a filter as a wildcard", async () => {
    expect((await page({ filter: { headlineContains: "%" } })).headlines).toEqual([]);
    expect((await page({ filter: { headlineContains: "_" } })).headlines).toEqual([]);
  });

  it.each([
    [{ first: 101 }, '"first" of "articles" must be from 0 to 100, but is 101.', "first"],
    [{ last: -1 }, '"last" of "articles" must be from 0 to 100, but is -1.', "last"],
    [{ first: 1, last: 1 }, '"articles" takes "first" or "last", not both.', "last"],
    [{ after: "nonsense" }, '"after" is not a cursor of this connection, order and direction.', "after"],
    [{ before: "W10" }, '"before" is not a cursor of this connection, order and direction.', "before"],
    [{ filter: { topicId: "nonsense" } }, '"filter.topicId" must be the id of a Topic.', "filter.topicId"],
  ])("refuses %j and names the argument", async (variables, message, argument) => {
    const { errors, status } = await app.ask(ArticlePageDocument, variables);
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ message, extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  it("refuses a cursor of another order", async () => {
    const { pageInfo } = await page({ first: 1, orderBy: byHeadline });
    const { errors } = await app.ask(ArticlePageDocument, { first: 1, after: pageInfo.endCursor });
    expect(errors?.[0]?.extensions["argument"]).toBe("after");
  });

  it("refuses a cursor of the other direction", async () => {
    const { pageInfo } = await page({ first: 1, orderBy: byHeadline });
    const descending = { first: 1, after: pageInfo.endCursor, orderBy: { ...byHeadline, direction: "DESC" } } as const;
    const { errors } = await app.ask(ArticlePageDocument, descending);
    expect(errors?.[0]?.extensions["argument"]).toBe("after");
  });

  it("reports wrong arguments of a nested connection at its own path, and answers the other root fields", async () => {
    const id = await newsroom.person({ name: "Golda Pike" });
    await newsroom.published({ headline: "Golf", body: [{ paragraph: { text: "Golda Pike opened the quay." } }] });
    const query = `query ($id: ID!) {
      viewer { role }
      person(id: $id) { posts: embeddedPosts { totalCount } old: articles(after: "stale") { totalCount } }
    }`;
    const { data, errors } = await app.ask(query, { id });
    expect(errors).toMatchObject([
      { path: ["person", "old"], extensions: { code: "BAD_USER_INPUT", argument: "after" } },
    ]);
    expect(data).toEqual({ viewer: { role: "READER" }, person: null });
  });
});

describe("quotes", () => {
  it("are found by every filter, and only by what they are", async () => {
    const [anna, berta] = [
      await newsroom.person({ name: "Anna Quill" }),
      await newsroom.person({ name: "Berta Reed" }),
    ];
    const sourceId = await newsroom.post({ text: "We will not close the port this year." });
    const { id: articleId } = await newsroom.published({
      body: [
        {
          paragraph: {
            text: "“We will not close the port this year,” said Quill. “We will close,” read one headline. Reed agreed.",
            quotes: [
              { exact: "We will not close the port this year", speakerId: anna, saidOn: "2026-02-01", sourceId },
              { exact: "We will close", kind: "PARTIAL", speakerId: anna, saidOn: "2026-02-03", sourceId },
              { exact: "Reed agreed", kind: "INDIRECT", speakerId: berta },
            ],
          },
        },
      ],
    });
    const texts = async (filter: object): Promise<string[]> => {
      const { quotes } = await app.data(QuotePageDocument, { filter, orderBy: { field: "SAID_ON", direction: "ASC" } });
      expect(quotes.totalCount).toBe(quotes.nodes.length);
      return quotes.nodes.map(({ text }) => text);
    };
    const [whole, cut, indirect] = ["We will not close the port this year", "We will close", "Reed agreed"];
    expect(await texts({ articleId })).toEqual([indirect, whole, cut]);
    expect(await texts({ speakerId: anna })).toEqual([whole, cut]);
    expect(await texts({ kinds: ["PARTIAL", "INDIRECT"] })).toEqual([indirect, cut]);
    expect(await texts({ verdicts: ["EXACT"] })).toEqual([whole]);
    expect(await texts({ verdicts: ["ALTERED"] })).toEqual([cut]);
    expect(await texts({ hasSource: false })).toEqual([indirect]);
    expect(await texts({ hasSource: true, articleId })).toEqual([whole, cut]);
    expect(await texts({ saidAfter: "2026-02-01" })).toEqual([cut]);
    expect(await texts({ saidBefore: "2026-02-03" })).toEqual([whole]);
    expect(await texts({ textContains: "CLOSE THE" })).toEqual([whole]);
    expect(await texts({ kinds: [] })).toEqual([]);
  });
});

describe("a cursor that this server never made", () => {
  const cursor = (order: string, ...values: unknown[]): string =>
    Buffer.from(JSON.stringify([order, ...values])).toString("base64url");
  const key = "019ac000-0000-7000-8000-000000000000";

  it.each([
    ["a month 13", cursor("article PUBLISHED_AT DESC", "2026-13-01 00:00:00+00", key)],
    ["a day 30 of February", cursor("article PUBLISHED_AT DESC", "2026-02-30 00:00:00+00", key)],
    ["a day 29 of February in a common year", cursor("article PUBLISHED_AT DESC", "1900-02-29 00:00:00+00", key)],
    ["a day 0", cursor("article PUBLISHED_AT DESC", "2026-02-00 00:00:00+00", key)],
    ["an hour 24", cursor("article PUBLISHED_AT DESC", "2026-02-01 24:00:00+00", key)],
    ["a minute 60", cursor("article PUBLISHED_AT DESC", "2026-02-01 00:60:00+00", key)],
    ["a year 0", cursor("article PUBLISHED_AT DESC", "0000-01-01 00:00:00+00", key)],
    ["a year after the last", cursor("article PUBLISHED_AT DESC", "999999-01-01 00:00:00+00", key)],
    ["a key that is no key", cursor("article PUBLISHED_AT DESC", "2026-02-01 00:00:00+00", "1")],
    [
      "more characters than any cursor",
      cursor("article PUBLISHED_AT DESC", "2026-02-01 00:00:00+00", "1".repeat(9_000)),
    ],
  ])("is refused when it has %s", async (_name, after) => {
    for (const argument of ["after", "before"]) {
      const { errors } = await app.ask(
        `{ articles(${argument}: "${after}") { nodes { id } pageInfo { hasNextPage } } }`,
      );
      expect(errors?.[0]).toMatchObject({
        message: `"${argument}" is not a cursor of this connection, order and direction.`,
        extensions: { code: "BAD_USER_INPUT", argument },
      });
    }
  });

  it("of a day is checked in the same way, and 29 February is a day in a leap year", async () => {
    const ask = (day: string) =>
      app.ask(`{ quotes(orderBy: { field: SAID_ON, direction: ASC }, after: "${cursor("quote SAID_ON ASC", day, key)}") {
        nodes { id } } }`);
    for (const day of ["2026-02-29", "2026-00-10", "2026-04-31", "0000-01-01"]) {
      expect((await ask(day)).errors?.[0]?.extensions["argument"]).toBe("after");
    }
    for (const day of ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "-infinity"]) {
      expect((await ask(day)).errors).toBeUndefined();
    }
  });
});
