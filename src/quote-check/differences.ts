import type { Block } from "./align.js";
import { type CodedText, agree, endsClause, endsSentence } from "./codes.js";
import type { EditMark, MarkedText } from "./quotation-marks.js";
import type { Boundary } from "./words.js";

/**
 * Words in which a quotation and its source differ, as they are there. `ADDED`: only quoted, `original` is null;
 * `REMOVED`: only in the source, `quoted` is null; `CHANGED`: one phrase in place of the other.
 */
export interface QuoteDifference {
  readonly kind: "ADDED" | "REMOVED" | "CHANGED";
  readonly quoted: string | null;
  readonly original: string | null;
}

/** Phrases longer than this number of UTF-16 code units are shown by their beginning and their end. */
export const MOST_PHRASE_LENGTH = 200;

/**
 * Finds the unmarked differences between a quotation and its source; `pairs` has the index of the partner of every
 * quoted word (or -1). Blocks are word indices in reading order; those that touch are one. Not counted: what the marks allow, a
 * capital where a sentence begins on either side, and, in scripts without capitals, spaces inside a word.
 */
export function findDifferences(quote: CodedText & MarkedText, source: CodedText, pairs: Int32Array): Block[] {
  const marks = new Map(quote.marks.map((mark) => [mark.at, mark]));
  const blocks: Block[] = [];
  let last = -1;
  for (let at = 0; at < pairs.length; at += 1) {
    if ((pairs[at] ?? -1) < 0) continue;
    const gap = last < 0 ? headGap(source, at, pairs) : innerGap(last, at, pairs);
    const difference = judgeGap(gap, quote, source, marks);
    if (difference) blocks.push(difference);
    if (last < 0 || gap.quoteEnd > gap.quoteStart || gap.sourceEnd > gap.sourceStart) last = at;
    else {
      last = at;
      blocks.push(...judgeNeighbours(at, quote, source, pairs, marks));
    }
  }
  if (last < 0) return [{ quoteStart: 0, quoteEnd: pairs.length, sourceStart: 0, sourceEnd: 0 }];
  if (last < pairs.length - 1) blocks.push(tailGap(source, last, pairs));
  return mergeTouching(blocks);
}

/** What a block of differing words means to a reader. */
export function describeDifference(block: Block, quote: MarkedText, source: CodedText): QuoteDifference {
  const quoted = phrase(quote, block.quoteStart, block.quoteEnd);
  const original = phrase(source, block.sourceStart, block.sourceEnd);
  const kind = quoted === null ? "REMOVED" : original === null ? "ADDED" : "CHANGED";
  return { kind, quoted, original };
}

function innerGap(last: number, at: number, pairs: Int32Array): Block {
  return { quoteStart: last + 1, quoteEnd: at, sourceStart: (pairs[last] ?? 0) + 1, sourceEnd: pairs[at] ?? 0 };
}

/**
 * The quoted words before the first common one, against the beginning of the source's sentence when that is about as
 * long, otherwise against as many words as the clause has there.
 */
function headGap(source: CodedText, at: number, pairs: Int32Array): Block {
  const sourceEnd = pairs[at] ?? 0;
  const sentence = countBack(source, sourceEnd, at + 4, endsSentence);
  const isWhole = at > 0 && sentence < at + 4;
  const length = isWhole ? sentence : countBack(source, sourceEnd, at, endsClause);
  return { quoteStart: 0, quoteEnd: at, sourceStart: sourceEnd - length, sourceEnd };
}

function tailGap(source: CodedText, last: number, pairs: Int32Array): Block {
  const sourceStart = (pairs[last] ?? 0) + 1;
  const most = pairs.length - 1 - last;
  const sentence = countOn(source, sourceStart, most + 4, endsSentence);
  const length = sentence < most + 4 ? sentence : countOn(source, sourceStart, most, endsClause);
  return { quoteStart: last + 1, quoteEnd: pairs.length, sourceStart, sourceEnd: sourceStart + length };
}

type EndTest = (source: CodedText, index: number) => boolean;

