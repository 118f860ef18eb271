import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DeskAddQuoteDocument,
  DeskCreateArticleDocument,
  DeskRemoveQuoteDocument,
  DeskUpdateQuoteDocument,
} from "../generated/graphql.js";
import { has, issuesOf } from "../article/support/issues.js";
import { Desk, paragraphOf, paragraphsOf, present } from "../support/desk.js";
import { makeStory, unknownId } from "../support/story.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

/** A draft of one paragraph without quotes. */
async function paragraph(text: string) {
  const { id, version } = await desk.newsroom.draft({ body: [{ paragraph: { text } }] });
  return { id, version, paragraphId: paragraphOf(await desk.draft(id)).id };
}

describe("adding a quote", () => {
  it("records words with all that is known of them, checked against their source; readers see nothing of it", async () => {
    const story = await makeStory(desk);
    const before = await desk.published(story.id);
    const speakerId = await desk.newsroom.person({ name: "Ada Second", role: "Pilot" });
    const sourceId = await desk.newsroom.post({ text: "She said: the ship waits." });
    const quote = {
      exact: "she said",
      speakerId,
      sourceId,
      kind: "PARTIAL" as const,
      saidOn: "2026-02-01",
      occasion: " At sea ",
    };
    const input = { paragraphId: story.paragraphs[0] ?? "", expectedVersion: story.version, quote };
    const result = await desk.write(DeskAddQuoteDocument, input, "AUTHOR");
    const added = present(result.__typename === "AddQuotePayload" ? result.quote : null);
    expect(added).toMatchObject({
      text: "she said",
      kind: "PARTIAL",
      speaker: { id: speakerId },
      // The office at the time is the speaker's current one where nobody says.
      speakerRole: "Pilot",
      saidOn: "2026-02-01",
      occasion: "At sea",
      source: { id: sourceId },
      check: { verdict: "EXACT" },
    });
    const draft = present(await desk.draft(story.id));
    expect(paragraphOf(draft).quotes.map(({ id }) => id)).toEqual([story.quotes[0], added.id]);
    expect(draft.persons.map(({ name }) => name)).toContain("Ada Second");
    expect(await desk.published(story.id)).toEqual(before);
  });

  it.each([
    ["its marks", "She said “go home”.", { start: 9, end: 18 }, "go home"],
    ["its marks and the spaces inside them", "Elle dit « va » ici.", { start: 9, end: 15 }, "va"],
    ["spaces at its ends", "She said  go home .", { start: 8, end: 18 }, "go home"],
    ["its marks where it is named by its words", "„Geh heim“, sagte er.", { exact: "„Geh heim“" }, "Geh heim"],
    ["nothing of an apostrophe", "He said go get ’em.", { exact: "get ’em" }, "get ’em"],
    ["nothing of right-to-left words", "گفت «می‌رویم خانه».", { exact: "«می‌رویم خانه»" }, "می‌رویم خانه"],
    ["nothing of an emoji", "She wrote 🏳️‍🌈👩‍👩‍👧.", { exact: "🏳️‍🌈👩‍👩‍👧" }, "🏳️‍🌈👩‍👩‍👧"],
  ])("loses %s", async (_case, text, span, words) => {
    const { id, version, paragraphId } = await paragraph(text);
    await desk.write(DeskAddQuoteDocument, { paragraphId, expectedVersion: version, quote: span });
    const [quote] = paragraphOf(await desk.draft(id)).quotes;
    expect(quote?.text).toBe(words);
    expect(text.slice(quote?.start, quote?.end)).toBe(words);
  });

  it("takes the next place of words that are quoted already, in the order of the text", async () => {
    const { id, version, paragraphId } = await paragraph("“No.” “No.” “No.”");
    for (let at = 0; at < 3; at += 1) {
      await desk.write(DeskAddQuoteDocument, { paragraphId, expectedVersion: version + at, quote: { exact: "No" } });
    }
    expect(paragraphOf(await desk.draft(id)).quotes.map(({ start }) => start)).toEqual([1, 7, 13]);
    const fourth = { paragraphId, expectedVersion: version + 3, quote: { exact: "No" } };
    expect(issuesOf(await desk.write(DeskAddQuoteDocument, fourth))).toEqual([
      ["input.quote.exact", has("are not in")],
    ]);
  });

  it.each([
    ["ends behind the text", { start: 0, end: 99 }, "end", "outside the text. The paragraph's text has 25 code units"],
    ["begins before it", { start: -1, end: 3 }, "start", "outside the text"],
    ["is empty", { start: 3, end: 3 }, "start", "not before the end"],
    ["runs backwards", { start: 5, end: 3 }, "start", "not before the end"],
    ["holds spaces alone", { start: 2, end: 3 }, "start", "no words"],
    ["holds marks alone", { start: 23, end: 25 }, "start", "no words"],
    ["cuts an emoji of two code units", { start: 3, end: 4 }, "end", "cuts through a character"],
    ["cuts a flag", { start: 6, end: 8 }, "end", "cuts through a character"],
    ["cuts a joined emoji", { start: 11, end: 13 }, "end", "cuts through a character"],
    ["cuts a combining mark off", { start: 17, end: 18 }, "end", "cuts through a character"],
    ["is words without their mark", { exact: "x" }, "exact", "are not in"],
    ["is words that are not there", { exact: "none" }, "exact", "are not in"],
    ["is no words", { exact: " \n " }, "exact", "must not be empty"],
    ["is a mark alone", { exact: "”" }, "exact", "no words"],
    ["is specified twice", { exact: "He", start: 0, end: 2 }, "", "either `start` and `end`, or `exact`"],
    ["is specified by half", { start: 0 }, "", "either `start` and `end`, or `exact`"],
    ["is not specified", {}, "", "either `start` and `end`, or `exact`"],
  ])("refuses a span that %s", async (_case, quote, field, message) => {
    // Offsets: He 0, an emoji of two 3, a flag of four 6, a pair of five 11, x with a mark 17, marks 23.
    const { id, version, paragraphId } = await paragraph("He 👋 🇫🇷 👩‍👧 x̂ on “”");
    const result = await desk.write(DeskAddQuoteDocument, { paragraphId, expectedVersion: version, quote });
    expect(issuesOf(result)).toEqual([[["input", "quote", ...(field ? [field] : [])].join("."), has(message)]]);
    expect(await desk.draft(id)).toMatchObject({ version, body: [{ quotes: [] }] });
  });

  it("reports all faults at once", async () => {
    const story = await makeStory(desk);
    const before = await desk.draft(story.id);
    const quote = {
      id: story.quotes[0] ?? "",
      exact: "she said",
      speakerId: story.source,
      sourceId: unknownId("EmbeddedPost"),
      speakerRole: "\u0000",
      occasion: "x".repeat(301),
    };
    const input = { paragraphId: story.paragraphs[0] ?? "", expectedVersion: story.version, quote };
    expect(issuesOf(await desk.write(DeskAddQuoteDocument, input))).toEqual([
      ["input.quote.id", has("no id yet")],
      ["input.quote.speakerId", has("must be that of a Person, but is that of a EmbeddedPost")],
      ["input.quote.speakerRole", has("control character")],
      ["input.quote.occasion", has("301 characters")],
      ["input.quote.sourceId", has("no EmbeddedPost of this id")],
    ]);
    expect(await desk.draft(story.id)).toEqual(before);
  });

  it("refuses the same words in the same place", async () => {
    const story = await makeStory(desk);
    const [quote] = paragraphOf(await desk.draft(story.id)).quotes;
    const { start, end } = present(quote);
    const input = { paragraphId: story.paragraphs[0] ?? "", expectedVersion: story.version, quote: { start, end } };
    expect(issuesOf(await desk.write(DeskAddQuoteDocument, input))).toEqual([["input.quote", has("same words")]]);
  });
});

