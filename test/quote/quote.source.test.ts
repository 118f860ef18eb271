import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { checkQuote, SourceText } from "../../src/quote-check/check.js";

/** Compounds in every spelling, words in other cases, figures, brackets, dots, emoji and scripts without spaces. */
const WORDS =
  "می رود می\u200Cرود میرود کتاب ها كتاب‌ها The the harbour Harbour 12.5 ۱۲ — … [not] not 😀 海港 U.S. no, end. 한국 말".split(
    " ",
  );
const text = (maxLength: number) => array(constantFrom(...WORDS), { maxLength }).map((words) => words.join(" "));

test("quotations that are compared with one source in sequence have the results that each has alone", () => {
  assert(
    property(text(60), array(text(12), { minLength: 1, maxLength: 6 }), (source, quotations) => {
      const shared = new SourceText(source);
      for (const quoted of quotations) expect(checkQuote(quoted, shared)).toEqual(checkQuote(quoted, source));
    }),
  );
});

test("a source is read once for all quotations", () => {
  const source = new SourceText("The harbour stays open all night.");
  checkQuote("The harbour stays open", source);
  const { read } = source;
  expect(checkQuote("harbour stays shut", source).verdict).toBe("ALTERED");
  expect(source.read).toBe(read);
});
