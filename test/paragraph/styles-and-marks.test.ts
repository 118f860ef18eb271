import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddParagraphDocument,
  DeskCreateArticleDocument,
  DeskPublishArticleDocument,
  DeskReplaceBodyDocument,
  DeskRestoreRevisionDocument,
  DeskUpdateArticleDocument,
  DeskUpdateParagraphDocument,
  type MarkInput,
} from "../generated/graphql.js";
import { has, issuesOf } from "../article/support/issues.js";
import { articleThen, revisionsOf } from "../revision/support/revisions.js";
import { Desk, paragraphOf, paragraphsOf, present } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

const HREF = "https://port.example/";
const link = (start: number, end: number, href: string | null = HREF): MarkInput => ({
  kind: "LINK",
  start,
  end,
  href,
});
const strong = (start: number, end: number): MarkInput => ({ kind: "STRONG", start, end });
const emphasis = (start: number, end: number): MarkInput => ({ kind: "EMPHASIS", start, end });

/** Creates an article of one paragraph and returns the paragraph as editors read it. */
async function written(text: string, marks: MarkInput[], more: object = {}) {
  const body = [{ paragraph: { text, marks, ...more } }];
  const result = await desk.write(DeskCreateArticleDocument, { headline: "The quay", body });
  if (result.__typename !== "CreateArticlePayload") throw new Error(JSON.stringify(result));
  const { id: articleId, version } = result.article;
  return { articleId, version, ...paragraphOf(result.article) };
}

const STYLES = ["HEADING", "BODY", "SUBHEADING", "BULLET", "NUMBERED", "BLOCK_QUOTE"] as const;

describe("a style", () => {
  it("is BODY where none is named, and is kept by a write that names none", async () => {
    const { id, version } = await desk.newsroom.draft({
      body: STYLES.map((style) => ({ paragraph: { text: style, style } })),
    });
    const before = paragraphsOf(await desk.draft(id));
    expect(before.map(({ style }) => style)).toEqual(STYLES);
    const body = [
      ...before.map((paragraph) => ({ paragraph: { id: paragraph.id, text: `${paragraph.text}!` } })),
      { paragraph: { text: "New." } },
    ];
    await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version, body });
    expect(paragraphsOf(await desk.draft(id)).map(({ style }) => style)).toEqual([...STYLES, "BODY"]);
  });

  it("changes alone, with the text, marks and quotes kept, and reaches readers with a publication", async () => {
    const speakerId = await desk.newsroom.person();
    const { id, version } = await desk.newsroom.published({
      body: [{ paragraph: { html: "“<em>No</em>,” she said.", quotes: [{ exact: "No", speakerId }] } }],
    });
    const before = paragraphOf(await desk.draft(id));
    const input = { id: before.id, expectedVersion: version, style: "HEADING" as const };
    await desk.write(DeskUpdateParagraphDocument, input);
    expect(paragraphOf(await desk.draft(id))).toEqual({ ...before, style: "HEADING" });
    expect(paragraphOf(await desk.published(id)).style).toBe("BODY");
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    expect(paragraphOf(await desk.published(id))).toEqual({ ...before, style: "HEADING" });
  });

  it("does not change the number of words", async () => {
    const counts = await Promise.all(
      STYLES.map(async (style) => {
        const { id } = await desk.newsroom.draft({ body: [{ paragraph: { text: "Three plain words", style } }] });
        return present(await desk.draft(id)).wordCount;
      }),
    );
    expect(counts).toEqual(STYLES.map(() => 3));
  });
});