describe("updating a quote", () => {
  it("changes what is named, clears what is null, and leaves the rest, for readers too", async () => {
    const story = await makeStory(desk);
    const { id, version, quotes } = story;
    const [quoteId = ""] = quotes;
    const [before, published] = [present(await desk.draft(id)), await desk.published(id)];
    const quoteOf = async () => present(paragraphOf(await desk.draft(id)).quotes[0]);
    const was = await quoteOf();
    await desk.write(DeskUpdateQuoteDocument, { id: quoteId, expectedVersion: version, occasion: "A briefing" });
    expect(await quoteOf()).toEqual({ ...was, occasion: "A briefing" });
    const change = { kind: "TRANSLATED" as const, saidOn: "2026-01-01", sourceId: null, occasion: null };
    await desk.write(DeskUpdateQuoteDocument, { id: quoteId, expectedVersion: version + 1, ...change });
    const changed = { ...was, kind: "TRANSLATED", saidOn: "2026-01-01", source: null, check: { verdict: "UNSOURCED" } };
    expect(await quoteOf()).toEqual(changed);
    expect(paragraphsOf(await desk.draft(id))[1]).toEqual(paragraphsOf(before)[1]);
    expect(await desk.published(id)).toEqual(published);
  });

  it("a new speaker has their own office unless the input has one; without a speaker there is no office", async () => {
    const story = await makeStory(desk);
    const other = await desk.newsroom.person({ role: "Minister" });
    const [id = ""] = story.quotes;
    const write = async (at: number, change: object) => {
      const result = await desk.write(DeskUpdateQuoteDocument, { id, expectedVersion: story.version + at, ...change });
      const quote = present(result.__typename === "UpdateQuotePayload" ? result.quote : null);
      return [quote.speaker?.id ?? null, quote.speakerRole];
    };
    expect(await write(0, { speakerId: other })).toEqual([other, "Minister"]);
    expect(await write(1, { speakerId: story.speaker, speakerRole: "Then a clerk" })).toEqual([
      story.speaker,
      "Then a clerk",
    ]);
    expect(await write(2, { speakerId: story.speaker })).toEqual([story.speaker, "Then a clerk"]);
    expect(await write(3, { speakerId: null })).toEqual([null, null]);
    expect(await write(4, { speakerId: other, speakerRole: null })).toEqual([other, null]);
  });

  it("new words are checked again and keep the quote's id", async () => {
    const story = await makeStory(desk);
    const [id = ""] = story.quotes;
    const input = { id, expectedVersion: story.version, start: 0, end: 12 };
    expect(await desk.write(DeskUpdateQuoteDocument, input)).toMatchObject({
      quote: { id, text: "“The harbour", start: 0, end: 12 },
    });
  });

  it("reports all faults at once, and changes nothing", async () => {
    const story = await makeStory(desk);
    const before = await desk.draft(story.id);
    const [id = ""] = story.quotes;
    const change = {
      kind: null,
      start: 10,
      end: 1000,
      speakerId: story.id,
      sourceId: unknownId("EmbeddedPost"),
      speakerRole: "\ud800",
      occasion: "\u202e",
    };
    const input = { id, expectedVersion: story.version, ...change };
    expect(issuesOf(await desk.write(DeskUpdateQuoteDocument, input))).toEqual([
      ["input.kind", has("cannot be cleared")],
      ["input.speakerId", has("must be that of a Person")],
      ["input.speakerRole", has("half a surrogate pair")],
      ["input.occasion", has("direction controls")],
      ["input.end", has("outside the text")],
      ["input.sourceId", has("no EmbeddedPost of this id")],
    ]);
    expect(await desk.draft(story.id)).toEqual(before);
  });

  it("two quotes cannot get the same words in the same place", async () => {
    const { id, version, paragraphId } = await paragraph("“One” and “two”.");
    await desk.write(DeskAddQuoteDocument, { paragraphId, expectedVersion: version, quote: { exact: "One" } });
    await desk.write(DeskAddQuoteDocument, { paragraphId, expectedVersion: version + 1, quote: { exact: "two" } });
    const before = await desk.draft(id);
    const quote = present(paragraphOf(before).quotes[1]);
    const input = { id: quote.id, expectedVersion: version + 2, start: 0, end: 5 };
    expect(issuesOf(await desk.write(DeskUpdateQuoteDocument, input))).toEqual([["input.start", has("same words")]]);
    expect(await desk.draft(id)).toEqual(before);
  });
});

