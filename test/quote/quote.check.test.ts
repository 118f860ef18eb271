import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QuoteCheckResult, checkQuote } from "../../src/quote-check/check.js";

const SPEECH =
  "The harbour stays open through the winter. We have never closed it, and we will not close it for 12 ships. " +
  "Mayor Ilse Brandt asked me twice. I told her what I tell everyone: the sea decides, not the council.";

/** `kind quoted | original`, one a difference, as a table is easiest to read. */
function tell(result: QuoteCheckResult): string[] {
  return result.differences.map(({ kind, quoted, original }) => `${kind} ${quoted} | ${original}`);
}

describe("a quotation that has the source's words", () => {
  it.each([
    ["the whole source", SPEECH],
    ["a passage", "we will not close it for 12 ships"],
    ["a passage that begins with a capital", "We will not close it"],
    ["American closing punctuation", "the sea decides,"],
    ["other quotation marks and spaces", "“ I told her\n what I  tell everyone ”"],
    ["one word", "harbour"],
    ["its second sentence's end", "close it for 12 ships. Mayor Ilse Brandt asked me twice!"],
    ["an exchangeable mark inside", "I told her what I tell everyone – the sea decides"],
  ])("is exact: %s", (_, quoted) => {
    expect(checkQuote(quoted, SPEECH)).toEqual({ verdict: "EXACT", similarity: 1, differences: [] });
  });

  it.each([
    ["Unicode forms", "Zürich öffnet", "Heute: Zu\u0308rich o\u0308ffnet wieder."],
    ["direction controls", "نحن هنا", "\u2067قال: نحن هنا\u2069"],
    ["a Persian compound", "ما می روییم", "گفت ما می\u200Cروییم."],
    ["Chinese without spaces", "港口不会关闭", "他说：“港口不会关闭，也不会缩小。”"],
    ["combining marks", "cafe\u0301 bar", "the caf\u00E9 bar"],
    ["left-out emoji and addresses", "We won the race", "We won 🏁 the race https://example.org/race"],
    ["dropped signs of handles and tags", "Thanks harbour_watch for Winter", "Thanks @harbour_watch for #Winter"],
    ["the source's own ellipsis", "We wait... and see", "So we wait... and see."],
    ["the source's own brackets", "a [small] boat", "He wrote: a [small] boat."],
  ])("is exact across %s", (_, quoted, source) => {
    expect(checkQuote(quoted, source)).toEqual({ verdict: "EXACT", similarity: 1, differences: [] });
  });
});

describe("a quotation that marks where it was edited", () => {
  it.each([
    ["[...]", "The harbour stays open [...] the sea decides"],
    ["[…]", "We have never closed it […] for 12 ships"],
    ["…", "We have never closed it … for 12 ships"],
    ["...", "We have never closed it ... for 12 ships"],
    ["( … )", "We have never closed it (…) for 12 ships"],
    ["a replaced name", "[The mayor] asked me twice"],
    ["a replacement inside", "We will not close [the harbour] for 12 ships"],
    ["an insertion", "Mayor Ilse Brandt [of the coast party] asked me twice"],
    ["[sic]", "The harbour stays [sic] open"],
    ["a changed first letter", "[W]e will not close it"],
    ["a changed ending", "the sea decide[d], not the council"],
    ["several marks", "[It] stays open … we will not close it for [so few] ships … the sea decides …"],
  ])("is a marked edit: %s", (_, quoted) => {
    expect(checkQuote(quoted, SPEECH)).toEqual({ verdict: "MARKED_EDIT", similarity: 1, differences: [] });
  });

  it.each([
    ["words in another order", "the sea decides … The harbour stays open through the winter"],
    ["a negation dropped beside a mark", "We have … closed it, and we will close it for 12 ships"],
    ["a bracket that hides sentences", "The harbour stays [shut] everyone: the sea decides"],
  ])("is altered all the same: %s", (_, quoted) => {
    expect(checkQuote(quoted, SPEECH).verdict).toBe("ALTERED");
  });
});

