import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskReplaceBodyDocument,
  DeskUpdateArticleDocument,
  DeskUpdateParagraphDocument,
  DeskUpdateQuoteDocument,
  PostsUpdateDocument,
} from "../generated/graphql.js";
import { Desk, paragraphOf, present } from "../support/desk.js";

const settings = { now: new Date("2026-03-01T22:00:00Z") };
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(settings);
});
afterAll(() => desk.app.close());

const WORDS = "The pilot boat was late";

async function attributed() {
  const speaker = await desk.newsroom.person({ role: "Pilot" });
  const source = await desk.newsroom.post({ text: `${WORDS}.` });
  const known = { kind: "PARTIAL", speakerId: speaker, saidOn: "2026-02-27", occasion: "On the quay" } as const;
  const paragraph = { text: `“${WORDS},” he said.`, quotes: [{ exact: WORDS, sourceId: source, ...known }] };
  const { id, version } = await desk.newsroom.draft({ body: [{ paragraph }] });
  const made = paragraphOf(await desk.draft(id));
  return { id, version, speaker, source, paragraph: made.id, quote: present(made.quotes[0]) };
}

describe("a quote that is restated by its id", () => {
  it("keeps speaker, role, occasion, day, kind and source where updateParagraph leaves them out", async () => {
    const { id, version, paragraph, quote } = await attributed();
    const text = `On Friday: “${WORDS},” he said.`;
    const quotes = [{ id: quote.id, exact: WORDS }];
    await desk.write(DeskUpdateParagraphDocument, { id: paragraph, expectedVersion: version, text, quotes });
    const [after] = paragraphOf(await desk.draft(id)).quotes;
    expect(after).toEqual({ ...quote, start: quote.start + 11, end: quote.end + 11 });
  });

  it("keeps them in replaceBody as well, and its words if the input has neither offsets nor words", async () => {
    const { id, version, paragraph, quote } = await attributed();
    const text = `On Friday: “${WORDS},” he said.`;
    const body = [{ paragraph: { id: paragraph, text, quotes: [{ id: quote.id, occasion: "At sea" }] } }];
    await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version, body });
    const [after] = paragraphOf(await desk.draft(id)).quotes;
    expect(after).toEqual({ ...quote, occasion: "At sea", start: quote.start + 11, end: quote.end + 11 });
  });

  it("loses what is null", async () => {
    const { id, version, paragraph, quote } = await attributed();
    const cleared = { speakerId: null, saidOn: null, occasion: null, sourceId: null };
    const quotes = [{ id: quote.id, exact: WORDS, ...cleared }];
    const text = `“${WORDS}.”`;
    await desk.write(DeskUpdateParagraphDocument, { id: paragraph, expectedVersion: version, text, quotes });
    const [after] = paragraphOf(await desk.draft(id)).quotes;
    expect(after).toMatchObject({ speaker: null, speakerRole: null, saidOn: null, occasion: null, source: null });
    expect(after?.kind).toBe("PARTIAL");
  });

  it("is refused with the field that cannot be cleared, or with its id when its words are gone", async () => {
    const { version, paragraph, quote } = await attributed();
    const write = (text: string, restated: { readonly exact?: string; readonly kind?: null }) =>
      desk.write(DeskUpdateParagraphDocument, {
        id: paragraph,
        expectedVersion: version,
        text,
        quotes: [{ id: quote.id, ...restated }],
      });
    const path = ["input", "quotes", "0"];
    expect(await write(`“${WORDS}.”`, { exact: WORDS, kind: null })).toMatchObject({ path: [...path, "kind"] });
    const gone = await write("The pilot boat came.", {});
    expect(gone).toMatchObject({ __typename: "ValidationError", path });
    expect(present("message" in gone ? gone.message : null)).toContain(quote.id);
  });
});

