import type { CodedText } from "./codes.js";
import { buildFallback } from "./match.js";
import { isUnspaced } from "./scan.js";

/** Words that are alike in quotation and source: `length` of them from these two indices on. */
export interface Run {
  readonly quoteAt: number;
  readonly sourceAt: number;
  readonly length: number;
}

/** How many words in a row make two places look alike; more in scripts whose words are single characters. */
const SEED_WORDS = 3;
const SEED_CHARACTERS = 5;

/** Places in the source that are tried for one seed; more frequent words are weak evidence. */
const MOST_PLACES = 4;

/** Steps through a bucket of the table before a seed is abandoned. */
const MOST_STEPS = 16;

/** A run this long is taken as it is, and the search goes on after it, so that each word is read a bounded number of times. */
const LONG_RUN = 16;

/** How many earlier runs are looked at as the one before. */
const LOOK_BACK = 24;

const MOST_RUNS = 20_000;

/**
 * Finds the words in a row which quotation and source have in common, whatever their case, and picks those which, kept in
 * order, hold most words together. Returns them in order, without overlaps. Linear: every seed is looked up in a table and
 * compared at few places. Seeds that occur all over the source are left out, as are runs shorter than a seed.
 */
export function findRuns(quote: CodedText, source: CodedText): Run[] {
  const table = new SeedTable(source.loose, seedLength(quote));
  const runs = [...findEndRuns(quote.loose, source.loose), ...collectRuns(quote.loose, table)];
  return chainRuns(runs.sort((one, other) => one.quoteAt - other.quoteAt || one.sourceAt - other.sourceAt));
}

/**
 * Returns how much of the quotation, as a share of its weight, is in seeds that occur anywhere in the source, in whatever
 * order: 1 for sentences that were only exchanged, and next to nothing for a text on something else.
 */
export function shareOfSeeds(quote: CodedText, source: CodedText): number {
  const length = seedLength(quote);
  const table = new SeedTable(source.loose, length);
  let covered = 0;
  let weight = 0;
  let end = 0;
  for (let at = 0; at < quote.loose.length; at += 1) {
    if (table.placesOf(quote.loose, at, 1).length > 0) end = at + length;
    const own = quote.weight[at] ?? 0;
    weight += own;
    if (at < end) covered += own;
  }
  return weight === 0 ? 0 : covered / weight;
}

function seedLength(quote: CodedText): number {
  const characters = quote.words.filter((word) => isUnspaced(word.key)).length;
  return characters * 2 > quote.words.length ? SEED_CHARACTERS : SEED_WORDS;
}

function collectRuns(quote: Int32Array, table: SeedTable): Run[] {
  const runs: Run[] = [];
  let hasLookedBefore = false;
  for (let at = 0; at < quote.length && runs.length < MOST_RUNS; at += 1) {
    let longest = 0;
    for (const place of table.placesOf(quote, at, MOST_PLACES)) {
      const isInEarlierRun = hasLookedBefore && place > 0 && quote[at - 1] === table.source[place - 1];
      if (isInEarlierRun) continue;
      const length = runLength(quote, at, table.source, place);
      runs.push({ quoteAt: at, sourceAt: place, length });
      longest = Math.max(longest, length);
    }
    hasLookedBefore = longest < LONG_RUN;
    if (longest >= LONG_RUN) at += longest - table.length;
  }
  return runs;
}

function runLength(quote: Int32Array, quoteAt: number, source: Int32Array, sourceAt: number): number {
  const most = Math.min(quote.length - quoteAt, source.length - sourceAt);
  let length = 0;
  while (length < most && quote[quoteAt + length] === source[sourceAt + length]) length += 1;
  return length;
}

/**
 * The longest beginning of the quotation that is in the source, and the longest ending that is there, after the
 * beginning where possible. The commonest fault, one word changed, is between the two, also where all words are alike.
 */
function findEndRuns(quote: Int32Array, source: Int32Array): Run[] {
  const head = longestBeginning(quote, source);
  const headEnd = head.sourceAt + head.length;
  const backwards = quote.slice().reverse();
  const tail = longestBeginning(backwards.subarray(0, quote.length - head.length), source.slice(headEnd).reverse());
  const sourceAt = source.length - tail.sourceAt - tail.length;
  const runs = [head, { quoteAt: quote.length - tail.length, sourceAt, length: tail.length }];
  return runs.filter((run) => run.length > 0);
}

