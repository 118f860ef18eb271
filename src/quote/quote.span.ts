import type { Issues, Path } from "../graphql/validation.js";
import type { QuoteInput } from "./quote.inputs.js";

/** Where words stand in a text: UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Marks that open or close quoted words; they are not part of the words. */
const MARKS = /^[“”„‟"«»‹›「」『』‘’‚‛']$/u;

/** The span without quotation marks and white space at its ends. */
function withoutMarks(text: string, span: Span): Span {
  let { start, end } = span;
  const isOuter = (at: number): boolean => /\s/u.test(text.charAt(at));
  while (start < end && isOuter(start)) start += 1;
  while (start < end && isOuter(end - 1)) end -= 1;
  // A mark at one end only belongs to words that are quoted within the words, or is an apostrophe.
  if (end - start > 2 && MARKS.test(text.charAt(start)) && MARKS.test(text.charAt(end - 1))) {
    return { start: start + 1, end: end - 1 };
  }
  return { start, end };
}

function cutsCharacter(text: string, at: number): boolean {
  const isLow = /^[\uDC00-\uDFFF]/.test(text.slice(at));
  return at > 0 && at < text.length && (isLow || /^\p{Mn}/u.test(text.slice(at, at + 2)));
}

function spanOfWords(text: string, exact: string, taken: readonly Span[], path: Path, issues: Issues): Span | null {
  const words = exact.normalize("NFC").trim();
  if (words === "") {
    issues.add([...path, "exact"], "The words must not be empty.");
    return null;
  }
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const found = { start, end: start + words.length };
    if (!taken.some((span) => span.start < found.end && found.start < span.end)) return found;
  }
  issues.add([...path, "exact"], "The words do not stand in the paragraph's text.");
  return null;
}

/**
 * The span of a quote in its paragraph's text, told by offsets or by the words themselves; without its quotation marks.
 * Null where the input tells none, which is reported.
 *
 * @param taken spans of the paragraph's other quotes: the same words are looked for beside them.
 */
export function readSpan(
  text: string,
  input: Pick<QuoteInput, "start" | "end" | "exact">,
  taken: readonly Span[],
  path: Path,
  issues: Issues,
): Span | null {
  const { start, end, exact } = input;
  const hasOffsets = typeof start === "number" && typeof end === "number";
  if (hasOffsets === (typeof exact === "string")) {
    issues.add(path, "A quote takes either `start` and `end`, or `exact`.");
    return null;
  }
  if (typeof exact === "string") {
    const found = spanOfWords(text, exact, taken, path, issues);
    return found && withoutMarks(text, found);
  }
  if (!hasOffsets) return null;
  if (start < 0 || end > text.length || start >= end) {
    issues.add(
      [...path, "start"],
      `The span ${start}–${end} is not inside the paragraph's text of ${text.length} code units.`,
    );
    return null;
  }
  if (cutsCharacter(text, start) || cutsCharacter(text, end)) {
    issues.add([...path, "start"], `The span ${start}–${end} cuts through a character.`);
    return null;
  }
  const span = withoutMarks(text, { start, end });
  if (span.start === span.end) issues.add([...path, "start"], "The span holds no words.");
  return span;
}
