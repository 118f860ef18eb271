import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpublishArticle } from "../../src/publishing/publishing.service.js";
import { SearchIdsDocument, SearchNestedDocument } from "../generated/graphql.js";
import { done } from "../support/newsroom.js";
import { Searcher } from "./support/searcher.js";

let reader: Searcher;

/** A cursor that no search has made. */
function forged(now: number, score: string): string {
  const key = "01a21deb-32bb-743a-a34c-9a63dae00beb";
  return Buffer.from(JSON.stringify(["search 1", "TEXT", now, score, "ARTICLE", key])).toString("base64url");
}

beforeAll(async () => {
  reader = await Searcher.open();
});
afterAll(() => reader.app.close());

describe("a page", () => {
  /** All hits, by pages of three, with something done between the pages. */
  async function walk(query: string, between: (page: number) => Promise<void>): Promise<string[]> {
    const found: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 50; page += 1) {
      const { nodes, pageInfo } = await reader.search({ query, first: 3, after, in: ["ARTICLE"] });
      found.push(...nodes.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor ?? null;
      await between(page);
    }
    throw new Error("The pages do not end.");
  }

  it("neither repeats nor skips a hit while others are published, changed and removed, and time passes", async () => {
    const made: { id: string; version: number }[] = [];
    for (let at = 0; at < 20; at += 1) {
      const text = `${"A sentence about something. ".repeat(at % 5)}The pangolin number ${at}.`;
      made.push(
        await reader.newsroom.published({
          headline: at % 3 === 0 ? "Pangolin news" : "News",
          body: [{ paragraph: { text } }],
        }),
      );
    }
    const gone = new Set<string>();
    const found = await walk("pangolin", async (page) => {
      reader.settings.now = new Date(reader.settings.now.getTime() + 40 * 86_400_000);
      await reader.newsroom.published({ headline: "Pangolin again", body: [{ paragraph: { text: "A pangolin." } }] });
      const victim = made[19 - page];
      if (!victim) return;
      done(await unpublishArticle(reader.newsroom.work, { id: victim.id, expectedVersion: victim.version }));
      gone.add(victim.id);
    });
    const stayed = made.map(({ id }) => id).filter((id) => !gone.has(id));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(stayed));
  });

  it("knows whether there are others before and after it, and how many hits there are", async () => {
    const first = await reader.search({ query: "the", first: 2 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await reader.search({ query: "the", first: 2, after: first.pageInfo.endCursor ?? null });
    expect(second.pageInfo.hasPreviousPage).toBe(true);
    expect(second.totalCount).toBe(first.totalCount);
    const all = await reader.search({ query: "the", first: 100 });
    expect(all.nodes).toHaveLength(all.totalCount);
    expect(all.nodes.slice(0, 4).map(({ node }) => node.id)).toEqual(
      [...first.nodes, ...second.nodes].map(({ node }) => node.id),
    );
  });

  it.each([
    ["a size out of range", { first: 101 }, "first"],
    ["a cursor of another connection", { after: Buffer.from('["topic ASC","a"]').toString("base64url") }, "after"],
    ["a broken cursor", { after: "…" }, "after"],
    ["a cursor with no score", { after: forged(0, "x") }, "after"],
    ["a cursor with a score that is too great", { after: forged(0, "9e999") }, "after"],
    ["a cursor with a score that is too small", { after: forged(0, "1e-999") }, "after"],
    ["a cursor of a moment that PostgreSQL does not know", { after: forged(-8_640_000_000_000_000, "1") }, "after"],
  ])("refuses %s", async (_what, page, argument) => {
    const { errors } = await reader.app.ask(SearchIdsDocument, { query: "the", ...page });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
  });
});

describe("the statements of a search", () => {
  it("are two and one for each type of its hits, however many hits and levels there are", async () => {
    for (const query of ["harrow OR tide OR whale OR ferry", "the"]) {
      reader.app.statements.length = 0;
      const { search: found } = await reader.app.data(SearchNestedDocument, { query });
      const types = new Set(found.edges.map(({ node: { node } }) => Object.keys(node).toSorted().join()));
      expect(found.edges.length).toBeGreaterThan(3);
      expect(reader.app.statements).toHaveLength(2 + types.size);
    }
  });

  it("are none for a query without words", async () => {
    reader.app.statements.length = 0;
    await reader.search({ query: "-ferry" });
    expect(reader.app.statements).toHaveLength(0);
  });

  it("count hits and facets only when they are selected", async () => {
    reader.app.statements.length = 0;
    await reader.app.data(SearchNestedDocument, { query: "ferry" });
    expect(
      reader.app.statements
        .map(({ sql }) => sql)
        .filter((sql) => /AS total\b|article_topic/.test(sql) && /matched/.test(sql)),
    ).toEqual([]);
    await reader.search({ query: "ferry" });
    expect(reader.app.statements.some(({ sql }) => /AS total\b/.test(sql))).toBe(true);
  });
});
