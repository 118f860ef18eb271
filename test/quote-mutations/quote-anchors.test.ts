import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DeskAddQuoteDocument, DeskReplaceBodyDocument, DeskUpdateParagraphDocument } from "../generated/graphql.js";
import { reanchorQuotes } from "../../src/quote-check/anchor.js";
import { Desk, paragraphOf, paragraphsOf } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.app.close());

/** A text with its quotes between `⟦` and `⟧`. */
function read(marked: string) {
  const parts = marked.split(/[⟦⟧]/u);
  const spans = parts.flatMap((part, at) => {
    const start = parts.slice(0, at).join("").length;
    return at % 2 === 1 ? [{ start, end: start + part.length }] : [];
  });
  return { text: parts.join(""), spans };
}

async function articleOf(marked: string) {
  const { text, spans } = read(marked);
  const { id, version } = await desk.newsroom.draft({ body: [{ paragraph: { text, quotes: spans } }] });
  const { id: paragraph, quotes } = paragraphOf(await desk.draft(id));
  return { id, version, paragraph, quotes };
}

describe("a change of a paragraph moves every quote with its surroundings", () => {
  it.each([
    [
      "an insertion between two like quotes",
      "“Aye,” he said. “⟦Aye⟧,” she said.",
      "“Aye,” he said. “Aye,” they said. “⟦Aye⟧,” she said.",
    ],
    [
      "an insertion before both",
      "“⟦Aye⟧,” he said. “⟦Aye⟧,” she said.",
      "“Aye,” they said. “⟦Aye⟧,” he said. “⟦Aye⟧,” she said.",
    ],
    ["a deletion of the first one", "“Aye,” he said. “⟦Aye⟧,” she said.", "“⟦Aye⟧,” she said."],
    [
      "a change of the speech before",
      "The captain said: “Aye.” The pilot said: “⟦Aye⟧.”",
      "The captain said: “Nay.” The pilot said: “⟦Aye⟧.”",
    ],
    [
      "a change of the surroundings of one",
      "The captain said: “⟦Aye⟧.” The pilot said: “⟦Aye⟧.”",
      "The old captain said: “⟦Aye⟧.” The pilot said: “⟦Aye⟧.”",
    ],
    [
      "Chinese without spaces",
      "船长说：“⟦是⟧。”领航员说：“⟦是⟧。”",
      "船长说：“⟦是⟧。”水手说：“是。”领航员说：“⟦是⟧。”",
    ],
    [
      "Arabic",
      "قال القبطان: «⟦نعم⟧». قال المرشد: «⟦نعم⟧».",
      "قال القبطان: «⟦نعم⟧». قال البحار: «نعم». قال المرشد: «⟦نعم⟧».",
    ],
  ])("%s", async (_, before, after) => {
    const { id, version, paragraph, quotes } = await articleOf(before);
    const { text, spans } = read(after);
    const result = await desk.write(DeskUpdateParagraphDocument, { id: paragraph, expectedVersion: version, text });
    expect(result.__typename).toBe("UpdateParagraphPayload");
    const moved = paragraphOf(await desk.draft(id)).quotes;
    expect(moved.map(({ id: key, start, end }) => ({ id: key, start, end }))).toEqual(
      quotes.map(({ id: key }, at) => ({ id: key, ...spans[at] })),
    );
  });

  it("two like sentences that change places take their quotes along", async () => {
    const { id, version, paragraph, quotes } = await articleOf("“⟦Aye⟧,” said Ann. “⟦Aye⟧,” said Bob.");
    const text = "“Aye,” said Bob. “Aye,” said Ann.";
    await desk.write(DeskUpdateParagraphDocument, { id: paragraph, expectedVersion: version, text });
    const after = paragraphOf(await desk.draft(id)).quotes;
    expect(after.map((quote) => quote.id)).toEqual(quotes.map((quote) => quote.id).reverse());
  });

  it("a change of links and emphasis alone moves nothing", async () => {
    const { id, version, paragraph, quotes } = await articleOf("“Aye,” he said. “⟦Aye⟧,” she said.");
    const html = "“<b>Aye</b>,” he said. “Aye,” <i>she</i> said.";
    await desk.write(DeskUpdateParagraphDocument, { id: paragraph, expectedVersion: version, html });
    expect(paragraphOf(await desk.draft(id)).quotes).toEqual(quotes);
  });
});