function countBack(source: CodedText, end: number, most: number, isEnd: EndTest): number {
  let count = 0;
  while (count < most && end - count > 0 && !isEnd(source, end - count - 1)) count += 1;
  return count;
}

function countOn(source: CodedText, start: number, most: number, isEnd: EndTest): number {
  let count = 0;
  while (count < most && start + count < source.words.length && !isEnd(source, start + count - 1)) count += 1;
  return count;
}

/** Returns the part of a gap that no mark allows, or null. */
function judgeGap(
  gap: Block,
  quote: CodedText & MarkedText,
  source: CodedText,
  marks: ReadonlyMap<number, EditMark>,
): Block | null {
  const quoted = gap.quoteEnd - gap.quoteStart;
  const original = gap.sourceEnd - gap.sourceStart;
  if (quoted === 0 && original === 0) return null;
  if (quoted > 0 && original > 0 && isSameUnspaced(gap, quote, source)) return null;
  let allowed = 0;
  for (let at = gap.quoteStart; at <= gap.quoteEnd; at += 1) allowed += marks.get(at)?.skips ?? 0;
  if (original > allowed) return gap;
  return quoted === 0 ? null : { ...gap, sourceEnd: gap.sourceStart };
}

/** Two neighbours on both sides. They may differ in punctuation between them and in a capital. */
function judgeNeighbours(
  at: number,
  quote: CodedText,
  source: CodedText,
  pairs: Int32Array,
  marks: ReadonlyMap<number, EditMark>,
): Block[] {
  if (marks.has(at)) return [];
  const there = pairs[at] ?? 0;
  const quoted = quote.words[at - 1]?.after ?? "none";
  const original = source.words[there - 1]?.after ?? "none";
  const end = { quoteEnd: at + 1, sourceEnd: there + 1 };
  if (!agree(quoted, original)) return [{ quoteStart: at - 1, sourceStart: there - 1, ...end }];
  const isInside = isWithinSentence(quoted) && isWithinSentence(original);
  return isInside && quote.strict[at] !== source.strict[there] ? [{ quoteStart: at, sourceStart: there, ...end }] : [];
}

function isWithinSentence(boundary: Boundary): boolean {
  return boundary === "none" || boundary === "abbreviation";
}

/**
 * Persian, Arabic and Korean writers set spaces inside compounds or not; letters in a row decide, not the spaces. The
 * digits of figures that are apart are never joined.
 */
function isSameUnspaced(gap: Block, quote: CodedText, source: CodedText): boolean {
  const quoted = joinKeys(quote, gap.quoteStart, gap.quoteEnd);
  if (/[^\p{L}\p{M}]/u.test(quoted)) return false;
  return quoted.toLowerCase() === quoted.toUpperCase() && quoted === joinKeys(source, gap.sourceStart, gap.sourceEnd);
}

function joinKeys(text: CodedText, start: number, end: number): string {
  let joined = "";
  for (let at = start; at < end; at += 1) joined += text.words[at]?.key ?? "";
  return joined;
}

function mergeTouching(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last && block.quoteStart <= last.quoteEnd && block.sourceStart <= last.sourceEnd) {
      merged[merged.length - 1] = { ...last, quoteEnd: block.quoteEnd, sourceEnd: block.sourceEnd };
    } else merged.push(block);
  }
  return merged;
}

function phrase(read: CodedText | MarkedText, start: number, end: number): string | null {
  const first = read.words[start];
  const last = read.words[end - 1];
  if (!first || !last || start >= end) return null;
  const text = read.text.slice(first.start, last.end).replace(/\s+/gu, " ");
  return text.length > MOST_PHRASE_LENGTH ? shorten(text) : text;
}

/** Shows a long phrase by its beginning and its end, cut between words where there are spaces, never inside a character. */
function shorten(text: string): string {
  const half = MOST_PHRASE_LENGTH / 2 - 2;
  const beginning = text.slice(0, half).replace(/\s\S{0,30}$|[\uD800-\uDBFF]$/u, "");
  const end = text.slice(-half).replace(/^\S{0,30}\s|^[\uDC00-\uDFFF]/u, "");
  return `${beginning} … ${end}`;
}
