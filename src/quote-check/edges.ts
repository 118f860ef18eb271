import type { Block } from "./align.js";
import type { CodedText } from "./codes.js";
import { describeDifference, type QuoteDifference } from "./differences.js";
import type { EditMark, MarkedText } from "./quotation-marks.js";
import { isNegation, isNegativePrefix, negatesUnspaced } from "./negations.js";
import { isUnspaced } from "./scan.js";
import { endsSentence } from "./codes.js";

/*
 * What a quotation loses where it is cut: at its two ends, and at its marks. Its words can all be in the source and yet
 * have another meaning, because a figure is cut in two or a negation is left out.
 */

/** A difference that the words in common do not show. */
export interface CutDifference {
  /** The index of the quoted word that follows it. */
  readonly at: number;
  /** The words of the source that are lost; null when the difference is another one. */
  readonly block: Block | null;
  readonly difference: QuoteDifference;
}

/** How many words of a clause are read before the quotation or after it. */
const MOST_CLAUSE_WORDS = 40;

const NUMBER = /^[-+]?\p{N}/u;
const UNIT = /^[%‰‱°\p{Sc}]/u;
const SIGN = /^[\p{Sc}\p{Sm}~#§№]$/u;
/** Words and characters that multiply the number before them. */
const MAGNITUDE =
  /^(?:percent|per|hundred|thousand|(?:m|b|tr)illions?|dozen|prozent|tausend|million(?:en)?|milliarden?|billionen?|pour|mille|milliards?|por|ciento|mil|mill[oó]n(?:es)?|millones|milh(?:ão|ões)|bilh(?:ão|ões)|miliard[oi]|milion[ei]|cento|هزار|میلیون|میلیارد|درصد|ملیون|ملیار|مليار|الف|بالمئه|بالمائه|тыс|тысяч|миллионов|миллиардов|процентов)$|^[十百千万萬亿億兆]/iu;
const CLAUSE_END = /[.,;:!?…—–()[\]\n،؛؟。、，；：！？।]|\s-\s/u;

/** Differences at the two ends of a quotation whose first and last words are at these indices of the source. */
export function findEdges(
  quote: CodedText & MarkedText,
  source: CodedText,
  first: number,
  last: number,
): CutDifference[] {
  const length = quote.words.length;
  const head = quote.marks.find((mark) => mark.at === 0 && mark.skips > 0);
  const tail = quote.marks.find((mark) => mark.at === length && mark.skips > 0);
  const lost = [
    ...lostBefore(quote, source, first, head),
    ...lostAfter(source, last, tail).map((block) => ({ ...block, quoteStart: length, quoteEnd: length })),
  ];
  const ends = endsOtherwise(quote, source, last);
  return [...lost.map((block) => lostWords(block, quote, source)), ...ends];
}

function lostWords(block: Block, quote: MarkedText, source: CodedText): CutDifference {
  return { at: block.quoteStart, block, difference: describeDifference(block, quote, source) };
}

function lostBefore(quote: CodedText, source: CodedText, first: number, mark: EditMark | undefined): Block[] {
  if (first < 0) return [];
  const at = (start: number, end: number): Block => ({
    quoteStart: 0,
    quoteEnd: 0,
    sourceStart: start,
    sourceEnd: end,
  });
  if (!isBracket(mark) && isOneFigure(source, first - 1)) return [at(first - 1, first)];
  if (isNegatedCharacter(source, first) || hasNegativePrefix(source, first)) return [at(first - 1, first)];
  // A fragment inside a sentence of the article may leave the negation to it; what is shown as a sentence may not.
  if (!mark && !beginsAsSentence(quote, source, first)) return [];
  const start = clauseStart(source, first);
  return negates(source, start, first) ? [at(start, first)] : [];
}

function lostAfter(source: CodedText, last: number, mark: EditMark | undefined): Block[] {
  if (last < 0) return [];
  const at = (end: number): Block => ({ quoteStart: 0, quoteEnd: 0, sourceStart: last + 1, sourceEnd: end });
  if (!isBracket(mark) && isOneFigure(source, last)) return [at(last + 2)];
  const end = clauseEnd(source, last);
  if (mark) return negates(source, last + 1, end) ? [at(end)] : [];
  const next = source.words[last + 1];
  if (!next || end === last + 1) return [];
  if (!isUnspaced(next.key)) return isNegation(next.key) ? [at(last + 2)] : [];
  const following = source.text.slice(next.start, next.start + 6);
  return /^(?:ない|なかっ|なけれ|なく|ません|ずに|(?:じゃ|では?)ない|ではありません)/u.test(following) ? [at(end)] : [];
}

function isBracket(mark: EditMark | undefined): boolean {
  return mark !== undefined && mark.skips !== Number.POSITIVE_INFINITY;
}

/** Whether a quotation sets a capital, and so shows a sentence, where its source goes on in one. */
function beginsAsSentence(quote: CodedText, source: CodedText, first: number): boolean {
  return /^\p{Lu}/u.test(quote.words[0]?.key ?? "") && /^\p{Ll}/u.test(source.words[first]?.key ?? "");
}

/** Chinese and Japanese negate by a character before the word. */
function isNegatedCharacter(source: CodedText, at: number): boolean {
  const [before, word] = [source.words[at - 1], source.words[at]];
  if (!before || !word || before.end !== word.start || !isUnspaced(word.key)) return false;
  return /^[不没沒無无未非別别勿]$/u.test(before.key);
}

/** `non-violent` is one word, and `violent` has another meaning. */
function hasNegativePrefix({ text, words }: CodedText, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || !/^[-\u2010\u2011]$/u.test(text.slice(before.end, word.start))) return false;
  return isNegativePrefix(before.key) || isNegation(before.key);
}

