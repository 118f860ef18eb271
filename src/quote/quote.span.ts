import type { Issues, Path } from "../graphql/validation.js";
import { isCharacterBoundary } from "./quote.anchor.js";
import type { QuoteInput } from "./quote.inputs.js";

/** Where words stand in a text: UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Marks that open or close quoted words; they are not part of the words. */
const MARKS = /^[“”„‟"«»‹›「」『』‘’‚‛']$/u;

/** The span without white space at its ends. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (start < end && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The span without quotation marks, and the white space in and around them, at its ends. */
function withoutMarks(text: string, span: Span): Span {
  const { start, end } = trimmed(text, span);
  // A mark at one end only belongs to words that are quoted within the words, or is an apostrophe.
  const isMarked = end - start > 1 && MARKS.test(text.charAt(start)) && MARKS.test(text.charAt(end - 1));
  return isMarked ? trimmed(text, { start: start + 1, end: end - 1 }) : { start, end };
}

function isWhole(text: string, { start, end }: Span): boolean {
  return isCharacterBoundary(text, start) && isCharacterBoundary(text, end);
}

function spanOfWords(text: string, exact: string, taken: readonly Span[], path: Path, issues: Issues): Span | null {
  const words = exact.normalize("NFC").trim();
  if (words === "") {
    issues.add([...path, "exact"], "The words must not be empty.");
    return null;
  }
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const found = { start, end: start + words.length };
    const isTaken = taken.some((span) => span.start < found.end && found.start < span.end);
    if (!isTaken && isWhole(text, found)) return found;
  }
  issues.add([...path, "exact"], "The words do not stand in the paragraph's text.");
  return null;
}

function spanOfOffsets(text: string, { start, end }: Span, path: Path, issues: Issues): Span | null {
  if (start < 0 || end > text.length || start >= end) {
    issues.add(
      [...path, "start"],
      `The span ${start}–${end} is not inside the paragraph's text of ${text.length} code units.`,
    );
    return null;
  }
  if (isWhole(text, { start, end })) return { start, end };
  issues.add([...path, "start"], `The span ${start}–${end} cuts through a character.`);
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
  const isExact = typeof exact === "string";
  if (!isExact && !hasOffsets) return null;
  const found = isExact
    ? spanOfWords(text, exact, taken, path, issues)
    : spanOfOffsets(text, { start: start ?? 0, end: end ?? 0 }, path, issues);
  if (!found) return null;
  const span = withoutMarks(text, found);
  const words = text.slice(span.start, span.end);
  if (!/[^\s\p{P}]/u.test(words)) {
    issues.add([...path, isExact ? "exact" : "start"], "There are no words to quote, only marks.");
    return null;
  }
  return span;
}
