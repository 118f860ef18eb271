import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app.js";
import { Newsroom } from "../support/newsroom.js";

let app: TestApp;
let newsroom: Newsroom;

beforeAll(async () => {
  app = await createTestApp();
  newsroom = new Newsroom(app.database);
});
afterAll(() => app.close());

/** What is written, and how it is looked for. */
const PAIRS = [
  ["Café Zoë", "cafe zoe"],
  ["Cafe Zoe", "CAFÉ ZOË"],
  ["Cafe\u0301", "café"],
  ["Straße", "STRASSE"],
  ["STRASSE", "straße"],
  ["ΔΡΟΜΟΣ", "δρόμος"],
  ["İstanbul", "istanbul"],
  ["ISPARTA", "ısparta"],
  ["Işık", "ISIK"],
  ["Łódź", "lodz"],
  ["Tromsø", "tromso"],
  ["Ærø", "aero"],
  ["ﬁnal", "final"],
  ["Ｔｏｋｙｏ", "tokyo"],
  ["ｺﾝﾋﾟｭｰﾀｰ", "コンピューター"],
  ["スーパーコンピューター", "ｽｰﾊﾟｰｺﾝﾋﾟｭｰﾀｰ"],
  ["أحمد", "احمد"],
  ["مدرسة", "مدرسه"],
  ["کتاب", "كتاب"],
  ["مُحَمَّد", "محمد"],
  ["می‌روم", "میروم"],
  ["۱۲۳", "123"],
  ["Ёлка", "елка"],
  ["がっこう", "か\u3099っこう"],
  ["한국", "한국".normalize("NFD")],
  ["100 % sure_thing", "100 % sure_"],
] as const;

interface Counts {
  readonly articles: { readonly totalCount: number };
  readonly persons: { readonly totalCount: number };
  readonly quotes: { readonly totalCount: number };
  readonly search: { readonly totalCount: number };
}

async function counts(characters: string): Promise<Counts> {
  return app.data<Counts, object>(
    `query ($characters: String!) {
      articles(filter: { headlineContains: $characters }) { totalCount }
      persons(filter: { nameContains: $characters }) { totalCount }
      quotes(filter: { textContains: $characters }) { totalCount }
      search(query: $characters, in: [ARTICLE]) { totalCount }
    }`,
    { characters },
  );
}

describe("case, accents and the Unicode form", () => {
  it.each(PAIRS)("never matter: %s is found by %s, in every filter and by the search", async (written, sought) => {
    const speakerId = await newsroom.person({ name: `X ${written}`, aliases: [] });
    const text = `“It is ${written} here,” said X ${written}.`;
    const quotes = [{ exact: `It is ${written} here`, speakerId }];
    await newsroom.published({
      headline: `About ${written}`,
      language: "und",
      body: [{ paragraph: { text, quotes } }],
    });
    const { articles, persons, quotes: found, search } = await counts(sought);
    expect([articles.totalCount, persons.totalCount, found.totalCount]).toEqual(
      [1, 1, 1].map((one) => expect.toSatisfy((count: number) => count >= one)),
    );
    expect(search.totalCount).toBeGreaterThanOrEqual(1);
  });

  it("make no wildcards, whatever they are folded to", async () => {
    for (const characters of ["％", "＿", "%", "_", "\\"]) {
      const { articles } = await counts(`q${characters}q`);
      expect([characters, articles.totalCount]).toEqual([characters, 0]);
    }
  });

  it("are folded alike for every letter in either case and form", async () => {
    const letters = Array.from({ length: 0xff_ff }, (_, code) => String.fromCodePoint(code)).filter(
      // Versions of Unicode differ in the newest letters of this block.
      (character) => /\p{L}/u.test(character) && !/[\uA7CB-\uA7F1]/.test(character),
    );
    // The capitals of iota subscripts are two letters, and those of old Cyrillic forms are the capitals of others.
    const isInverse = (upper: string, letter: string): boolean => upper.toLowerCase() === letter.toLowerCase();
    const pairs = letters.flatMap((letter) => {
      const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
      const forms = [
        letter.normalize("NFD"),
        letter.normalize("NFKC"),
        lower,
        ...(isInverse(upper, letter) ? [upper] : []),
      ];
      return forms.map((form) => [letter, form] as const);
    });
    expect(pairs.length).toBeGreaterThan(100_000);
    const rows = await app.database.read<{ letter: string; form: string }>(
      `SELECT letter, form FROM unnest($1::text[], $2::text[]) p(letter, form)
       WHERE fold_characters(letter) <> fold_characters(form)`,
      [pairs.map(([letter]) => letter), pairs.map(([, form]) => form)],
    );
    expect(rows).toEqual([]);
  });
});

describe("a misspelled name", () => {
  it.each([
    ["Владимир Кузнецов", "Владимер Кузнецов"],
    ["Αλέξανδρος Μελάς", "Αλεξάντρος Μελάς"],
    ["عبدالرحمن الخطيب", "عبدالرحمان الخطيب"],
    ["Jürgen Weißenfels", "Juergen Weisenfels"],
  ])("is found in its script: %s by %s", async (name, sought) => {
    const personId = await newsroom.person({ name, aliases: [] });
    await newsroom.published({ authors: [{ personId }] });
    const { search } = await app.data<{ search: { nodes: { node: { id: string } }[] } }, object>(
      "query ($sought: String!) { search(query: $sought, in: [PERSON]) { nodes { node { ... on Person { id } } } } }",
      { sought },
    );
    expect(search.nodes.map(({ node }) => node.id)).toEqual([personId]);
  });
});
