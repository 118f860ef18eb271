import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldQuotedWords, readText } from "../../src/quote-check/words.js";
import { quotedWordsKey } from "../../src/quote-check/words-key.js";

const SAME_WORDS: readonly (readonly [string, string, string])[] = [
  ["quotation marks", "“We will not leave”", "»We will not leave«"],
  ["apostrophes", "We won’t leave", "We won't leave"],
  ["white space", "We\u00A0will  not\n leave", "We will not leave"],
  ["Unicode form", "Le caf\u00E9 ferme", "Le cafe\u0301 ferme"],
  ["the first letter's case", "we will not leave", "We will not leave"],
  ["closing punctuation", "We will not leave,", "We will not leave."],
  ["dashes", "We will – not now – leave", "We will—not now—leave"],
  ["hyphens", "a long\u2011term plan", "a long-term plan"],
  ["invisible characters", "We\u200B will \u202Anot\u202C lea\u00ADve", "We will not leave"],
  ["initials", "the U.S. mission", "the US mission"],
  ["Arabic and Persian letters", "كتاب علي", "کتاب علی"],
  ["the Persian joiner", "می\u200Cرویم", "می رویم"],
  ["emoji", "We will 🎉 not leave 👩🏽‍🚒", "We will not leave"],
];

const OTHER_WORDS: readonly (readonly [string, string, string])[] = [
  ["a negation", "We will leave", "We will not leave"],
  ["a number's point", "5.5 metres", "55 metres"],
  ["a sign", "-5 degrees", "5 degrees"],
  ["a unit", "5% more", "5 more"],
  ["a capital inside", "the Polish workers", "the polish workers"],
  ["an ellipsis", "We will … leave", "We will leave"],
  ["the order", "not we", "we not"],
];

describe("the fold of quoted words", () => {
  it.each(SAME_WORDS)("does not mind %s", (_, one, other) => {
    expect(foldQuotedWords(one)).toBe(foldQuotedWords(other));
    expect(quotedWordsKey(one)).toBe(quotedWordsKey(other));
  });

  it.each(OTHER_WORDS)("minds %s", (_, one, other) => {
    expect(quotedWordsKey(one)).not.toBe(quotedWordsKey(other));
  });

  it("is the words, one space apart", () => {
    expect(foldQuotedWords("“The harbour, he said, is — for now — ours.”")).toBe("the harbour he said is for now ours");
  });

  it("is empty for punctuation alone, and keeps emoji if there is nothing but them", () => {
    expect(foldQuotedWords(" … “” !")).toBe("");
    expect(foldQuotedWords("🎉")).toBe("🎉");
  });

  it("returns the key as SHA-256 in base64url", () => {
    expect(quotedWordsKey("We will stay.")).toMatch(/^[\w-]{43}$/);
  });

  it("does not change when folded again", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12, mode: "sentences" }), (text) => {
        expect(foldQuotedWords(foldQuotedWords(text))).toBe(foldQuotedWords(text));
      }),
    );
  });
});

describe("reading words", () => {
  it.each([
    ["12:30 and 1,200.5", ["12:30", "and", "1,200.5"]],
    ["see https://example.org/a?b=1.", ["see", "https://example.org/a?b=1"]],
    ["@harbour_watch #SaveTheQuay", ["harbour_watch", "SaveTheQuay"]],
    ["港は開く", ["港", "は", "開", "く"]],
    ["rock’n’roll", ["rock'n'roll"]],
    ["🇫🇮👨‍👩‍👧!", ["🇫🇮", "👨‍👩‍👧"]],
  ])("finds the words of %j", (text, keys) => {
    expect(readText(text).words.map((word) => word.key)).toEqual(keys);
  });

  it("returns ascending offsets inside the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (raw) => {
        const { text, words } = readText(raw);
        let end = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
