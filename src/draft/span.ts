import type { Issues, Path } from "../validation/issues.js";
import { cutsWord, isCharacterBoundary } from "../quote-check/anchor.js";
import type { QuoteInput } from "./quote.inputs.js";

/** Where words are in a text: UTF-16 code units, the end exclusive. */
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
  const words = exact.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
  if (words === "") {
    issues.add([...path, "exact"], "The words must not be empty.", { reason: "EMPTY" });
    return null;
  }
  let isWithinWord = false;
  let joined: Span | null = null;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const found = { start, end: start + words.length };
    const isTaken = taken.some((span) => span.start < found.end && found.start < span.end);
    if (isTaken || !isWhole(text, found)) continue;
    const ends = [cutsWord(text, found.start), cutsWord(text, found.end)];
    if (ends.includes("inside")) isWithinWord = true;
    else if (ends.includes("joined")) joined ??= found;
    else return found;
  }
  if (joined) return joined;
  const reason = isWithinWord ? "are only part of longer words of" : "are not in";
  issues.add([...path, "exact"], `The words ${reason} the paragraph's text, or another quote has them.`, {
    reason: "WORDS_NOT_FOUND",
  });
  return null;
}

/**
 * The span between two offsets. Null, with an issue, if one is outside the text or cuts through a character, or if they are
 * not in order, for which the field `blamed` is reported.
 */
export function readOffsets(
  text: string,
  { start, end }: Span,
  path: Path,
  issues: Issues,
  blamed: "start" | "end" = "start",
): Span | null {
  const size = `The paragraph's text has ${text.length} code units.`;
  const isStartInside = start >= 0 && start <= text.length;
  const isEndInside = end >= 0 && end <= text.length;
  if (!isStartInside) issues.add([...path, "start"], `The start ${start} is outside the text. ${size}`);
  if (!isEndInside) issues.add([...path, "end"], `The end ${end} is outside the text. ${size}`);
  if (!isStartInside || !isEndInside) return null;
  if (start >= end) {
    issues.add([...path, blamed], `The start ${start} is not before the end ${end}.`);
    return null;
  }
  const cut = isCharacterBoundary(text, start) ? (isCharacterBoundary(text, end) ? null : "end") : "start";
  if (cut === null) return { start, end };
  issues.add([...path, cut], `The ${cut} ${cut === "start" ? start : end} cuts through a character.`);
  return null;
}

/**
 * The span of a quote in its paragraph's text, set by offsets or by the words themselves; without its quotation marks.
 * Null, with an issue, if the input contains neither.
 *
 * @param taken spans of the paragraph's other quotes: the same words are looked for beside them.
 * @param blamed the field that is reported when the offsets are not in order.
 */
export function readSpan(
  text: string,
  input: Pick<QuoteInput, "start" | "end" | "exact">,
  taken: readonly Span[],
  path: Path,
  issues: Issues,
  blamed: "start" | "end" = "start",
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
    : readOffsets(text, { start: start ?? 0, end: end ?? 0 }, path, issues, blamed);
  if (!found) return null;
  const span = withoutMarks(text, found);
  const words = text.slice(span.start, span.end);
  if (!/[^\s\p{P}]/u.test(words)) {
    issues.add([...path, isExact ? "exact" : blamed], "There are no words to quote, only marks.", {
      reason: "NO_WORDS",
    });
    return null;
  }
  return span;
}
