import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_SLUG_LENGTH } from "../../src/lib/slug.js";
import { Desk } from "../support/desk.js";
import { Newsroom } from "../support/newsroom.js";

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const SLUGS = {
  "Latin letters": `lighthouse${"-keeper".repeat(15)}-anna`,
  Greek: "φ".repeat(MAX_SLUG_LENGTH),
  Japanese: "灯".repeat(MAX_SLUG_LENGTH),
  "letters beyond the first plane": "𠮷".repeat(MAX_SLUG_LENGTH / 2),
};

describe("a published article is served in every format", () => {
  it.each(Object.entries(SLUGS))("under the longest slug of %s", async (_script, slug) => {
    await new Newsroom(desk.app.database).published({ slug });
    for (const ending of [".html", ".json", ".jsonld"]) {
      const { statusCode } = await desk.app.http.inject(`/articles/${encodeURIComponent(slug)}${ending}`);
      expect([ending, statusCode]).toEqual([ending, 200]);
    }
  });

  it("under slugs that were made of one long headline, however many articles have it", async () => {
    const headline = "灯台".repeat(100);
    const made: string[] = [];
    for (let at = 0; at < 11; at += 1) {
      const { createArticle } = await desk.app.data<{ createArticle: { article: { slug: string } } }, object>(
        'mutation($headline: String!) { createArticle(input: { headline: $headline, language: "ja" }) { ... on CreateArticlePayload { article { slug } } } }',
        { headline },
        desk.headers.EDITOR,
      );
      made.push(createArticle.article.slug);
    }
    expect(new Set(made).size).toBe(made.length);
    expect(Math.max(...made.map((slug) => slug.length))).toBeLessThanOrEqual(MAX_SLUG_LENGTH);
  });
});

it("the preview of a draft with the longest slug opens at the returned address", async () => {
  const newsroom = new Newsroom(desk.app.database);
  const { id } = await newsroom.draft({ slug: "ж".repeat(MAX_SLUG_LENGTH) });
  const { createPreviewToken } = await desk.app.data<{ createPreviewToken: { url: string } }, object>(
    "mutation($id: ID!) { createPreviewToken(input: { articleId: $id }) { ... on CreatePreviewTokenPayload { url } } }",
    { id },
    desk.headers.EDITOR,
  );
  const { pathname, search } = new URL(createPreviewToken.url);
  const { statusCode, headers } = await desk.app.http.inject(pathname + search);
  expect([statusCode, headers["cache-control"]]).toEqual([200, "private, no-store"]);
});

it("a name that is longer than any slug finds nothing, and is not refused for its length", async () => {
  const { statusCode } = await desk.app.http.inject(`/articles/${"a".repeat(5000)}.html`);
  expect(statusCode).toBe(404);
});
