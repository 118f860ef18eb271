import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  await new Newsroom(app.database).published({ slug: "one", headline: "One", topics: ["Ports"] });
});
afterAll(() => app.close());

/** What was compiled for one request must not be what another one of the same document gets. */
describe("one document with other variables", () => {
  it("answers by the conditions of each request, also on nodes that are merged", async () => {
    const document = `query ($full: Boolean!) {
      article(slug: "one") { headline }
      article(slug: "one") @include(if: $full) { slug topics @skip(if: $full) { name } }
    }`;
    expect(await app.data(document, { full: false })).toEqual({ article: { headline: "One" } });
    expect(await app.data(document, { full: true })).toEqual({ article: { headline: "One", slug: "one" } });
    expect(await app.data(document, { full: false })).toEqual({ article: { headline: "One" } });
  });

  it("answers with the page, filter and fragment that each request names", async () => {
    const document = `query ($first: Int, $wanted: String, $with: Boolean!) {
      articles(first: $first, filter: { headlineContains: $wanted }) { totalCount nodes { ...Part @include(if: $with) slug } }
    }
    fragment Part on Article { topics { articles(first: $first) { nodes { headline } } } }`;
    const empty = { articles: { totalCount: 1, nodes: [] } };
    const bare = { articles: { totalCount: 1, nodes: [{ slug: "one" }] } };
    const full = {
      articles: { totalCount: 1, nodes: [{ slug: "one", topics: [{ articles: { nodes: [{ headline: "One" }] } }] }] },
    };
    expect(await app.data(document, { first: 0, with: true })).toEqual(empty);
    expect(await app.data(document, { first: 5, with: false })).toEqual(bare);
    expect(await app.data(document, { first: 5, with: true })).toEqual(full);
    expect(await app.data(document, { first: 5, with: true, wanted: "two" })).toEqual({
      articles: { totalCount: 0, nodes: [] },
    });
    expect(await app.data(document, { first: 5, with: true })).toEqual(full);
  });

  it("answers one relation asked for twice with different arguments under two names", async () => {
    const document = `{ topics { nodes { none: articles(first: 0) { nodes { slug } } all: articles { nodes { slug } } } } }`;
    expect(await app.data(document)).toEqual({
      topics: { nodes: [{ none: { nodes: [] }, all: { nodes: [{ slug: "one" }] } }] },
    });
  });
});
