import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddParagraphDocument,
  DeskCreateArticleDocument,
  DeskReplaceBodyDocument,
  DeskUpdateParagraphDocument,
  type ReplaceBodyInput,
} from "../generated/graphql.js";
import { Desk, paragraphOf, paragraphsOf, present } from "../support/desk.js";
import { makeStory } from "../support/story.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

/** An article of one paragraph with quotes of these words; returns the paragraph, too. */
async function quoted(text: string, ...words: readonly string[]) {
  const { id, version } = await desk.newsroom.published({
    body: [{ paragraph: { text, quotes: words.map((exact) => ({ exact })) } }],
  });
  return { id, version, paragraph: paragraphOf(await desk.draft(id)) };
}

/** The words that the quotes of an article's first paragraph mark in its text, which must be those they hold. */
async function wordsMarked(id: string): Promise<readonly string[]> {
  const { text, quotes } = paragraphOf(await desk.draft(id));
  const marked = quotes.map(({ start, end }) => text.slice(start, end));
  expect(marked).toEqual(quotes.map((quote) => quote.text));
  return marked;
}

describe("text around a quote", () => {
  it.each([
    ["is written before it", "She said “go home” today.", "Yesterday, she said “go home” today.", ["go home"]],
    ["is taken away before it", "Late last night she said “go home”.", "She said “go home”.", ["go home"]],
    [
      "is an emoji of several code points",
      "She said “go 🏳️‍🌈 home”.",
      "👩‍👩‍👧‍👦🇫🇷 She said “go 🏳️‍🌈 home”.",
      ["go 🏳️‍🌈 home"],
    ],
    ["is a combining mark", "She said “go x̂ home”.", "Ŷx̂x̂ she said “go x̂ home”.", ["go x̂ home"]],
    ["is written from the right", "قال “لن نعود” أمس.", "وفي طهران قال “لن نعود” أمس 🕌.", ["لن نعود"]],
    ["holds the same words once more", "He said “no” again.", "No, no: he said “no” again. “no”!", ["no"]],
    [
      "stands between two of them",
      "“One” and “two” stand.",
      "“One” — after a while — and “two” stand.",
      ["One", "two"],
    ],
    ["is written with decomposed letters", "Er sagte „größer“.", "U\u0308ber alles: Er sagte „größer“.", ["größer"]],
  ])("the quote keeps its words where it %s", async (_case, before, after, words) => {
    const { id, version, paragraph } = await quoted(before, ...words);
    const result = await desk.write(DeskUpdateParagraphDocument, {
      id: paragraph.id,
      expectedVersion: version,
      text: after,
    });
    expect(result).toMatchObject({
      __typename: "UpdateParagraphPayload",
      paragraph: { id: paragraph.id, text: after.normalize("NFC") },
    });
    expect(await wordsMarked(id)).toEqual(words);
    const kept = paragraphOf(await desk.draft(id));
    expect(kept.quotes.map((quote) => quote.id)).toEqual(paragraph.quotes.map((quote) => quote.id));
  });

  it.each([
    ["change", "She said “go away” today."],
    ["vanish", "She said nothing today."],
    ["are cut by a mark", "She said “go home\u0302” today."],
    ["are part of a longer word", "She said “ergo homeward” today."],
  ])("the write is refused with the quote's id where its words %s", async (_case, text) => {
    const { id, version, paragraph } = await quoted("She said “go home” today.", "go home");
    const before = await desk.draft(id);
    const quote = present(paragraph.quotes[0]).id;
    for (const field of ["text", "html"]) {
      const input = { id: paragraph.id, expectedVersion: version, [field]: text };
      expect(await desk.write(DeskUpdateParagraphDocument, input)).toMatchObject({
        __typename: "ValidationError",
        issues: [{ path: ["input", field], message: expect.stringContaining(quote) }],
      });
    }
    expect(await desk.draft(id)).toEqual(before);
  });

  it("reports every quote that would be lost, by its id", async () => {
    const { version, paragraph } = await quoted("“One,” “two” and “three”.", "One", "two", "three");
    const input = { id: paragraph.id, expectedVersion: version, text: "Only “two” is left." };
    const result = await desk.write(DeskUpdateParagraphDocument, input);
    const messages = result.__typename === "ValidationError" ? result.issues.map(({ message }) => message) : [];
    const [one, , three] = paragraph.quotes;
    expect(messages).toEqual([expect.stringContaining(one?.id ?? "-"), expect.stringContaining(three?.id ?? "-")]);
  });

  it("the same write can restate a quote, which keeps its id, or take it off", async () => {
    const { id, version, paragraph } = await quoted("“One” and “two”.", "One", "two");
    const [one] = paragraph.quotes;
    const restated = { id: one?.id ?? "", exact: "Eleven", occasion: "Later" };
    const input = { id: paragraph.id, expectedVersion: version, text: "“Eleven” and “twelve”.", quotes: [restated] };
    expect(await desk.write(DeskUpdateParagraphDocument, input)).toMatchObject({
      __typename: "UpdateParagraphPayload",
    });
    expect(paragraphOf(await desk.draft(id)).quotes).toMatchObject([
      { id: one?.id, text: "Eleven", occasion: "Later" },
    ]);
    expect(paragraphOf(await desk.published(id)).quotes).toMatchObject([{ text: "One" }, { text: "two" }]);
  });

  it("links and emphasis move with their words, and go where their words change", async () => {
    const { id, version } = await desk.newsroom.draft({
      body: [{ paragraph: { html: "A <em>quiet</em> day at the <a href='https://port.example/'>port</a>." } }],
    });
    const paragraph = paragraphOf(await desk.draft(id));
    const text = "Once more a quiet day at the harbour.";
    await desk.write(DeskUpdateParagraphDocument, { id: paragraph.id, expectedVersion: version, text });
    expect(paragraphOf(await desk.draft(id)).html).toBe("Once more a <em>quiet</em> day at the harbour.");
  });
});

