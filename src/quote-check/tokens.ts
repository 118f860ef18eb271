/** A piece of a text: a word, a run of white space, or one other character; UTF-16 offsets, the end excluded. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** Two texts as tokens, and for every token of the old one its partner in the new one, or -1. */
export interface Alignment {
  readonly old: readonly Token[];
  readonly now: readonly Token[];
  readonly partners: Int32Array;
}

/** In scripts without spaces every character is a token. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{N}\p{M}]+|\s+|[^]/gu;

/** How many pairs of tokens are compared in all, so that the time is bounded. */
const MOST_CELLS = 2_000_000;

/** Stretches of the two token lists that are still to be aligned. */
interface Range {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly nowStart: number;
  readonly nowEnd: number;
}

/**
 * Aligns two texts as a diff does: first what is alike at both ends, then the tokens that occur once on either side and
 * are in order (a patience diff), then the longest common subsequence between these. Where that would take too long,
 * tokens stay without a partner.
 */
export function alignTexts(oldText: string, nowText: string): Alignment {
  const codes = new Map<string, number>();
  const [old, now] = [tokenize(oldText, codes), tokenize(nowText, codes)];
  const aligner = new Aligner(old.codes, now.codes);
  aligner.run();
  return { old: old.tokens, now: now.tokens, partners: aligner.partners };
}

function tokenize(text: string, codes: Map<string, number>): { readonly tokens: Token[]; readonly codes: Int32Array } {
  const tokens: Token[] = [];
  const read: number[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const code = codes.get(token) ?? codes.size;
    codes.set(token, code);
    tokens.push({ start: index, end: index + token.length });
    read.push(code);
  }
  return { tokens, codes: Int32Array.from(read) };
}

class Aligner {
  readonly partners: Int32Array;
  #cellsLeft = MOST_CELLS;

  constructor(
    readonly old: Int32Array,
    readonly now: Int32Array,
  ) {
    this.partners = new Int32Array(old.length).fill(-1);
  }

  run(): void {
    const waiting: Range[] = [{ oldStart: 0, oldEnd: this.old.length, nowStart: 0, nowEnd: this.now.length }];
    for (let range = waiting.pop(); range; range = waiting.pop()) {
      const inner = this.#trim(range);
      const parts = this.#splitAtUnique(inner);
      if (parts) waiting.push(...parts);
      else this.#alignFully(inner);
    }
  }

  /** Pairs what is alike at both ends; returns what is left between. */
  #trim({ oldStart, oldEnd, nowStart, nowEnd }: Range): Range {
    let [from, fromNow, to, toNow] = [oldStart, nowStart, oldEnd, nowEnd];
    for (; from < to && fromNow < toNow && this.old[from] === this.now[fromNow]; from += 1, fromNow += 1) {
      this.partners[from] = fromNow;
    }
    while (from < to && fromNow < toNow && this.old[to - 1] === this.now[toNow - 1]) {
      to -= 1;
      toNow -= 1;
      this.partners[to] = toNow;
    }
    return { oldStart: from, oldEnd: to, nowStart: fromNow, nowEnd: toNow };
  }

  /** The stretches between the tokens that are unique on both sides and in order; null when there are none. */
  #splitAtUnique(range: Range): readonly Range[] | null {
    const chain = longestChain(uniquePairs(this.old, this.now, range));
    if (chain.length === 0) return null;
    const parts: Range[] = [];
    let [oldStart, nowStart] = [range.oldStart, range.nowStart];
    for (const [at, place] of chain) {
      this.partners[at] = place;
      parts.push({ oldStart, oldEnd: at, nowStart, nowEnd: place });
      [oldStart, nowStart] = [at + 1, place + 1];
    }
    parts.push({ oldStart, oldEnd: range.oldEnd, nowStart, nowEnd: range.nowEnd });
    return parts.filter((part) => part.oldStart < part.oldEnd && part.nowStart < part.nowEnd);
  }

  /** The longest common subsequence of two stretches. */
  #alignFully({ oldStart, oldEnd, nowStart, nowEnd }: Range): void {
    const [height, width] = [oldEnd - oldStart + 1, nowEnd - nowStart + 1];
    if (height * width > this.#cellsLeft) return;
    this.#cellsLeft -= height * width;
    const lengths = new Int32Array(height * width);
    const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
    const isSame = (row: number, column: number): boolean => this.old[oldStart + row] === this.now[nowStart + column];
    for (let row = height - 2; row >= 0; row -= 1) {
      for (let column = width - 2; column >= 0; column -= 1) {
        lengths[row * width + column] = isSame(row, column)
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      }
    }
    for (let row = 0, column = 0; row < height - 1 && column < width - 1; ) {
      if (isSame(row, column)) this.partners[oldStart + row++] = nowStart + column++;
      else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
      else column += 1;
    }
  }
}

/** Tokens that occur once in either stretch, as pairs of places, in the order of the old text. */
function uniquePairs(old: Int32Array, now: Int32Array, range: Range): readonly (readonly [number, number])[] {
  const places = new Map<number, number>();
  for (let at = range.nowStart; at < range.nowEnd; at += 1) {
    const code = now[at] ?? -1;
    places.set(code, places.has(code) ? -1 : at);
  }
  const counts = new Map<number, number>();
  for (let at = range.oldStart; at < range.oldEnd; at += 1) {
    const code = old[at] ?? -1;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const pairs: (readonly [number, number])[] = [];
  for (let at = range.oldStart; at < range.oldEnd; at += 1) {
    const code = old[at] ?? -1;
    const place = places.get(code) ?? -1;
    if (place >= 0 && counts.get(code) === 1) pairs.push([at, place]);
  }
  return pairs;
}

/** The longest chain of pairs that grow on both sides, by patience sorting. */
function longestChain(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const chain: (readonly [number, number])[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1)
    chain.push(...pairs.slice(index, index + 1));
  return chain.reverse();
}
