import { describe, expect, it } from "vitest";
import { countWords } from "../../src/lib/count-words.js";
import { LONGEST_PART } from "@dateline/copy-reader/text";

/** What the segmenter says of the whole text at once, which takes time with the square of its length. */
function countAtOnce(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

const LONG: readonly (readonly [name: string, language: string, unit: string])[] = [
  ["curly quotes", "en", "she’s “not” here, "],
  ["numbers", "en", "3.5 and 1,000.25 or 12:30; "],
  ["Chinese", "zh", "消息人士表示，港口将于周一重新开放。"],
  ["Japanese", "ja", "港は月曜日に再開するカタカナ、"],
  ["Thai", "th", "ท่าเรือจะเปิดอีกครั้งในวันจันทร์ "],
  ["flags and families", "en", "🇩🇪🇫🇷 👨‍👩‍👧‍👦 word "],
  ["Hebrew with a gershayim", "he", "צה״ל אמר "],
  ["combining marks", "en", "ca\u0301fe\u0301 "],
];

describe("words are counted in pieces", () => {
  it.each(LONG)("with the same result as at once: %s", (_name, language, unit) => {
    for (const length of [1, 10, 990, 1_000, 1_001, 1_010, 2_500, 6_000]) {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      expect(countWords([text], language)).toBe(countAtOnce(text, language));
    }
  });

  it("a word that is longer than a piece is one word", () => {
    expect(countWords([`${"a".repeat(5_000)} ${"b".repeat(999)} ${"c".repeat(70_000)}`], "en")).toBe(3);
    expect(countWords(["a.".repeat(2_000), ""], "en")).toBe(countAtOnce("a.".repeat(2_000), "en"));
  });

  it.each(LONG)("in time that grows with the text, at its legal maximum: %s", (_name, language, unit) => {
    const text = unit.repeat(Math.ceil(LONGEST_PART / unit.length)).slice(0, LONGEST_PART);
    // Ten times the longest paragraph is the largest body of a request. At once this would take minutes.
    expect(
      countWords(
        Array.from({ length: 10 }, () => text),
        language,
      ),
    ).toBeGreaterThan(1_000);
  });
});