describe("a quotation that differs unmarked", () => {
  it.each([
    ["a dropped negation", "we will close it for 12 ships", ["REMOVED null | not"]],
    ["a changed number", "we will not close it for 21 ships", ["CHANGED 21 | 12"]],
    ["a changed name", "Mayor Else Brandt asked me twice", ["CHANGED Else | Ilse"]],
    ["an added word", "The harbour always stays open through the winter", ["ADDED always | null"]],
    ["a silent cut", "We have never closed it for 12 ships", ["REMOVED null | and we will not close it"]],
    ["a case inside", "The Harbour stays open through the winter", ["CHANGED Harbour | harbour"]],
    ["joined sentences", "asked me twice I told her what I tell everyone", ["CHANGED twice I | twice. I"]],
    [
      "spliced sentences",
      "The harbour stays open through the winter. Mayor Ilse Brandt asked me twice.",
      ["REMOVED null | We have never closed it, and we will not close it for 12 ships"],
    ],
    [
      "two faults",
      "We have closed it, and we will not close it for 20 ships",
      ["REMOVED null | never", "CHANGED 20 | 12"],
    ],
    ["a changed beginning", "They told her what I tell everyone", ["CHANGED They | I"]],
  ])("is altered by %s", (_, quoted, differences) => {
    const result = checkQuote(quoted, SPEECH);
    expect(result.verdict).toBe("ALTERED");
    expect(tell(result)).toEqual(differences);
    expect(result.similarity).toBeLessThan(1);
    expect(result.similarity).toBeGreaterThan(0.4);
  });

  it.each([
    ["Chinese", "港口会关闭", "他说：港口不会关闭。", ["REMOVED null | 不"]],
    ["Arabic", "نحن نغلق الميناء", "نحن لن نغلق الميناء", ["REMOVED null | لن"]],
    ["emoji", "We won 🏁 today", "We won 🌧 today", ["ADDED 🏁 | null"]],
    ["a percentage", "It rose by 5 percent", "It rose by 5%", ["CHANGED percent | %"]],
    ["a decimal point", "It rose by 55 points", "It rose by 5.5 points", ["CHANGED 55 | 5.5"]],
  ])("is altered in %s", (_, quoted, source, differences) => {
    expect(tell(checkQuote(quoted, source))).toEqual(differences);
  });

  it("shows a long cut by its beginning and end", () => {
    const cut = "word after word ".repeat(40);
    const [difference] = checkQuote(
      "The first part stays here and this part follows.",
      `The first part stays here ${cut}and this part follows.`,
    ).differences;
    expect(difference?.kind).toBe("REMOVED");
    expect(difference?.original?.length).toBeLessThanOrEqual(200);
    expect(difference?.original).toMatch(/^word after word .* … .* word after word$/);
  });

  it("is still altered, not missing, when whole sentences changed places", () => {
    const quoted = "I told her what I tell everyone: the sea decides. The harbour stays open through the winter.";
    expect(checkQuote(quoted, SPEECH).verdict).toBe("ALTERED");
  });
});

describe("a quotation that the source does not hold", () => {
  it.each([
    ["another subject", "Our schools need more teachers and better pay for all of them before the summer."],
    ["the same small words", "The council of the city and the people of it will not be the first for this."],
    ["a short one", "Never again"],
    ["one word", "airport"],
    ["another language", "Der Hafen bleibt den ganzen Winter offen"],
    ["no words", "…"],
    ["nothing", ""],
  ])("is not found: %s", (_, quoted) => {
    const result = checkQuote(quoted, SPEECH);
    expect(result.verdict).toBe("NOT_FOUND");
    expect(result.differences).toEqual([]);
    expect(result.similarity).toBeLessThan(0.5 + Number.EPSILON);
  });

  it("is not found in an empty source", () => {
    expect(checkQuote("We stay.", "")).toEqual({ verdict: "NOT_FOUND", similarity: 0, differences: [] });
  });

  it("is unsourced without a source", () => {
    expect(checkQuote("We stay.", null)).toEqual({ verdict: "UNSOURCED", similarity: null, differences: [] });
  });
});

const word = fc.constantFrom(
  "the",
  "sea",
  "harbour",
  "not",
  "we",
  "open",
  "12",
  "Brandt",
  "winter",
  "and",
  "never",
  "港",
);
const words = fc.array(word, { minLength: 1, maxLength: 40 });