describe("html", () => {
  it.each([
    ["Plain & simple < done", "Plain &amp; simple &lt; done"],
    ["<strong>Bold</strong> and <em>thin</em>", "<strong>Bold</strong> and <em>thin</em>"],
    ["<b>Bold</b> <i>thin</i><br>next", "<strong>Bold</strong> <em>thin</em>&#10;next"],
    [
      `<a href="https://port.example/?a=1&amp;b=2">port</a>`,
      `<a href="https://port.example/?a=1&amp;b=2" rel="noopener">port</a>`,
    ],
    ["سلام <strong>دنیا</strong> 👩‍👧", "سلام <strong>دنیا</strong> 👩‍👧"],
    ["Caf<em>e&#x301;</em> 👋", "Caf<em>é</em> 👋"],
  ])("%s is kept as %s, and reads the same when it is written back", async (given, kept) => {
    const { id, version } = await desk.newsroom.draft({ body: [{ paragraph: { html: given } }] });
    const first = paragraphOf(await desk.draft(id));
    expect(first.html).toBe(kept);
    await desk.write(DeskUpdateParagraphDocument, { id: first.id, expectedVersion: version, html: first.html });
    expect(paragraphOf(await desk.draft(id))).toEqual(first);
  });

  it.each([
    "<script>alert(1)</script>Text",
    "<img src=x onerror=alert(1)>Text",
    "<a href='javascript:alert(1)'>Text</a>",
    "<a href='java&#10;script:alert(1)'>Text</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>Text</a>",
    "<a href='//evil.example' onclick='alert(1)'>Text</a>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>Text",
    "<style>*{}</style><iframe src='https://evil.example'></iframe>Text",
    "<p onmouseover=alert(1)>Text</p>",
    "Text<math><mtext></mtext><mglyph><style><!--</style><img title='--><img src=1 onerror=alert(1)>'>",
    "<<b>script>alert(1)<</b>/script>Text",
    "<a href='https://ok.example/\"onmouseover=alert(1)'>Text</a>",
    "<em><a href='https://ok.example'><em>Text</a></em>",
  ])("nothing of %s can run in a page", async (html) => {
    const { id } = await desk.newsroom.draft({ body: [{ paragraph: { html } }] });
    const { html: kept } = paragraphOf(await desk.draft(id));
    expect(kept).toContain("Text");
    // Whatever is left of markup is one of these tags, and everything else is escaped.
    const rest = kept.replaceAll(/<\/?(?:em|strong|a)>|<br>|<a href="https?:\/\/[^"<>]*" rel="noopener">/g, "");
    expect(rest).not.toMatch(/[<>"']/);
  });

  it.each([
    ["control characters", "a&#1;b", "control character U+0001"],
    ["a direction control that is left open", "a&#x202E;b", "direction controls"],
    ["an isolate that is left open", "a&#8295;b", "direction controls"],
    ["nothing to read", "<p> &nbsp; </p><script>x</script>", "must not be empty"],
    ["nothing to see", "&#8203;&#x2060;", "must not be empty"],
  ])("character references cannot bring in %s", async (_case, html, message) => {
    const { id, version } = await makeStory(desk);
    const before = await desk.draft(id);
    const input = { articleId: id, expectedVersion: version, paragraph: { html } };
    expect(await desk.write(DeskAddParagraphDocument, input)).toMatchObject({
      __typename: "ValidationError",
      issues: [{ path: ["input", "paragraph", "html"], message: expect.stringContaining(message) }],
    });
    expect(await desk.draft(id)).toEqual(before);
  });
});

describe("offsets of quotes", () => {
  it.each([
    ["   “Go home,” she said.", 4, 11, "Go home"],
    ["\n“Go home,” she said.", 1, 11, "Go home,"],
    ["Cafe\u0301: “Go home,” she said.", 8, 15, "Go home"],
    ["  Cafe\u0301 x\u0302: “Go 👋 home”", 13, 23, "Go 👋 home"],
  ])("into %j are those of the text as it was written", async (text, start, end, words) => {
    const input = { headline: "Offsets", body: [{ paragraph: { text, quotes: [{ start, end }] } }] };
    const result = await desk.write(DeskCreateArticleDocument, input);
    const { article } = present(result.__typename === "CreateArticlePayload" ? result : null);
    expect(await wordsMarked(article.id)).toEqual([words]);
  });
});

describe("replacing a body", () => {
  it("keeps ids, quotes and their attribution if the input has ids, in any order", async () => {
    const story = await makeStory(desk);
    const { id, version, post } = story;
    const [first, second] = paragraphsOf(await desk.draft(id));
    const body = [
      { paragraph: { id: second?.id ?? "", text: `Later. ${second?.text}` } },
      { paragraph: { text: "Between." } },
      { post: { id: post } },
      { paragraph: { id: first?.id ?? "", html: `<em>Now</em>: ${first?.text}` } },
    ];
    const result = await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version, body });
    expect(result).toMatchObject({ article: { version: version + 1 } });
    const after = present(await desk.draft(id)).body;
    expect(after.map((part) => part.id)).toEqual([second?.id, expect.any(String), post, first?.id]);
    const moved = (quote: NonNullable<typeof first>["quotes"][number] | undefined, by: number) =>
      quote && { ...quote, start: quote.start + by, end: quote.end + by };
    expect(after[0]).toMatchObject({ quotes: [moved(second?.quotes[0], 7)] });
    expect(after[3]).toMatchObject({ quotes: [moved(first?.quotes[0], 5)] });
  });

  it("refuses ids of another article, of another type, or used twice, and reports all faults at once", async () => {
    const [story, other] = [await makeStory(desk), await makeStory(desk)];
    const before = await desk.draft(story.id);
    const [own = "", foreign = ""] = [story.paragraphs[0], other.paragraphs[0]];
    const body = [
      { paragraph: { id: own, text: "“The harbour opens on Monday,” once." } },
      { paragraph: { id: own, text: "Twice." } },
      { paragraph: { id: foreign, text: "Foreign." } },
      { paragraph: { id: story.speaker, text: "A person." } },
      { paragraph: { text: "Quotes.", quotes: [{ id: other.quotes[0] ?? "", exact: "Quotes" }] } },
      { post: { id: story.post } },
      { post: { id: story.post } },
      { post: { id: story.id } },
      { paragraph: { text: "Both.", html: "Both." } },
      { paragraph: {} },
      {},
      { paragraph: { text: "Two." }, post: { id: story.source } },
    ];
    const input = { articleId: story.id, expectedVersion: story.version, body };
    const result = await desk.write(DeskReplaceBodyDocument, input);
    const issues = result.__typename === "ValidationError" ? result.issues : [];
    expect(issues.map(({ path, message }) => [path.slice(2).join("."), message])).toEqual([
      ["1.paragraph.id", expect.stringContaining("twice")],
      ["2.paragraph.id", expect.stringContaining("no Paragraph of this id")],
      ["3.paragraph.id", expect.stringContaining("must be that of a Paragraph, but is that of a Person")],
      ["4.paragraph.quotes.0.id", expect.stringContaining("no Quote of this id")],
      ["6.post.id", expect.stringContaining("twice")],
      ["7.post.id", expect.stringContaining("must be that of a EmbeddedPost")],
      ["8.paragraph", expect.stringContaining("exactly one of `text` and `html`")],
      ["9.paragraph", expect.stringContaining("exactly one of `text` and `html`")],
      ["10", expect.stringContaining("exactly one of `paragraph`, `post` and `figure`")],
      ["11", expect.stringContaining("exactly one of `paragraph`, `post` and `figure`")],
    ]);
    expect(await desk.draft(story.id)).toEqual(before);
  });

  it("takes so many parts and quotes, and no more", async () => {
    const { id, version } = await makeStory(desk, "DRAFT");
    const before = await desk.draft(id);
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ paragraph: { text: `Part ${at}.` } }));
    const write = (body: ReplaceBodyInput["body"]) =>
      desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version, body });
    const quotes = Array.from({ length: 201 }, () => ({ exact: "a" }));
    const text = "a ".repeat(201);
    expect(await write(many(2001))).toMatchObject({
      issues: [{ path: ["input", "body"], message: expect.stringContaining("at most 2000") }],
    });
    expect(await write([{ paragraph: { text, quotes } }])).toMatchObject({
      issues: [{ message: expect.stringContaining("at most 200") }],
    });
    expect(await desk.draft(id)).toEqual(before);
    expect(await write(many(2000))).toMatchObject({ __typename: "ReplaceBodyPayload" });
    expect(paragraphsOf(await desk.draft(id)).map((each) => each.text)).toEqual(
      many(2000).map((each) => each.paragraph.text),
    );
  });
});
