import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkQuote } from "../../src/quote-check/check.js";

const plain = fc.constantFrom("sea", "the", "harbour", "opens", "Brandt", "winter", "and", "boats", "sail");
const figure = fc.constantFrom(
  "7",
  "1-2",
  "12",
  "9/11",
  "911",
  "-5",
  "5",
  "1.5",
  "15",
  "1,5",
  "½",
  "1/4",
  "2nd",
  "2",
  "$3",
  "3",
  "3%",
  "10:30",
  "1030",
);
const sentence = fc.array(plain, { minLength: 3, maxLength: 15 });

describe("whatever the sentence", () => {
  it("a figure in the place of another one is never exact", () => {
    fc.assert(
      fc.property(sentence, figure, figure, sentence, (before, one, other, after) => {
        fc.pre(one !== other);
        const text = (each: string): string => [...before, each, ...after].join(" ");
        expect(checkQuote(text(one), text(other)).verdict).toBe("ALTERED");
      }),
    );
  });

  it("a negation that is removed, added or hidden behind a mark is never exact nor a marked edit", () => {
    const negation = fc.constantFrom("not", "never", "no", "nicht", "kein", "pas", "nunca", "non", "لن", "هرگز");
    fc.assert(
      fc.property(sentence, negation, sentence, (before, word, after) => {
        const without = (mark: string): string => [...before, mark, ...after].join(" ").replace(/ {2}/u, " ");
        const source = without(word);
        for (const quoted of [without(""), without("…"), without("[...]")]) {
          expect(checkQuote(quoted, source).verdict).toBe("ALTERED");
        }
        expect(checkQuote(without(`[${word}]`), without("")).verdict).toBe("ALTERED");
        expect(checkQuote(source, without("")).verdict).toBe("ALTERED");
      }),
    );
  });
});