function longestBeginning(quote: Int32Array, source: Int32Array): Run {
  const fallback = buildFallback(quote);
  let best = { quoteAt: 0, sourceAt: 0, length: 0 };
  for (let at = 0, matched = 0; at < source.length; at += 1) {
    while (matched > 0 && (matched === quote.length || quote[matched] !== source[at]))
      matched = fallback[matched - 1] ?? 0;
    if (quote[matched] === source[at]) matched += 1;
    if (matched > best.length) best = { quoteAt: 0, sourceAt: at - matched + 1, length: matched };
  }
  return best;
}

/** Picks the ordered runs that hold most words; a jump to a distant place costs up to three words. */
function chainRuns(runs: readonly Run[]): Run[] {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  let best = -1;
  for (const [index, run] of runs.entries()) {
    scores[index] = run.length;
    for (let other = Math.max(0, index - LOOK_BACK); other < index; other += 1) {
      const score = (scores[other] ?? 0) + gainOver(runs[other], run);
      if (score <= (scores[index] ?? 0)) continue;
      scores[index] = score;
      before[index] = other;
    }
    if (best < 0 || (scores[index] ?? 0) > (scores[best] ?? 0)) best = index;
  }
  const chain: Run[] = [];
  for (let index = best; index >= 0; index = before[index] ?? -1) chain.push(...runs.slice(index, index + 1));
  return trimOverlaps(chain.reverse());
}

function gainOver(earlier: Run | undefined, run: Run): number {
  if (!earlier) return 0;
  const quoteGap = run.quoteAt - earlier.quoteAt - earlier.length;
  const sourceGap = run.sourceAt - earlier.sourceAt - earlier.length;
  if (earlier.sourceAt >= run.sourceAt) return Number.NEGATIVE_INFINITY;
  const gained = run.length - Math.max(0, -quoteGap, -sourceGap);
  return gained > 0 ? gained - Math.min(3, Math.abs(sourceGap - quoteGap) / 4) : Number.NEGATIVE_INFINITY;
}

function trimOverlaps(chain: readonly Run[]): Run[] {
  const trimmed: Run[] = [];
  let quoteEnd = 0;
  let sourceEnd = 0;
  for (const run of chain) {
    const overlap = Math.max(0, quoteEnd - run.quoteAt, sourceEnd - run.sourceAt);
    if (overlap >= run.length) continue;
    trimmed.push({ quoteAt: run.quoteAt + overlap, sourceAt: run.sourceAt + overlap, length: run.length - overlap });
    quoteEnd = run.quoteAt + run.length;
    sourceEnd = run.sourceAt + run.length;
  }
  return trimmed;
}

/** Where every seed of the source is: a hash table in two arrays, for a Map of so many keys takes ten times as long. */
class SeedTable {
  private readonly heads: Int32Array;
  private readonly nexts: Int32Array;

  constructor(
    readonly source: Int32Array,
    readonly length: number,
  ) {
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(source.length + 2))).fill(-1);
    this.nexts = new Int32Array(source.length).fill(-1);
    for (let at = source.length - length; at >= 0; at -= 1) {
      const bucket = this.bucketOf(source, at);
      this.nexts[at] = this.heads[bucket] ?? -1;
      this.heads[bucket] = at;
    }
  }

  /** The first places where the seed at this index of the quotation is; at most `most`. */
  placesOf(quote: Int32Array, at: number, most: number): number[] {
    const places: number[] = [];
    if (at + this.length > quote.length) return places;
    let place = this.heads[this.bucketOf(quote, at)] ?? -1;
    for (let steps = 0; place >= 0 && steps < MOST_STEPS && places.length < most; steps += 1) {
      if (this.isSame(quote, at, place)) places.push(place);
      place = this.nexts[place] ?? -1;
    }
    return places;
  }

  private isSame(quote: Int32Array, at: number, place: number): boolean {
    for (let step = 0; step < this.length; step += 1) if (quote[at + step] !== this.source[place + step]) return false;
    return true;
  }

  private bucketOf(words: Int32Array, at: number): number {
    let hash = 0;
    for (let step = 0; step < this.length; step += 1)
      hash = Math.imul(hash ^ (words[at + step] ?? 0), 0x9e3779b1) >>> 3;
    return hash & (this.heads.length - 1);
  }
}
