import type { Block } from "./align.js";
import { type CodedText, Vocabulary } from "./codes.js";
import { type QuoteDifference, describeDifference, findDifferences } from "./differences.js";
import { type EditMark, type MarkedText, holdsBrackets, readMarks } from "./quotation-marks.js";
import { findMarked, findPassage, isOwn } from "./match.js";
import type { QuoteVerdict } from "./quote-kinds.type.js";
import { joinCompounds } from "./compounds.js";
import { type CutDifference, findEdges, findMarkedNegations } from "./edges.js";
import { pairWords } from "./pairs.js";
import { shareOfSeeds } from "./runs.js";
import { type ReadText, readText } from "./words.js";

/**
 * The outcome of a check. `similarity` runs from 0 to 1 with four decimals: the weight of the common words against that
 * of all the differing ones, a word weighing its letters up to eight. It is 1 exactly when the verdict is `EXACT` or
 * `MARKED_EDIT`, and null when it is `UNSOURCED`. `differences` are in the order of the quotation, and empty unless the
 * verdict is `ALTERED`.
 */
export interface QuoteCheckResult {
  readonly verdict: QuoteVerdict;
  readonly similarity: number | null;
  readonly differences: readonly QuoteDifference[];
}

/**
 * Checks a quote by its kind. A translation has other words than its source, so it is `NOT_COMPARABLE` unless the source
 * has the translated words too, as a post in two languages does.
 */
export function checkQuoteOfKind(kind: string, quoted: string, source: string | SourceText | null): QuoteCheckResult {
  const check = checkQuote(quoted, source);
  const isOtherwise = check.verdict === "ALTERED" || check.verdict === "NOT_FOUND";
  if (kind !== "TRANSLATED" || !isOtherwise) return check;
  return { verdict: "NOT_COMPARABLE", similarity: null, differences: [] };
}

/** Differences beyond this number are counted in the similarity but not listed. */
export const MOST_DIFFERENCES = 100;

/**
 * The share of the quotation's weight whose words must be in the source, in their order, for it to be altered rather
 * than not found. A paraphrase that keeps most of the words is above it; a text on something else, which shares its small
 * words only, is well below: of 477 sentences compared with 100,000 characters of other English manuals, half had less
 * than 0.19, and those above 0.5 were of the same set phrases.
 */
const FOUND_SHARE = 0.5;

/** The same for runs of three words in any order, such as whole sentences that changed places. */
const REORDERED_SHARE = 0.7;

/** The same for one to three words, of which one may be found anywhere. */
const SHORT_FOUND_SHARE = 0.55;
const SHORT_WORDS = 3;

/** The most quoted words that a removed phrase counts as. Without a limit, one cut would outweigh the correctly quoted words. */
const MOST_REMOVED_WORDS = 10;

/**
 * Holds quoted words against the text of their source; deterministic and in bounded, nearly linear time. The style of
 * quotation marks, apostrophes and dashes, white space, Unicode form, hyphens and commas between words, vowel signs of
 * Arabic and Hebrew, the digits of any script, the case of the first letter and the closing punctuation do not count, nor
 * emoji and web addresses that the quotation leaves out. Words left out or replaced where an ellipsis or brackets mark it
 * are allowed as long as the words around are in the same order and no negation of their clause is left out or put in.
 * All others are differences: each word added, removed or changed, its case inside a sentence, sentences that end
 * elsewhere, and every sign, separator, fraction, unit and currency of a figure. A passage out of a longer source is
 * exact unless it cuts a figure in two, a negation follows it directly, or it is shown as a sentence, with a capital,
 * where a negation precedes it in its clause. A null source is `UNSOURCED`; a quotation without a word is `NOT_FOUND`.
 */
export function checkQuote(quoted: string, source: string | SourceText | null): QuoteCheckResult {
  if (source === null) return { verdict: "UNSOURCED", similarity: null, differences: [] };
  const { read: whole } = typeof source === "string" ? new SourceText(source) : source;
  const [sourceText, quotedText] = joinCompounds(whole, readText(quoted));
  const { read, vocabulary } = codedSource(sourceText);
  const words = new Vocabulary(vocabulary);
  const quote = words.code(readMarks(quotedText, (key) => words.isKnown(key)));
  const original = withoutUnquotedSilence(read, quote);
  const length = quote.words.length;
  if (length === 0) return notFound(0);
  const isWhole = (at: number): boolean => findEdges(quote, original, at, at + length - 1).length === 0;
  if (findPassage(quote, original, isWhole) >= 0 || isQuotedWithBrackets(quoted, read)) return found("EXACT");
  const marked = quote.marks.length > 0 ? findMarked(quote, original) : null;
  return judge(quote, original, marked ?? pairWords(quote, original));
}

/** A text that several quotations are compared with: what is read of it is kept as long as this value. */
export class SourceText {
  #read: ReadText | null = null;

  constructor(readonly text: string) {}

  get read(): ReadText {
    this.#read ??= readText(this.text);
    return this.#read;
  }
}

interface CodedSource {
  readonly read: CodedText;
  readonly vocabulary: Vocabulary;
}

