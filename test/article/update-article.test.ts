import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ArticleBySlugDocument,
  type CreateArticleInput,
  DeskCreateArticleDocument,
  DeskPublishArticleDocument,
  DeskUpdateArticleDocument,
} from "../generated/graphql.js";
import { Desk, present } from "../support/desk.js";
import { makeStory } from "../support/story.js";
import { has, issuesOf } from "./support/issues.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

/** Makes an article, which must be accepted. */
async function created(input: CreateArticleInput) {
  const result = await desk.write(DeskCreateArticleDocument, input, "AUTHOR");
  if (result.__typename !== "CreateArticlePayload") throw new Error(JSON.stringify(result));
  return result.article;
}

async function updated(id: string, expectedVersion: number, change: object) {
  return desk.write(DeskUpdateArticleDocument, { id, expectedVersion, ...change }, "AUTHOR");
}

describe("updating an article", () => {
  it("changes what is named, clears what is null, and leaves the rest", async () => {
    const { id, version } = await makeStory(desk, "DRAFT", {
      standfirst: "Stand.",
      byline: "By line",
      dateline: { place: "BREST", date: "2026-01-01" },
      topics: ["Ports"],
    });
    const before = present(await desk.draft(id));
    await updated(id, version, { byline: null });
    expect(await desk.draft(id)).toEqual({
      ...before,
      version: version + 1,
      byline: null,
      updatedAt: expect.any(String),
    });
    await updated(id, version + 1, { standfirst: " ", dateline: null, topics: null, language: "fa", headline: "New" });
    const after = await desk.draft(id);
    expect(after).toEqual({
      ...before,
      version: version + 2,
      headline: "New",
      byline: null,
      standfirst: null,
      dateline: null,
      topics: [],
      language: "fa",
      direction: "RTL",
      updatedAt: after?.updatedAt,
    });
  });

  it("reports all faults at once, and fields that cannot be cleared", async () => {
    const { id, version } = await makeStory(desk, "DRAFT");
    const before = await desk.draft(id);
    expect(
      issuesOf(await updated(id, version, { headline: null, slug: null, language: null, topics: ["a\u0000"] })),
    ).toEqual([
      ["input.headline", has("cannot be cleared")],
      ["input.slug", has("cannot be cleared")],
      ["input.language", has("cannot be cleared")],
      ["input.topics.0", has("control character")],
    ]);
    const wrong = {
      headline: "\u2060",
      slug: "a--b",
      standfirst: "\u2066",
      byline: "x".repeat(301),
      dateline: { date: "2026-01-01" },
    };
    expect(issuesOf(await updated(id, version, { ...wrong, language: "x-private" }))).toEqual([
      ["input.headline", has("must not be empty")],
      ["input.standfirst", has("direction controls")],
      ["input.byline", has("301 characters")],
      ["input.language", has("is not a language")],
      ["input.dateline", has("needs")],
      ["input.slug", has('Try "a-b"')],
    ]);
    expect(await desk.draft(id)).toEqual(before);
  });

  it("an old slug keeps leading to its article, for readers once they knew it, and is never another's", async () => {
    const find = async (slug: string, headers = {}) =>
      (await desk.app.data(ArticleBySlugDocument, { slug }, headers)).article;
    const asEditor = { ...desk.headers.EDITOR, "x-content-view": "draft" };
    const { id, version } = await makeStory(desk, "PUBLISHED", { slug: "first-slug" });
    await updated(id, version, { slug: "second-slug" });
    // Readers know the first alone until the second is published.
    expect(await find("first-slug")).toEqual({ id, slug: "first-slug" });
    expect(await find("second-slug")).toBeNull();
    expect(await find("second-slug", asEditor)).toEqual({ id, slug: "second-slug" });
    expect(await find("first-slug", asEditor)).toEqual({ id, slug: "second-slug" });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    for (const slug of ["first-slug", "second-slug"]) expect(await find(slug)).toEqual({ id, slug: "second-slug" });
    const taken = { __typename: "ConflictError", code: "CONFLICT", path: ["input", "slug"] };
    for (const slug of ["first-slug", "second-slug"]) {
      expect(await desk.write(DeskCreateArticleDocument, { headline: "Another", slug })).toMatchObject(taken);
    }
    expect((await created({ headline: "First slug" })).slug).toBe("first-slug-2");
    // The article itself can have its first one back.
    expect(await updated(id, version + 2, { slug: "first-slug" })).toMatchObject({ article: { slug: "first-slug" } });
  });

  it("accepts at most a hundred topics, and reports the number", async () => {
    const { id, version } = await makeStory(desk, "DRAFT");
    const topics = Array.from({ length: 50_000 }, (_, at) => `Topic ${at}`);
    expect(issuesOf(await updated(id, version, { topics }))).toEqual([
      ["input.topics", has("at most 100 topics, not 50000")],
    ]);
    const result = await updated(id, version, { topics: topics.slice(0, 100) });
    expect(result).toMatchObject({ article: { topics: topics.slice(0, 100).map((name) => ({ name })) } });
  });

  it("two spellings of a slug in Unicode are one", async () => {
    const { id, version } = await makeStory(desk, "DRAFT", { slug: "cafe\u0301-au-lait" });
    expect(await desk.draft(id)).toMatchObject({ slug: "café-au-lait" });
    expect(await updated(id, version, { slug: "café-au-lait" })).toMatchObject({ article: { version: version + 1 } });
  });

  it("a text keeps direction controls that are closed, and loses no emoji", async () => {
    const headline = "He said \u2067شلوم\u2069 👩‍👩‍👧‍👦 and \u202Bleft\u202C";
    expect((await created({ headline })).headline).toBe(headline);
  });
});
