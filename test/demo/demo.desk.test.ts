import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNewsroom } from "../../src/demo/demo.stories.js";
import { createTestApp, type TestApp } from "../support/app.js";
import { loadDemoNewsroom } from "../support/demo.js";
import { headersOf } from "../support/tokens.js";

let app: TestApp;
let headers: Record<string, string>;

beforeAll(async () => {
  app = await createTestApp();
  await loadDemoNewsroom(app);
  headers = { ...(await headersOf(app.database, "EDITOR")), "x-content-view": "draft" };
});
afterAll(() => app.close());

async function count(filter: object): Promise<number> {
  const query = "query ($filter: ArticleFilter) { articles(first: 0, filter: $filter) { totalCount } }";
  const { articles } = await app.data<{ articles: { totalCount: number } }, object>(query, { filter }, headers);
  return articles.totalCount;
}

describe("the desk of the demo newsroom", () => {
  it.each(["DRAFT", "IN_REVIEW", "SCHEDULED"])(
    "has an article in state %s, which readers do not see",
    async (state) => {
      expect(await count({ states: [state] })).toBe(demoNewsroom.desk.filter(({ stage }) => stage === state).length);
      const query = "query ($filter: ArticleFilter) { articles(first: 0, filter: $filter) { totalCount } }";
      expect(await app.data(query, { filter: { states: [state] } })).toEqual({ articles: { totalCount: 0 } });
    },
  );

  it("has a draft under an embargo that has not passed", async () => {
    const query = `{ articles(filter: { embargoed: true }) { nodes { slug state embargoedUntil } } }`;
    const { articles } = await app.data<
      { articles: { nodes: { slug: string; state: string; embargoedUntil: string }[] } },
      never
    >(query, undefined, headers);
    const [slug] = demoNewsroom.desk.filter(({ isEmbargoed }) => isEmbargoed).map((story) => story.slug);
    expect(articles.nodes).toMatchObject([{ slug, state: "DRAFT" }]);
    expect(Date.parse(articles.nodes[0]?.embargoedUntil ?? "")).toBeGreaterThan(Date.now());
  });

  it("has one published article with a change that readers do not see", async () => {
    const { slug, standfirst } = demoNewsroom.pendingChange;
    const query = "query ($slug: String!) { article(slug: $slug) { standfirst state hasUnpublishedChanges } }";
    expect(await app.data(query, { slug }, headers)).toEqual({
      article: { standfirst, state: "PUBLISHED", hasUnpublishedChanges: true },
    });
    const { article } = await app.data<{ article: { standfirst: string } }, object>(query, { slug });
    expect(article.standfirst).not.toBe(standfirst);
  });

  it("has no post that was captured before it was posted", async () => {
    const query = "{ embeddedPosts(first: 100) { nodes { postedOn postedAt capturedAt } } }";
    const { embeddedPosts } = await app.data<
      { embeddedPosts: { nodes: { postedOn: string; postedAt: string | null; capturedAt: string }[] } },
      never
    >(query, undefined, headers);
    expect(embeddedPosts.nodes).toHaveLength(demoNewsroom.posts.length);
    const early = embeddedPosts.nodes.filter(
      ({ postedOn, postedAt, capturedAt }) => capturedAt.slice(0, 10) < postedOn || capturedAt < (postedAt ?? ""),
    );
    expect(early).toEqual([]);
  });
});