describe("whatever the texts", () => {
  it("finds every passage of a source exact", () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (source, one, other) => {
        const [start, end] = [one % source.length, other % source.length].sort((a, b) => a - b);
        // A negation right behind the passage belongs to it.
        fc.pre(!["not", "never"].includes(source[(end ?? 0) + 1] ?? ""));
        const passage = source.slice(start, (end ?? 0) + 1).join(" ");
        expect(checkQuote(passage, source.join(" ")).verdict).toBe("EXACT");
      }),
    );
  });

  it("finds a passage with marked cuts a marked edit", () => {
    fc.assert(
      fc.property(words, words, words, (one, cut, other) => {
        fc.pre(!cut.includes("not") && !cut.includes("never"));
        const source = [...one, ...cut, ...other].join(" ");
        const verdict = checkQuote(`${one.join(" ")} [...] ${other.join(" ")}`, source).verdict;
        expect(verdict).toBe("MARKED_EDIT");
      }),
    );
  });

  it("has similarity 1 exactly without differences, and never crosses its bounds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (quoted, source) => {
        const { verdict, similarity, differences } = checkQuote(quoted, source);
        const isFound = verdict === "EXACT" || verdict === "MARKED_EDIT";
        expect(similarity === 1).toBe(isFound);
        expect(differences.length > 0).toBe(verdict === "ALTERED");
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("aligns every differing pair of word lists in order and reports only words that are in them", () => {
    fc.assert(
      fc.property(words, words, (quoted, source) => {
        const [left, right] = [quoted.join(" "), source.join(" ")];
        for (const difference of checkQuote(left, right).differences) {
          expect(left).toContain(difference.quoted ?? "");
          expect(right).toContain(difference.original ?? "");
        }
      }),
    );
  });
});

describe("long and awkward texts", () => {
  const long = Array.from({ length: 12_000 }, (_, index) => `word${(index * 7919) % 5_003}`);

  it("finds the one changed word in a long quotation", () => {
    const quoted = long.with(6_000, "another").join(" ");
    expect(tell(checkQuote(quoted, long.join(" ")))).toEqual([`CHANGED another | ${long[6_000]}`]);
  });

  it("finds the words cut out of a long quotation", () => {
    const quoted = long.toSpliced(3_000, 2).join(" ");
    expect(tell(checkQuote(quoted, long.join(" ")))).toEqual([`REMOVED null | ${long[3_000]} ${long[3_001]}`]);
  });

  it.each([
    ["one word all over", "sea ".repeat(30_000), "sea ".repeat(29_999)],
    ["two words in turn", "sea wind ".repeat(15_000), "wind sea ice ".repeat(10_000)],
    ["an ellipsis after every word", "sea … ".repeat(15_000), "sea wind ".repeat(15_000)],
    ["brackets after every word", "sea [x] ".repeat(10_000), "sea wind ".repeat(15_000)],
    ["a beginning of an address over and over", "http://".repeat(10_000), "www.".repeat(20_000)],
    ["brackets that never close", "[".repeat(100_000), "[".repeat(100_000)],
    ["marks on one letter", `e${"\u0301\u0323".repeat(50_000)}`, `e${"\u0323\u0301".repeat(50_000)}`],
  ])("answers for %s", (_, quoted, source) => {
    expect(["EXACT", "MARKED_EDIT", "ALTERED", "NOT_FOUND"]).toContain(checkQuote(quoted, source).verdict);
  });
});

const SEEDS = resolve(import.meta.dirname, "../../../shared/seeds");
const seed = existsSync(SEEDS) ? readdirSync(SEEDS).find((name) => name.endsWith(".txt")) : undefined;

describe("the wire story beside the project (left out where the folder ../shared/seeds is absent)", () => {
  it.skipIf(seed === undefined)("has a first quotation that alters the post, and a second that is not in it", () => {
    const story = readFileSync(resolve(SEEDS, seed ?? ""), "utf8");
    const post =
      story
        .split(/\n\s*\n/u)
        .find((paragraph) => paragraph.includes("(@"))
        ?.replace(/—[^—]*$/u, "") ?? "";
    const [first, second] = [...story.matchAll(/“[^”]+”/gu)].map((match) => match[0]);
    const check = checkQuote(first ?? "", post);
    expect(check.verdict).toBe("ALTERED");
    expect(check.differences.length).toBeGreaterThan(1);
    expect(checkQuote(second ?? "", post).verdict).toBe("NOT_FOUND");
  });
});
