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

  it("with a NUL is refused, as in every other argument", async () => {
    const { errors } = await reader.app.ask(SearchIdsDocument, { query: "ferry\0" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "query" });
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
    ["takes an OR in lower case for a word", "propeller or burglaries", []],
  ] as const)("%s", async (_what, query, names) => {
    const found = await reader.idsOf({ query, in: ["ARTICLE"] });
    expect(found.toSorted()).toEqual(names.map((name) => reader.id(name)).toSorted());
  });
});