/** A statement made of a question, or the other way round. */
function endsOtherwise(quote: CodedText, source: CodedText, last: number): CutDifference[] {
  const [quoted, original] = [quote.words.at(-1), source.words[last]];
  if (!quoted || !original) return [];
  const ends = [quoted.after, original.after];
  if (!ends.includes("sentence") || !ends.includes("question")) return [];
  const difference = { kind: "CHANGED", quoted: withEnd(quote, quoted), original: withEnd(source, original) } as const;
  return [{ at: quote.words.length, block: null, difference }];
}

function withEnd({ text }: CodedText, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end) + (/^\s*[^\s\p{L}\p{N}]/u.exec(text.slice(end, end + 8))?.[0] ?? "");
}

/** Whether the word at this index of the source and the next one are one figure: `$ 5`, `5 %`, `2½`, `5 million`. */
function isOneFigure({ text, words }: CodedText, at: number): boolean {
  const [one, other] = [words[at], words[at + 1]];
  if (!one || !other || /\S/u.test(text.slice(one.end, other.start))) return false;
  if (SIGN.test(one.key)) return NUMBER.test(other.key);
  if (!NUMBER.test(one.key)) return false;
  return UNIT.test(other.key) || MAGNITUDE.test(other.key) || /^\p{Nd}+\/\p{Nd}+$/u.test(other.key);
}

function endsClause({ text, words }: CodedText, at: number): boolean {
  return CLAUSE_END.test(text.slice(words[at]?.end, words[at + 1]?.start));
}

function clauseStart(source: CodedText, before: number): number {
  let start = before;
  while (start > 0 && before - start < MOST_CLAUSE_WORDS && !endsClause(source, start - 1)) start -= 1;
  return start;
}

/** The end of the clause that goes on after the word at this index, the end excluded. */
function clauseEnd(source: CodedText, after: number): number {
  let end = after + 1;
  while (end < source.words.length && end - after <= MOST_CLAUSE_WORDS && !endsClause(source, end - 1)) end += 1;
  return end;
}

function negates(source: CodedText, start: number, end: number): boolean {
  const words = source.words.slice(start, end);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return false;
  if (words.some(({ key }) => isNegation(key))) return true;
  return words.some(({ key }) => isUnspaced(key)) && negatesUnspaced(source.text.slice(first.start, last.end));
}

/**
 * The negations that the marks of a quotation leave out of its source or put in. Left out counts what is in the
 * clause of the words kept before or after the mark; whole clauses and sentences may be left out. A bracket that
 * replaces one negation by another changes nothing.
 */
export function findMarkedNegations(
  quote: CodedText & MarkedText,
  source: CodedText,
  pairs: Int32Array,
): CutDifference[] {
  return quote.marks.flatMap((mark): CutDifference[] => {
    const block = lostAtMark(mark, quote, source, pairs);
    const isLost = block !== null || (mark.inserted !== null && edgesNegate(mark, quote, source, pairs));
    if (mark.inserted !== null) {
      const difference = { kind: "ADDED", quoted: mark.inserted, original: null } as const;
      return isLost ? [] : [{ at: mark.at, block: null, difference }];
    }
    return block ? [lostWords(block, quote, source)] : [];
  });
}

function edgesNegate(mark: EditMark, quote: CodedText, source: CodedText, pairs: Int32Array): boolean {
  const first = pairs[0] ?? -1;
  const last = pairs[quote.words.length - 1] ?? -1;
  if (mark.at === 0 && first >= 0) return negates(source, clauseStart(source, first), first);
  if (mark.at === quote.words.length && last >= 0) return negates(source, last + 1, clauseEnd(source, last));
  return false;
}

function lostAtMark(mark: EditMark, quote: CodedText, source: CodedText, pairs: Int32Array): Block | null {
  const [before, next] = [pairs[mark.at - 1] ?? -1, pairs[mark.at] ?? -1];
  if (before < 0 || next <= before + 1) return null;
  const at = (start: number, end: number): Block => ({
    quoteStart: mark.at,
    quoteEnd: mark.at,
    sourceStart: start,
    sourceEnd: end,
  });
  const end = Math.min(clauseEnd(source, before), next);
  if (!endsClause(source, before) && negates(source, before + 1, end)) return at(before + 1, end);
  const start = Math.max(clauseStart(source, next), before + 1);
  if (!negates(source, start, next)) return null;
  const isKeptNegative = endsClause(source, before) && sentenceNegates(quote, source, mark.at, before, next);
  return isKeptNegative ? null : at(start, next);
}

/** Whether the words kept before a mark negate, in the sentence that goes on behind it. */
function sentenceNegates(quote: CodedText, source: CodedText, at: number, before: number, next: number): boolean {
  for (let index = before; index < next; index += 1) if (endsSentence(source, index)) return false;
  for (let index = at - 1; index >= 0 && !(index < at - 1 && endsSentence(quote, index)); index -= 1) {
    if (isNegation(quote.words[index]?.key ?? "")) return true;
  }
  return false;
}
