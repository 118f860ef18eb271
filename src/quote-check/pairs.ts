import { type Block, type FreeEnds, alignBlock } from "./align.js";
import { type CodedText, endsClause, endsSentence } from "./codes.js";
import type { EditMark, MarkedText } from "./quotation-marks.js";
import { type Run, findRuns } from "./runs.js";

/**
 * How many pairs of a quoted word and a source word are looked at in one check: a quotation of 50 words against a source
 * of 20,000 is laid out in full. Beyond it the words in a row that both have in common are laid out first, and what is
 * between them afterwards.
 */
const MOST_CELLS = 1_000_000;

const BOTH_FREE: FreeEnds = { start: true, end: true };
const NONE_FREE: FreeEnds = { start: false, end: false };

/**
 * Aligns the quotation with the source and returns for every quoted word the index of the same word (whatever its case) in
 * the source, or -1 where it has none; indices grow. Words of the source before and after the passage cost nothing. The
 * work is bounded by `MOST_CELLS` and otherwise linear; where the bound is reached, words between two runs stay without
 * a partner.
 */
export function pairWords(quote: CodedText & MarkedText, source: CodedText): Int32Array {
  const layout = new Layout(quote, source);
  const whole = { quoteStart: 0, quoteEnd: quote.words.length, sourceStart: 0, sourceEnd: source.words.length };
  if (!layout.align(whole, BOTH_FREE)) layout.alignAround(findRuns(quote, source), whole);
  return slideCuts(quote, source, dropStragglers(quote, layout.pairs));
}

class Layout {
  readonly pairs: Int32Array;
  private readonly marks: ReadonlyMap<number, EditMark>;
  private cellsLeft = MOST_CELLS;

  constructor(
    private readonly quote: CodedText & MarkedText,
    private readonly source: CodedText,
  ) {
    this.pairs = new Int32Array(quote.words.length).fill(-1);
    this.marks = new Map(quote.marks.map((mark) => [mark.at, mark]));
  }

  align(block: Block, free: FreeEnds): boolean {
    const cells = (block.quoteEnd - block.quoteStart) * (block.sourceEnd - block.sourceStart);
    if (cells > this.cellsLeft) return false;
    this.cellsLeft -= cells;
    if (cells === 0) return true;
    alignBlock(this.quote, this.source, block, free, this.marks, (quoteIndex, sourceIndex) => {
      this.pairs[quoteIndex] = sourceIndex;
    });
    return true;
  }

  alignAround(runs: readonly Run[], whole: Block): void {
    let quoteStart = 0;
    let sourceStart = 0;
    for (const [index, run] of runs.entries()) {
      const gap = { quoteStart, quoteEnd: run.quoteAt, sourceStart, sourceEnd: run.sourceAt };
      if (index === 0) this.align(reachBack(gap), { start: true, end: false });
      else this.align(gap, NONE_FREE);
      for (let step = 0; step < run.length; step += 1) this.pairs[run.quoteAt + step] = run.sourceAt + step;
      quoteStart = run.quoteAt + run.length;
      sourceStart = run.sourceAt + run.length;
    }
    if (runs.length === 0) return;
    this.align(reachOn({ ...whole, quoteStart, sourceStart }), { start: false, end: true });
  }
}

/** Looks for the words before the first run at most about twice their number further back. */
function reachBack(block: Block): Block {
  const reach = 2 * (block.quoteEnd - block.quoteStart) + 16;
  return { ...block, sourceStart: Math.max(block.sourceStart, block.sourceEnd - reach) };
}

function reachOn(block: Block): Block {
  const reach = 2 * (block.quoteEnd - block.quoteStart) + 16;
  return { ...block, sourceEnd: Math.min(block.sourceEnd, block.sourceStart + reach) };
}

/** The most letters in a word or two that say nothing when they are all that two phrases share. */
const STRAGGLER_WEIGHT = 4;

/**
 * Takes back the pairs of a lone short word between two phrases that differ, such as the one `the` of two sentences, so
 * that the difference reads as one phrase against another.
 */
function dropStragglers(quote: CodedText, pairs: Int32Array): Int32Array {
  const kept = pairs.slice();
  const runs = listRuns(pairs);
  for (const [index, run] of runs.entries()) {
    let weight = 0;
    for (let at = run.quoteAt; at < run.quoteAt + run.length; at += 1) weight += quote.weight[at] ?? 0;
    if (weight > STRAGGLER_WEIGHT) continue;
    const before = gapBetween(runs[index - 1], run, pairs.length);
    const after = gapBetween(run, runs[index + 1], pairs.length);
    if (before > 0 && after > 0 && before + after >= 4) kept.fill(-1, run.quoteAt, run.quoteAt + run.length);
  }
  return kept.some((at) => at >= 0) ? kept : pairs;
}

function listRuns(pairs: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < pairs.length; at += 1) {
    const sourceAt = pairs[at] ?? -1;
    if (sourceAt < 0) continue;
    const quoteAt = at;
    while (pairs[at + 1] === (pairs[at] ?? 0) + 1) at += 1;
    runs.push({ quoteAt, sourceAt, length: at - quoteAt + 1 });
  }
  return runs;
}

/** The words between two runs, on the side that has more of them; at the ends of the quotation only its own count. */
function gapBetween(earlier: Run | undefined, later: Run | undefined, length: number): number {
  const quoteEnd = earlier ? earlier.quoteAt + earlier.length : 0;
  const quoteGap = (later?.quoteAt ?? length) - quoteEnd;
  if (!earlier || !later) return quoteGap;
  return Math.max(quoteGap, later.sourceAt - earlier.sourceAt - earlier.length);
}

/**
 * If the words beside a cut occur at both of its ends, it can be described in several ways; the one that begins after a
 * sentence, or after a clause, shows best what was cut: `closed it, [and will not close it] for`.
 */
function slideCuts(quote: CodedText & MarkedText, source: CodedText, pairs: Int32Array): Int32Array {
  const marked = new Set(quote.marks.map((mark) => mark.at));
  for (let at = 1; at < pairs.length; at += 1) {
    const start = (pairs[at - 1] ?? -1) + 1;
    const end = pairs[at] ?? -1;
    if (start === 0 || end <= start || marked.has(at)) continue;
    const most = countSlides(at, start, end, quote, source, pairs, marked);
    const slides = [...Array(most + 1).keys()];
    const best =
      slides.find((slide) => endsSentence(source, start + slide - 1)) ??
      slides.find((slide) => endsClause(source, start + slide - 1)) ??
      0;
    for (let slide = 0; slide < best; slide += 1) pairs[at + slide] = start + slide;
  }
  return pairs;
}

/** How many of the words after a cut are at its beginning as well, up to 16. */
function countSlides(
  at: number,
  start: number,
  end: number,
  quote: CodedText,
  source: CodedText,
  pairs: Int32Array,
  marked: ReadonlySet<number>,
): number {
  let count = 0;
  while (count < 16 && !marked.has(at + count + 1) && pairs[at + count] === end + count) {
    if (quote.strict[at + count] !== source.strict[start + count]) break;
    count += 1;
  }
  return count;
}