describe("a change is refused with the quote's id when its words change, though they are also elsewhere", () => {
  it.each([
    [
      "beside another speaker",
      "The captain said: “Aye.” The pilot said: “⟦Aye⟧.”",
      "The captain said: “Aye.” The pilot said: “Nay.”",
    ],
    [
      "beside another speaker who changes too",
      "The captain said: “Aye.” The pilot said: “⟦Aye⟧.”",
      "The captain said loudly: “Aye.” The pilot said: “Nay.”",
    ],
    ["in the article's own words", "The pilot said: “⟦Aye⟧.”", "Aye or nay was the question. The pilot said: “Nay.”"],
    ["in Chinese", "船长说：“是。”领航员说：“⟦是⟧。”", "船长说：“是。”领航员说：“否。”"],
  ])("%s", async (_, before, text) => {
    const { id, version, paragraph, quotes } = await articleOf(before);
    const draft = await desk.draft(id);
    const result = await desk.write(DeskUpdateParagraphDocument, { id: paragraph, expectedVersion: version, text });
    expect(result).toMatchObject({ __typename: "ValidationError", path: ["input", "text"] });
    expect("message" in result ? result.message : "").toContain(quotes[0]?.id);
    expect(await desk.draft(id)).toEqual(draft);
  });

  it("in replaceBody, also where two paragraphs exchange their texts but not their ids", async () => {
    const said = (name: string) => ({ paragraph: { text: `“Aye,” said ${name}.`, quotes: [{ exact: "Aye" }] } });
    const { id, version } = await desk.newsroom.draft({ body: [said("Ann"), said("Bob")] });
    const [one, other] = paragraphsOf(await desk.draft(id));
    const swapped = [
      { paragraph: { id: one?.id ?? "", text: other?.text ?? "" } },
      { paragraph: { id: other?.id ?? "", text: one?.text ?? "" } },
    ];
    const refused = await desk.write(DeskReplaceBodyDocument, {
      articleId: id,
      expectedVersion: version,
      body: swapped,
    });
    expect(refused).toMatchObject({
      __typename: "ValidationError",
      issues: [
        {
          path: ["input", "body", "0", "paragraph", "text"],
          message: expect.stringContaining(one?.quotes[0]?.id ?? "-"),
        },
        {
          path: ["input", "body", "1", "paragraph", "text"],
          message: expect.stringContaining(other?.quotes[0]?.id ?? "-"),
        },
      ],
    });
    const moved = [other, one].map((each) => ({ paragraph: { id: each?.id ?? "", text: each?.text ?? "" } }));
    await desk.write(DeskReplaceBodyDocument, { articleId: id, expectedVersion: version, body: moved });
    expect(paragraphsOf(await desk.draft(id))).toEqual([other, one]);
  });
});

describe("words that are named by `exact`", () => {
  it.each([
    ["tide", "A tidebreak is due, and the tide turns.", 28],
    ["no", "They know nothing. “no”", 20],
    ["5", "It is 1.5 or 15, not 5.", 21],
    ["can", "We can't and we can.", 16],
    ["avion", "l'avion", 2],
    ["港口", "新港口开放", 1],
  ])("%s of “%s” are whole words", async (exact, text, start) => {
    const { version, paragraph } = await articleOf(text);
    const input = { paragraphId: paragraph, expectedVersion: version, quote: { exact } };
    const result = await desk.write(DeskAddQuoteDocument, input);
    expect(result).toMatchObject({ quote: { text: exact, start } });
  });

  it("are refused when they are only part of longer words", async () => {
    const { version, paragraph } = await articleOf("They acknowledge the knowledge.");
    const quote = { exact: "now" };
    const result = await desk.write(DeskAddQuoteDocument, { paragraphId: paragraph, expectedVersion: version, quote });
    expect(result).toMatchObject({ path: ["input", "quote", "exact"] });
    expect("message" in result ? result.message : "").toContain("only part of longer words");
  });
});

describe("whatever is inserted", () => {
  const speakers = ["Ann", "Bob", "Cem", "Dara", "Eve"] as const;
  const words = fc.constantFrom("Aye", "Nay", "No comment", "We sail at noon");
  const speech = fc.tuple(words, fc.constantFrom(...speakers));

  it("a sentence added anywhere never moves a quote to another speaker", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(speech, { minLength: 1, maxLength: 6, selector: ([, name]) => name }),
        words,
        fc.nat(),
        (said, added, at) => {
          const sentence = ([quoted, name]: readonly [string, string]): string => `“${quoted},” said ${name}.`;
          const sentences = said.map(sentence);
          const oldText = sentences.join(" ");
          const spans = said.map(([quoted, name]) => {
            const start = oldText.indexOf(sentence([quoted, name])) + 1;
            return { id: name, start, end: start + quoted.length };
          });
          const newText = sentences.toSpliced(at % (said.length + 1), 0, sentence([added, "somebody else"])).join(" ");
          const { moved, lost } = reanchorQuotes(oldText, newText, spans);
          expect(lost).toEqual([]);
          for (const { id, end } of moved) expect(newText.slice(end)).toMatch(new RegExp(`^,” said ${id}\\.`, "u"));
        },
      ),
    );
  });
});