describe("marks", () => {
  it("are read back in their normal form, and written again leave the paragraph as it is", async () => {
    const text = "The quay 🏁 is safe, she said.";
    const given = [emphasis(9, 14), link(4, 8), strong(0, 19), strong(19, 24)];
    const { id, articleId, version, marks, html } = await written(text, given);
    expect(marks).toEqual([
      { kind: "STRONG", start: 0, end: 24, href: null },
      { kind: "LINK", start: 4, end: 8, href: HREF },
      { kind: "EMPHASIS", start: 9, end: 14, href: null },
    ]);
    expect(html).toBe(
      `<strong>The </strong><a href="${HREF}" rel="noopener"><strong>quay</strong></a><strong> <em>🏁 is</em> safe, she</strong> said.`,
    );
    await desk.write(DeskReplaceBodyDocument, {
      articleId,
      expectedVersion: version,
      body: [{ paragraph: { id, text, marks } }],
    });
    expect(paragraphOf(await desk.draft(articleId))).toMatchObject({ id, text, marks, html });
  });

  it.each([
    ["white space at the start", "  \n Ab cd", 4, 6, "Ab"],
    ["decomposed letters", "e\u0301e\u0301 ab", 5, 7, "ab"],
    ["decomposed Hangul", "\u1112\u1161\u11ab ab", 4, 6, "ab"],
    ["line breaks of Windows", "one\r\ntwo\r\nab", 10, 12, "ab"],
    ["halves of a character", "🏁🏁 ab", 5, 7, "ab"],
    ["a letter that is composed", "ab e\u0301", 3, 5, "é"],
  ])("and quotes keep their words where the text has %s", async (_case, text, start, end, words) => {
    const paragraph = await written(text, [strong(start, end)], { quotes: [{ start, end }] });
    const [mark] = paragraph.marks;
    expect(paragraph.text.slice(mark?.start, mark?.end)).toBe(words);
    expect(paragraph.quotes.map((quote) => [quote.text, quote.start, quote.end])).toEqual([
      [words, mark?.start, mark?.end],
    ]);
  });

  it("move with their words when the text changes, are replaced where named, and are cleared by an empty list", async () => {
    const draft = await desk.newsroom.draft({
      body: [{ paragraph: { text: "A quiet day.", marks: [{ kind: "strong", start: 2, end: 7 }] } }],
    });
    const paragraph = paragraphOf(await desk.draft(draft.id));
    const write = async (at: number, changes: object) => {
      const input = { id: paragraph.id, expectedVersion: draft.version + at, ...changes };
      expect(await desk.write(DeskUpdateParagraphDocument, input)).toMatchObject({
        __typename: "UpdateParagraphPayload",
      });
      return paragraphOf(await desk.draft(draft.id)).html;
    };
    expect(await write(0, { text: "Once more a quiet day." })).toBe("Once more a <strong>quiet</strong> day.");
    expect(await write(1, { marks: [link(0, 4)] })).toBe(`<a href="${HREF}" rel="noopener">Once</a> more a quiet day.`);
    expect(await write(2, { text: "Twice.", marks: [] })).toBe("Twice.");
  });

  it("are refused, each at its field, if they are not on words of the text or have no valid address", async () => {
    const { id, version } = await desk.newsroom.draft();
    const before = await desk.draft(id);
    const marks = [
      strong(-1, 2),
      strong(0, 99),
      emphasis(4, 4),
      emphasis(5, 3),
      link(0, 3, null),
      link(4, 5, "javascript:alert(1)"),
      { ...strong(4, 6), href: HREF },
      emphasis(9, 10),
      link(0, 6, "https://a.example/"),
      link(3, 8, "https://b.example/"),
    ];
    const paragraph = { text: "The quay 🏁.", marks };
    const result = await desk.write(DeskAddParagraphDocument, { articleId: id, expectedVersion: version, paragraph });
    expect(issuesOf(result)).toEqual([
      ["input.paragraph.marks.0.start", has("outside the text")],
      ["input.paragraph.marks.1.end", has("outside the text")],
      ["input.paragraph.marks.2.start", has("not before the end")],
      ["input.paragraph.marks.3.start", has("not before the end")],
      ["input.paragraph.marks.4.href", has("http:// or https://")],
      ["input.paragraph.marks.5.href", has("http:// or https://")],
      ["input.paragraph.marks.6.href", has("Only a LINK")],
      ["input.paragraph.marks.7.end", has("cuts through a character")],
      ["input.paragraph.marks.9", has("overlaps")],
    ]);
    expect(await desk.draft(id)).toEqual(before);
  });

  it("do not go with html, which has its own", async () => {
    const { id, version } = await desk.newsroom.draft();
    const { id: paragraphId } = paragraphOf(await desk.draft(id));
    const html = { html: "<b>A</b> day", marks: [strong(0, 1)] };
    expect(
      issuesOf(
        await desk.write(DeskAddParagraphDocument, { articleId: id, expectedVersion: version, paragraph: html }),
      ),
    ).toEqual([["input.paragraph.marks", has("go with `text`")]]);
    expect(
      issuesOf(await desk.write(DeskUpdateParagraphDocument, { id: paragraphId, expectedVersion: version, ...html })),
    ).toEqual([["input.marks", has("go with `text`")]]);
    expect(
      issuesOf(await desk.write(DeskUpdateParagraphDocument, { id: paragraphId, expectedVersion: version })),
    ).toEqual([["input", has("Name what changes")]]);
  });

  it("takes as many as a text has letters in a moment", async () => {
    const text = "e\u0301 ".repeat(30_000);
    const marks = Array.from({ length: 10_000 }, (_, at) => link(at * 9, at * 9 + 2));
    const { version, ...paragraph } = await written(text, marks);
    expect(version).toBe(1);
    expect(paragraph.marks).toHaveLength(10_000);
    expect(paragraph.marks.at(-1)).toMatchObject({ start: 59_994, end: 59_995 });
  });
});