describe("removing a quote", () => {
  it("leaves its words in the text, the other quotes as they were, and readers with both", async () => {
    const story = await makeStory(desk);
    const { id, version, quotes } = story;
    const published = await desk.published(id);
    const [first, second] = paragraphsOf(await desk.draft(id));
    const result = await desk.write(DeskRemoveQuoteDocument, { id: quotes[0] ?? "", expectedVersion: version });
    expect(result).toMatchObject({ __typename: "RemoveQuotePayload", deletedId: quotes[0] });
    expect(paragraphsOf(await desk.draft(id))).toEqual([{ ...first, quotes: [] }, second]);
    expect(await desk.published(id)).toEqual(published);
    const again = await desk.write(DeskRemoveQuoteDocument, { id: quotes[0] ?? "", expectedVersion: version + 1 });
    expect(again).toMatchObject({ __typename: "NotFoundError", path: ["input", "id"] });
  });

  it("a person without another quote is no longer among the article's persons", async () => {
    const speakerId = await desk.newsroom.person({ name: "Only Once" });
    const body = [{ paragraph: { text: "“Words,” it was said.", quotes: [{ exact: "Words", speakerId }] } }];
    const created = await desk.write(DeskCreateArticleDocument, { headline: "Once", body });
    const { article } = present(created.__typename === "CreateArticlePayload" ? created : null);
    expect(article.persons).toEqual([{ name: "Only Once" }]);
    const [quote] = paragraphOf(article).quotes;
    await desk.write(DeskRemoveQuoteDocument, { id: quote?.id ?? "", expectedVersion: 1 });
    expect((await desk.draft(article.id))?.persons).toEqual([]);
  });
});
