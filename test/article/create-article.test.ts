import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArticleBySlugDocument, type CreateArticleInput, DeskCreateArticleDocument } from "../generated/graphql.js";
import { Desk } from "../support/desk.js";
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

describe("creating an article", () => {
  it.each(["\r\n", "\r"])("reads the line break %j as a line feed", async (lineBreak) => {
    const post = { url: `https://x.com/port/${lineBreak.length}2`, authorName: "Port", text: `Post${lineBreak}text` };
    const article = await created({
      headline: `Two${lineBreak}lines`,
      standfirst: `A${lineBreak}standfirst`,
      body: [{ paragraph: { text: `one${lineBreak}two` } }, { post }],
    });
    expect(article).toMatchObject({ headline: "Two lines", standfirst: "A standfirst" });
    expect(article.body).toMatchObject([{ text: "one\ntwo" }, { text: "Post\ntext" }]);
  });

  it.each([
    ["الميناء يفتح أبوابه من جديد بعد عام من الإصلاحات", "ar", "RTL"],
    ["Порт открывается после ремонта", "ru", "LTR"],
    ["港が再び開く", "ja", "LTR"],
    ["बंदरगाह फिर खुला", "und", "LTR"],
    ["Quay shut, ferry late", "en", "LTR"],
  ])("takes the language from the text where none is specified: %s", async (headline, language, direction) => {
    expect(await created({ headline })).toMatchObject({ language, direction });
  });

  it("takes the language from the body where the headline does not show it", async () => {
    const text = "Der Hafen ist wieder offen, und die Fähre fährt seit Montag nach einem Jahr wieder auf die Insel.";
    expect(await created({ headline: "Hafen auf", body: [{ paragraph: { text } }] })).toMatchObject({ language: "de" });
  });

  it("refuses a post in a language that is none", async () => {
    const post = { platform: "X", authorName: "Port", text: "Open.", language: "klingon" } as const;
    const result = await desk.write(DeskCreateArticleDocument, { headline: "Port", body: [{ post }] }, "AUTHOR");
    expect(issuesOf(result)).toEqual([["input.body.0.post.language", '"klingon" is not a language.']]);
  });

  it("creates a draft of the whole input, which readers do not see", async () => {
    const speakerId = await desk.newsroom.person({ name: "Mara Lind", role: "Mayor" });
    const article = await created({
      headline: "  The   quay\nreopens ",
      slug: "the-quay",
      standfirst: "After a year.",
      byline: "By A. Reporter",
      dateline: { text: "BREST, Feb 28 –", place: "Brest", date: "2026-02-28" },
      language: "FR-fr",
      topics: ["Ports", "ports", "Météo"],
      body: [
        {
          paragraph: {
            text: "“It opens,” said Mara Lind.",
            quotes: [{ exact: "“It opens,”", speakerId, saidOn: "2026-02-27" }],
          },
        },
        { post: { url: "https://x.com/port/1", authorName: "Port", authorHandle: "port", text: "Open." } },
      ],
    });
    expect(article).toMatchObject({
      slug: "the-quay",
      headline: "The quay reopens",
      standfirst: "After a year.",
      byline: "By A. Reporter",
      dateline: { text: "BREST, Feb 28 –", place: "Brest", date: "2026-02-28" },
      language: "fr-FR",
      direction: "LTR",
      state: "DRAFT",
      version: 1,
      wordCount: 5,
      hasUnpublishedChanges: true,
      firstPublishedAt: null,
      publishedAt: null,
      topics: [{ name: "Ports" }, { name: "Météo" }],
      persons: [{ name: "Mara Lind" }],
      body: [
        {
          text: "“It opens,” said Mara Lind.",
          quotes: [
            {
              text: "It opens,",
              start: 1,
              end: 10,
              kind: "DIRECT",
              speaker: { id: speakerId },
              speakerRole: "Mayor",
              saidOn: "2026-02-27",
              check: { verdict: "UNSOURCED" },
            },
          ],
        },
        { __typename: "EmbeddedPost", text: "Open." },
      ],
    });
    expect(await desk.draft(article.id)).toEqual(article);
    expect(await desk.published(article.id)).toBeNull();
    const bySlug = await desk.app.data(ArticleBySlugDocument, { slug: "the-quay" });
    expect(bySlug.article).toBeNull();
  });

  it("needs nothing but a headline", async () => {
    expect(await created({ headline: "Bare" })).toMatchObject({
      slug: "bare",
      body: [],
      topics: [],
      dateline: null,
      language: "en",
      wordCount: 0,
    });
  });

  it("makes slugs in any script, and numbers the second", async () => {
    const slugs = [];
    for (const headline of [
      "Größe & Wut: «Çà»!",
      "تهران آرام است",
      "東京、静か",
      "Größe und Wut",
      "!!!",
      "!?",
      "Größe & Wut: Çà",
    ]) {
      slugs.push((await created({ headline })).slug);
    }
    expect(slugs).toEqual([
      "grosse-wut-ca",
      "تهران-آرام-است",
      "東京-静か",
      "grosse-und-wut",
      "article",
      "article-2",
      "grosse-wut-ca-2",
    ]);
  });

  it("reports all faults at once, at their fields", async () => {
    const before = await desk.app.database.prisma.article.count();
    const result = await desk.write(DeskCreateArticleDocument, {
      headline: "a\u0000b",
      slug: "Not A Slug",
      standfirst: "x".repeat(2001),
      byline: "\udc00",
      dateline: { date: "2026-01-01" },
      language: "x-private",
      topics: ["", "?!", "\u202Aopen"],
      body: [
        { paragraph: { text: " " } },
        { paragraph: { text: "x".repeat(100_001) } },
        {
          paragraph: {
            text: "A quote.",
            quotes: [{ start: 0, end: 9 }, { exact: "none" }, { exact: "A", start: 0, end: 1 }, {}],
          },
        },
        { post: { url: "javascript:alert(1)", authorName: "Port", text: "T" } },
        { post: { authorName: "", text: "\u0007", platform: "X", url: "https://user:pass@port.example/" } },
        { post: {} },
      ],
    });
    expect(issuesOf(result)).toEqual([
      ["input.headline", has("control character U+0000")],
      ["input.standfirst", has("2001 characters")],
      ["input.byline", has("half a surrogate pair")],
      ["input.dateline", has("needs a `text` or a `place`")],
      ["input.language", has("is not a language")],
      ["input.slug", has('Try "not-a-slug"')],
      ["input.topics.0", has("must not be empty")],
      ["input.topics.1", has("needs a letter or digit")],
      ["input.topics.2", has("direction controls")],
      ["input.body.0.paragraph.text", has("must not be empty")],
      ["input.body.1.paragraph.text", has("100001 characters")],
      ["input.body.2.paragraph.quotes.0.end", has("outside the text")],
      ["input.body.2.paragraph.quotes.1.exact", has("are not in")],
      ["input.body.2.paragraph.quotes.2", has("either `start` and `end`, or `exact`")],
      ["input.body.2.paragraph.quotes.3", has("either `start` and `end`, or `exact`")],
      ["input.body.3.post.url", has("must begin with http:// or https://")],
      ["input.body.4.post.url", has("user name or password")],
      ["input.body.4.post.authorName", has("must not be empty")],
      ["input.body.4.post.text", has("control character U+0007")],
      ["input.body.5.post.platform", has("needs its platform")],
      ["input.body.5.post.authorName", has("needs its author's name")],
      ["input.body.5.post.text", has("needs its text")],
    ]);
    expect(await desk.app.database.prisma.article.count()).toBe(before);
    expect(await desk.app.database.prisma.topic.count({ where: { name: "" } })).toBe(0);
  });

  it("refuses ids of nothing or of another type, wherever they are in the input", async () => {
    const { id: article, quotes, speaker } = await makeStory(desk);
    const unknown = "per_AAAAAAAAAAAAAAAAAAAAAA";
    const result = await desk.write(DeskCreateArticleDocument, {
      headline: "Ids",
      body: [
        {
          paragraph: {
            text: "One two.",
            quotes: [
              { exact: "One", speakerId: unknown, sourceId: speaker },
              { exact: "two", speakerId: article },
            ],
          },
        },
        { paragraph: { id: article, text: "Text." } },
        { paragraph: { text: "Three.", quotes: [{ id: quotes[0] ?? "", exact: "Three" }] } },
        { post: { id: "nonsense" } },
        { post: { platform: "X", authorName: "P", text: "T", authorId: unknown } },
        { paragraph: { html: "\u0000", quotes: [{ exact: "a", speakerId: article, occasion: "\u0000" }] } },
      ],
    });
    expect(issuesOf(result)).toEqual([
      ["input.body.0.paragraph.quotes.0.sourceId", has("must be that of a EmbeddedPost, but is that of a Person")],
      ["input.body.0.paragraph.quotes.1.speakerId", has("must be that of a Person, but is that of a Article")],
      ["input.body.1.paragraph.id", has("must be that of a Paragraph")],
      ["input.body.2.paragraph.quotes.0.id", has("no Quote of this id")],
      ["input.body.3.post.id", has("is not an id")],
      ["input.body.5.paragraph.html", has("control character")],
      ["input.body.5.paragraph.quotes.0.speakerId", has("must be that of a Person")],
      ["input.body.5.paragraph.quotes.0.occasion", has("control character")],
      ["input.body.0.paragraph.quotes.0.speakerId", has("no Person of this id")],
      ["input.body.4.post.authorId", has("no Person of this id")],
    ]);
  });

  it("refuses a post that is in the body twice with two descriptions", async () => {
    const post = { platform: "X" as const, authorName: "Port", text: "The same post." };
    const result = await desk.write(DeskCreateArticleDocument, { headline: "Twice", body: [{ post }, { post }] });
    expect(result).toMatchObject({ __typename: "ConflictError", path: ["input", "body", "1"] });
    expect(await desk.app.database.prisma.embeddedPost.count({ where: { text: post.text } })).toBe(0);
  });

  it.each([
    ["language", { language: "no such language" }],
    ["date", { dateline: { place: "BREST", date: "2026-02-30" } }],
    ["year", { dateline: { place: "BREST", date: "0000-01-01" } }],
    ["day of a quote", { body: [{ paragraph: { text: "A.", quotes: [{ exact: "A", saidOn: "yesterday" }] } }] }],
    ["moment", { body: [{ post: { platform: "X", authorName: "P", text: "T", postedAt: "0000-01-01T00:00:00Z" } }] }],
    ["address", { body: [{ post: { url: "no address", authorName: "P", text: "T" } }] }],
  ])("a %s that is none is bad input", async (_name, wrong) => {
    const input = { headline: "Wrong", ...wrong };
    const { errors } = await desk.app.ask(String(DeskCreateArticleDocument), { input }, desk.headers.EDITOR);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });

  it.each(["x-private", "i-klingon", "klingon", "zzzz", "en-GB-oed", "de-1996-1996"])(
    "the tag %s is no language",
    async (language) => {
      const result = await desk.write(DeskCreateArticleDocument, { headline: "Tag", language });
      expect(issuesOf(result)).toEqual([["input.language", has("is not a language")]]);
    },
  );
});
