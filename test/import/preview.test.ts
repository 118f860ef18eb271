import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../support/desk.js";
import {
  importAs,
  openNewsroom,
  pageOf,
  pathOfType,
  PREVIEW,
  quotesOf,
  type Read,
  review,
  type Written,
} from "./support/review.js";

let desk: Desk;
let known: string;
let namesake: string;
beforeAll(async () => {
  ({ desk, known, namesake } = await openNewsroom());
});
afterAll(() => desk.app.close());

let made = 0;

/** A page that no other test imports. */
function page(): string {
  made += 1;
  return pageOf(made);
}

interface Reasons {
  readonly reason: string;
  readonly reasons: readonly { readonly code: string; readonly words: readonly string[]; readonly message: string }[];
}

/** Everything of a preview that has reasons. */
function explainedOf({ preview }: Read): readonly Reasons[] {
  // What the selection contains and the interface of the other tests leaves out.
  const persons = preview.persons as unknown as readonly (Reasons & {
    readonly matchReason: string;
    readonly matchReasons: Reasons["reasons"];
  })[];
  const elements = preview.elements as unknown as readonly (Partial<Reasons> & {
    readonly quotes?: readonly Reasons[];
  })[];
  return [
    ...persons,
    ...persons.map(({ matchReason: reason, matchReasons: reasons }) => ({ reason, reasons })),
    ...elements.flatMap(({ quotes = [], reason, reasons }) => [
      ...quotes,
      ...(reason === undefined || reasons === undefined ? [] : [{ reason, reasons }]),
    ]),
  ];
}

describe("the preview", () => {
  it("has the reasons of persons, matches, quotes and posts by codes too, with the names and words in them", async () => {
    const read = await review(desk, page());
    const explained = explainedOf(read);
    expect(explained.length).toBeGreaterThan(5);
    for (const { reason, reasons } of explained) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.map(({ message }) => message).join(" ")).toBe(reason);
      for (const { words, message } of reasons) for (const word of words) expect(message).toContain(word);
    }
    const codes = new Set(explained.flatMap(({ reasons }) => reasons.map(({ code }) => code)));
    expect([...codes]).toEqual(expect.arrayContaining(["SPEAKER_FOLLOWS", "SEVERAL_BEARERS", "SPEAKS_IN_STORY"]));
  });

  it("has what was read in its order, with paths, offsets, reasons and candidates, and a dry run writes nothing", async () => {
    const content = page();
    const before = await desk.app.database.prisma.article.count();
    const read = await review(desk, content);
    expect(await desk.app.database.prisma.article.count()).toBe(before);
    expect(read.preview).toMatchObject({
      headline: `Lock ${made} opened`,
      language: "en",
      dateline: { place: "PORT MALDEN", date: "2026-02-11" },
    });
    const types = read.preview.elements.map(({ __typename }) => __typename.replace("Imported", ""));
    expect(types).toEqual(["Paragraph", "Paragraph", "Image", "Paragraph", "Post", "Paragraph"]);
    for (const { text, quotes = [] } of read.preview.elements) {
      for (const quote of quotes) expect(text?.slice(quote.start, quote.end)).toBe(quote.text);
    }
    const [first, second] = quotesOf(read);
    expect(first).toMatchObject({ speakerName: "Ada Whitcombe", speaker: { id: known }, candidates: [{ id: known }] });
    // Two persons have the name, so none of them is taken.
    expect(second).toMatchObject({ speakerName: "Bram Oster", speaker: null });
    expect(second?.candidates.map(({ id }) => id)).toContain(namesake);
    const paths = read.report.proposals.map(({ path }) => path);
    for (const { path } of quotesOf(read)) expect(paths).toContain(`${path}.text`);
    expect(paths).toContain(`${pathOfType(read, "ImportedPost")}.author`);
    expect((await review(desk, content)).preview).toEqual(read.preview);
  });

  it("loads the candidates of all quotes in one statement", async () => {
    const content = page();
    desk.app.statements.length = 0;
    await importAs(
      desk,
      { content, dryRun: true },
      "preview { elements { ... on ImportedParagraph { quotes { candidates { name role } } } } }",
    );
    expect(desk.app.statements.filter(({ sql }) => /json_build_object\('key', \w+\.id/.test(sql))).toHaveLength(1);
  });

  it("is there for a story that was imported before, and for each of several", async () => {
    const content = page();
    const first = await importAs<Written>(desk, { content });
    const again = await importAs<Written>(desk, { content });
    expect(again.article.id).toBe(first.article.id);
    expect(again.preview.elements.map(({ text }) => text)).toEqual(first.preview.elements.map(({ text }) => text));
    const items = await desk.run<{ items: readonly Read[] }>(
      "importArticles",
      { content: page(), format: "HTML", dryRun: true },
      `items { ${PREVIEW} }`,
    );
    expect(items.items[0]?.preview.elements.length).toBeGreaterThan(4);
  });
});