describe("a whole body", () => {
  it("is replaced by an update of the article, together with its other fields, or not at all", async () => {
    const { id, version } = await desk.newsroom.published({ standfirst: "Before." });
    const [first] = paragraphsOf(await desk.draft(id));
    const body = [
      { paragraph: { text: "Heading", style: "HEADING" as const } },
      { paragraph: { id: present(first).id, style: "BULLET" as const } },
    ];
    const faulty = [...body, { paragraph: { text: "x", marks: [link(0, 1, null)] } }];
    const before = await desk.draft(id);
    const refused = await desk.write(DeskUpdateArticleDocument, {
      id,
      expectedVersion: version,
      slug: "B C",
      body: faulty,
    });
    expect(issuesOf(refused)).toEqual([
      ["input.slug", has("lower-case")],
      ["input.body.2.paragraph.marks.0.href", has("needs an `href`")],
    ]);
    expect(issuesOf(await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, body: null }))).toEqual(
      [["input.body", has("empty list")]],
    );
    expect(await desk.draft(id)).toEqual(before);
    await desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, standfirst: "After.", body });
    const after = await desk.draft(id);
    expect(after?.standfirst).toBe("After.");
    expect(paragraphsOf(after).map(({ style, text }) => [style, text])).toEqual([
      ["HEADING", "Heading"],
      ["BULLET", present(first).text],
    ]);
    expect(present(paragraphsOf(after)[1]).id).toBe(present(first).id);
  });
});

describe("a revision", () => {
  it("keeps styles and marks, lists their changes, and brings them back", async () => {
    const { id, version } = await desk.newsroom.published({
      body: [
        { paragraph: { text: "A quiet day.", style: "HEADING", marks: [{ kind: "emphasis", start: 2, end: 7 }] } },
      ],
    });
    const before = paragraphOf(await desk.draft(id));
    await desk.write(DeskUpdateParagraphDocument, {
      id: before.id,
      expectedVersion: version,
      style: "BULLET",
      text: "A very quiet day.",
      marks: [link(7, 12)],
    });
    await desk.write(DeskPublishArticleDocument, { id, expectedVersion: version + 1 });
    const [first, second] = await revisionsOf(desk, id);
    const last = (changes: readonly { path: string; before?: string | null; after?: string | null }[] = []) =>
      changes.filter(({ path }) => path.startsWith("body")).map((each) => [each.path, each.before, each.after]);
    expect(last(first?.changes)).toEqual([
      ["body[0]", null, "A quiet day."],
      ["body[0].style", null, "HEADING"],
      ["body[0].html", null, "A <em>quiet</em> day."],
    ]);
    expect(last(second?.changes)).toEqual([
      ["body[0].style", "HEADING", "BULLET"],
      ["body[0].text", "A quiet day.", "A very quiet day."],
      ["body[0].html", "A <em>quiet</em> day.", `A very <a href="${HREF}" rel="noopener">quiet</a> day.`],
    ]);
    const [then] = (await articleThen(desk, first?.id)).body;
    expect(then).toEqual(before);
    await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: version + 2 });
    expect(paragraphOf(await desk.draft(id))).toEqual(before);
  });

  it("from before there were styles has body text only, and is compared and restored so", async () => {
    const { id, version } = await desk.newsroom.published({
      body: [{ paragraph: { text: "Old.", style: "HEADING" } }],
    });
    // What an earlier version of the program stored.
    await desk.app.database.prisma.$executeRaw`
      UPDATE revision SET document = document #- '{paragraph,0,style}' WHERE author = 'Test editor'
        AND document->'paragraph'->0->>'text' = 'Old.'`;
    const [first] = await revisionsOf(desk, id);
    expect(first?.changes.filter(({ path }) => path.startsWith("body")).map(({ path }) => path)).toEqual(["body[0]"]);
    expect((await articleThen(desk, first?.id)).body).toMatchObject([{ style: "BODY", text: "Old." }]);
    await desk.write(DeskRestoreRevisionDocument, { articleId: id, number: 1, expectedVersion: version });
    expect(paragraphOf(await desk.draft(id))).toMatchObject({ style: "BODY", text: "Old." });
  });
});