const codedSources = new WeakMap<ReadText, CodedSource>();

function codedSource(text: ReadText): CodedSource {
  const known = codedSources.get(text);
  if (known) return known;
  const vocabulary = new Vocabulary();
  const fresh = { read: vocabulary.code(text), vocabulary };
  codedSources.set(text, fresh);
  return fresh;
}

function judge(quote: CodedText & MarkedText, source: CodedText, pairs: Int32Array): QuoteCheckResult {
  const share = shareOfPairs(quote, pairs);
  const needed = quote.words.length > SHORT_WORDS ? FOUND_SHARE : SHORT_FOUND_SHARE;
  if (share < needed && shareOfSeeds(quote, source) < REORDERED_SHARE) return notFound(share);
  const blocks = findDifferences(quote, source, pairs);
  const isEdited = quote.marks.some((mark) => !isOwnMark(mark, quote, source, pairs));
  const cuts = [
    ...findEdges(quote, source, pairs[0] ?? -1, pairs.at(-1) ?? -1),
    ...findMarkedNegations(quote, source, pairs),
  ];
  if (blocks.length + cuts.length === 0) return found(isEdited ? "MARKED_EDIT" : "EXACT");
  const lost = [...blocks, ...cuts.flatMap(({ block }) => block ?? [])];
  const differences = describeAll(blocks, cuts, quote, source);
  return { verdict: "ALTERED", similarity: measure(quote, source, pairs, lost), differences };
}

function describeAll(
  blocks: readonly Block[],
  cuts: readonly CutDifference[],
  quote: MarkedText,
  source: CodedText,
): readonly QuoteDifference[] {
  const described = blocks.map((block) => ({
    at: block.quoteStart,
    difference: describeDifference(block, quote, source),
  }));
  const all = [...described, ...cuts].sort((one, other) => one.at - other.at);
  return all.slice(0, MOST_DIFFERENCES).map(({ difference }) => difference);
}

function found(verdict: "EXACT" | "MARKED_EDIT"): QuoteCheckResult {
  return { verdict, similarity: 1, differences: [] };
}

function notFound(share: number): QuoteCheckResult {
  return { verdict: "NOT_FOUND", similarity: round(share), differences: [] };
}

/** Removes from the source the emoji and addresses that the quotation lacks, because they are not spoken. */
function withoutUnquotedSilence(source: CodedText, quote: CodedText): CodedText {
  if (!source.words.some((word) => word.isSilent)) return source;
  const quoted = new Set(quote.strict);
  const isKept = source.words.map((word, index) => !word.isSilent || quoted.has(source.strict[index] ?? -1));
  const keep = (codes: Int32Array) => codes.filter((_, index) => isKept[index]);
  return {
    text: source.text,
    words: source.words.flatMap((word, index) => {
      if (!isKept[index]) return [];
      const isLoose = word.after === "none" && isKept[index + 1] === false;
      return isLoose ? { ...word, after: "loose" as const } : word;
    }),
    strict: keep(source.strict),
    first: keep(source.first),
    loose: keep(source.loose),
    weight: keep(source.weight),
  };
}

/** A source may hold brackets of its own; then the quotation is right when it has them at the same words. */
function isQuotedWithBrackets(quoted: string, read: ReadText): boolean {
  if (!holdsBrackets(quoted) || !holdsBrackets(read.text)) return false;
  const words = new Vocabulary();
  const plain = { ...words.code(readText(quoted)), marks: [] };
  return findPassage(plain, words.code(read)) >= 0;
}

function isOwnMark(mark: EditMark, quote: MarkedText, source: CodedText, pairs: Int32Array): boolean {
  const before = pairs[mark.at - 1];
  const next = pairs[mark.at];
  if (before !== undefined && next !== undefined && next !== before + 1) return false;
  const at = before === undefined ? (next ?? 0) - mark.at : before - mark.at + 1;
  return isOwn(mark, quote, source, at);
}

function shareOfPairs(quote: CodedText, pairs: Int32Array): number {
  let paired = 0;
  let whole = 0;
  for (const [at, partner] of pairs.entries()) {
    const weight = quote.weight[at] ?? 0;
    whole += weight;
    if (partner >= 0) paired += weight;
  }
  return paired / Math.max(whole, 1);
}

/** The common weight against itself and the weight of every difference; below 1 whenever there is a difference. */
function measure(quote: CodedText, source: CodedText, pairs: Int32Array, blocks: readonly Block[]): number {
  let common = 0;
  for (const [at, partner] of pairs.entries()) if (partner >= 0) common += quote.weight[at] ?? 0;
  let differing = 0;
  for (const block of blocks) {
    const removed = Math.min(block.sourceEnd, block.sourceStart + MOST_REMOVED_WORDS);
    const added = weightOf(quote, block.quoteStart, block.quoteEnd);
    differing += Math.max(added, weightOf(source, block.sourceStart, removed));
  }
  return Math.min(round(common / Math.max(common + differing, 1)), 0.9999);
}

function weightOf(text: CodedText, start: number, end: number): number {
  let weight = 0;
  for (let at = start; at < end; at += 1) weight += text.weight[at] ?? 0;
  return weight;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