describe("offsets that are wrong", () => {
  it.each([
    [{ start: 1, end: -1 }, "end"],
    [{ end: -1 }, "end"],
    [{ start: -1, end: 5 }, "start"],
    [{ start: 1, end: 5000 }, "end"],
    [{ start: 5000 }, "start"],
    [{ start: 9, end: 9 }, "start"],
    [{ end: 1 }, "end"],
  ])("%j are refused at the field %s", async (offsets, field) => {
    const { version, quote } = await attributed();
    const result = await desk.write(DeskUpdateQuoteDocument, { id: quote.id, expectedVersion: version, ...offsets });
    expect(result).toMatchObject({ __typename: "ValidationError", path: ["input", field] });
  });

  it("one alone moves that end of the words", async () => {
    const { version, quote } = await attributed();
    const end = quote.start + "The pilot boat".length;
    const result = await desk.write(DeskUpdateQuoteDocument, { id: quote.id, expectedVersion: version, end });
    expect(result).toMatchObject({ quote: { text: "The pilot boat", start: quote.start } });
  });
});

describe("a day in the future", () => {
  it("is refused for words, from the day after tomorrow on", async () => {
    const { version, quote } = await attributed();
    const write = (saidOn: string) =>
      desk.write(DeskUpdateQuoteDocument, { id: quote.id, expectedVersion: version, saidOn });
    expect(await write("2026-03-03")).toMatchObject({ __typename: "ValidationError", path: ["input", "saidOn"] });
    expect(await write("2999-01-01")).toMatchObject({ __typename: "ValidationError", path: ["input", "saidOn"] });
    expect(await write("2026-03-02")).toMatchObject({ quote: { saidOn: "2026-03-02" } });
  });

  it("is refused for posts and, beyond a year, for datelines", async () => {
    const { id, version, source } = await attributed();
    const late = await desk.write(PostsUpdateDocument, { id: source, postedOn: "2026-03-03" });
    expect(late).toMatchObject({ __typename: "ValidationError", path: ["input", "postedOn"] });
    const at = await desk.write(PostsUpdateDocument, { id: source, postedAt: "2026-03-02T22:00:01Z" });
    expect(at).toMatchObject({ __typename: "ValidationError", path: ["input", "postedAt"] });
    const dateline = (date: string) =>
      desk.write(DeskUpdateArticleDocument, { id, expectedVersion: version, dateline: { place: "Oslo", date } });
    expect(await dateline("2027-03-03")).toMatchObject({ path: ["input", "dateline", "date"] });
    expect(await dateline("2026-12-24")).toMatchObject({ __typename: "UpdateArticlePayload" });
  });
});

it("quotes that begin at one place are listed the longer one first, whatever order they were made in", async () => {
  const text = "“We stay here for good,” she said.";
  const exacts = ["We stay", "We stay here for good", "We", "We stay here"];
  const quotes = exacts.map((exact) => ({ start: 1, end: 1 + exact.length }));
  const { id } = await desk.newsroom.draft({ body: [{ paragraph: { text, quotes } }] });
  const longestFirst = ["We stay here for good", "We stay here", "We stay", "We"];
  expect(paragraphOf(await desk.draft(id)).quotes.map((each) => each.text)).toEqual(longestFirst);
  const { article } = await desk.app.data<{ article: { quotes: { text: string }[] } }, unknown>(
    `query ($id: ID!) { article(id: $id) { quotes { text } } }`,
    { id },
    { ...desk.headers.EDITOR, "x-content-view": "draft" },
  );
  expect(article.quotes.map((each) => each.text)).toEqual(longestFirst);
});

it("the HTML of a paragraph has no element but links and emphasis, and is read again as the same text", async () => {
  const html = "One <b>line</b><br>and <i>another</i>";
  const { id, version } = await desk.newsroom.draft({ body: [{ paragraph: { html } }] });
  const made = paragraphOf(await desk.draft(id));
  expect(made.html).toBe("One <strong>line</strong>&#10;and <em>another</em>");
  const again = { id: made.id, expectedVersion: version, html: made.html };
  await desk.write(DeskUpdateParagraphDocument, again);
  expect(paragraphOf(await desk.draft(id))).toMatchObject({ text: "One line\nand another", html: made.html });
});
