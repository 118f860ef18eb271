import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SearchIdsDocument } from "../generated/graphql.js";
import { Searcher } from "./support/searcher.js";

let reader: Searcher;

beforeAll(async () => {
  reader = await Searcher.open();
});
afterAll(() => reader.app.close());

/** Texts of every kind, the same in each run. */
function* strangeQueries(): Generator<string> {
  yield* [
    "",
    " ",
    "-",
    "--",
    '"',
    '""',
    "OR",
    "OR OR",
    "|",
    "*",
    "**",
    "-*",
    '-"',
    '"ferry',
    'ferry"',
    "ferry OR",
    "OR ferry",
  ];
  yield* [
    "-ferry",
    '-"night ferry"',
    "ferry -",
    "a*",
    "'",
    "\\",
    "';--",
    "ferry & !night",
    "(ferry)",
    "ferry:*A",
    "<->",
    "!!",
  ];
  yield* [
    "🐋🐋",
    "👩‍👩‍👧",
    "\u0301",
    "\u200b",
    "\ud800",
    "e\u0301",
    "ﬁ",
    "％",
    "ﷺ",
    "İ".repeat(50),
    "ferry\0",
    "\0",
    "中".repeat(500),
    "ก".repeat(500),
  ];
  yield* ["x".repeat(10_000), "ferry ".repeat(1_600), '"'.repeat(9_999), "-".repeat(10_000), "ferry OR ".repeat(1_000)];
  let seed = 7;
  const pieces = [
    '"',
    "-",
    "*",
    "|",
    " OR ",
    " ",
    "ferry",
    "Straße",
    "京都",
    "ไทย",
    "می‌",
    "'",
    "\\",
    "&",
    "!",
    ":",
    "(",
    ")",
    "@",
    "#",
    "~",
    "<",
    ">",
    "\n",
    "é",
    "ß",
  ];
  for (let at = 0; at < 150; at += 1) {
    let query = "";
    for (let part = 0; part < 12; part += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      query += pieces[seed % pieces.length];
    }
    yield query;
  }
}

describe("any text", () => {
  it("is a query and never an error", async () => {
    for (const query of strangeQueries()) {
      const { errors } = await reader.app.ask(SearchIdsDocument, { query });
      expect([query, errors]).toEqual([query, undefined]);
    }
  });

  it("is read as far as the limit of words, also without spaces between them", async () => {
    const words =
      "政府今天在首都宣布关于气候变化和能源转型的政策并且要求各省在未来五年之内减少碳排放量同时增加可再生能源的使用比例";
    const text = `${words}以及改善城市空气质量和公共交通系统的效率`;
    const { id } = await reader.newsroom.published({ headline: text, language: "zh" });
    expect(await reader.idsOf({ query: text, in: ["ARTICLE"] })).toEqual([id]);
  });

  it("without words, or with excluded words only, finds nothing", async () => {
    for (const query of ["", "-ferry", '"', "OR", "…"]) {
      expect(await reader.search({ query })).toMatchObject({
        nodes: [],
        totalCount: 0,
        pageInfo: { hasNextPage: false },
      });
    }
  });
});

describe("the syntax", () => {
  it.each([
    ["requires all words", "ferry propeller", ["ferry"]],
    ["keeps the order of a phrase", '"island sorrel"', []],
    ["joins a phrase across an apostrophe", '"cœur à distance"', ["coeur"]],
    ["excludes a word", "islanders -pier", ["ferry"]],
    ["excludes a phrase", 'islanders -"ticket prices"', ["ferry"]],
    ["takes either side of OR", "propeller OR burglaries", ["ferry", "crimeRate"]],
    ["takes either side of a bar", "propeller | burglaries", ["ferry", "crimeRate"]],
    ["binds OR closer than words side by side", "islanders pier OR propeller", ["ferry", "ferryPrices"]],
    ["finds words by their beginning", "prop*", ["ferry", "crimeRate"]],
    ["does not find beginnings without an asterisk", "pensi", []],
    ["reads typographic quotation marks", "„apple harvest“", ["apples"]],
    ["reads single French quotation marks", "‹island sorrel›", []],
    ["reads the quotation marks of Japanese", "「island sorrel」", []],
    ["reads the prefix of a phrase behind its quotation mark", '"apple harv"*', ["apples"]],
    ["reads operators in full width", "propeller ｜ burglaries －ferry", ["crimeRate"]],
    ["reads an asterisk in full width", "prop＊", ["ferry", "crimeRate"]],
    ["takes an OR in lower case for a word", "propeller or burglaries", []],
  ] as const)("%s", async (_what, query, names) => {
    const found = await reader.idsOf({ query, in: ["ARTICLE"] });
    expect(found.toSorted()).toEqual(names.map((name) => reader.id(name)).toSorted());
  });
});

describe("words that an apostrophe joins", () => {
  it.each([
    ["fr", "Une économie forte", "l'économie"],
    ["fr", "Une économie forte", "L’ÉCONOMIE"],
    ["fr", "D'une économie forte", "économie"],
    ["en", "Old Quillbrook market", "Quillbrook's market"],
    ["en", "Quillbrook’s market", "quillbrook"],
    ["en", "Councillors close Quillbrook", "don't close Quillbrook"],
    ["it", "Una antica arte", "dell'arte antica"],
    ["tr", "Yeni Quillbrook limanı", "Quillbrook'da liman"],
    ["en", "Mayor O'Quillan resigns", "O’Quillan"],
    ["uk", "П'ять порід", "пʼять"],
  ])("need not be found with it where they are frequent: %s, %s by %s", async (language, headline, query) => {
    const { id } = await reader.newsroom.published({ headline, language });
    expect(await reader.idsOf({ query, in: ["ARTICLE"], filter: { language } })).toContain(id);
  });

  it("are found together where they are not, or in quotation marks", async () => {
    await reader.newsroom.published({ headline: "Quillan resigns", language: "en" });
    const { id } = await reader.newsroom.published({ headline: "Mayor O'Quillan stays", language: "en" });
    const found = await reader.idsOf({ query: "o'quillan stays", in: ["ARTICLE"] });
    expect(found).toEqual([id]);
    expect(await reader.idsOf({ query: '"l\'économie"', in: ["ARTICLE"], filter: { language: "fr" } })).toEqual([]);
  });
});
