import type { CodedText } from "./codes.js";
import type { EditMark } from "./quotation-marks.js";

/** A stretch of the quotation and the stretch of the source it is laid against: word indices, the ends excluded. */
export interface Block {
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** Which ends of a block's source stretch may be left over without cost. */
export interface FreeEnds {
  readonly start: boolean;
  readonly end: boolean;
}

/** What an unmatched word costs, on either side; a matched one gains its weight and one. */
const WORD_COST = 2;

/** What leaving out words of the source costs at most: a cut, however long, is joined for about three words beyond it. */
const CUT_COST = 20;

/** Where a bracket is, missing words cost less, up to the number that it may represent. */
const BRACKET_COST = 1;

const DIAGONAL = 0;
const ADDED = 1;
const REMOVED = 2;
const CUT = 3;
const MOVE = 3;
/** Set where a row has its best score so far, so that the way back finds where a cut began. */
const BEST = 4;

/**
 * Lays a stretch of the quotation against a stretch of the source so that the words in common, kept in order, weigh most
 * against what had to be added, removed and changed; case does not matter. Calls `pair` for every word in common, from
 * the last to the first. An alignment after Needleman and Wunsch (Journal of Molecular Biology 48, 1970) with free ends
 * and a limit to the cost of a gap. Takes time and memory in proportion to the product of the two lengths, so the caller
 * limits it.
 */
export function alignBlock(
  quote: CodedText,
  source: CodedText,
  block: Block,
  free: FreeEnds,
  marks: ReadonlyMap<number, EditMark>,
  pair: (quoteIndex: number, sourceIndex: number) => void,
): void {
  const width = block.sourceEnd - block.sourceStart + 1;
  const height = block.quoteEnd - block.quoteStart + 1;
  const moves = new Uint8Array(width * height);
  const scores = fillRows(quote, source, block, free, marks, moves);
  let column = free.end ? indexOfGreatest(scores) : width - 1;
  for (let row = height - 1; row > 0; ) {
    const cell = row * width + column;
    const move = (moves[cell] ?? 0) & MOVE;
    if (move === CUT) column = findCutStart(moves, cell) - row * width;
    else if (move === REMOVED) column -= 1;
    else {
      row -= 1;
      if (move === ADDED) continue;
      column -= 1;
      const here = block.quoteStart + row;
      const there = block.sourceStart + column;
      if (quote.loose[here] === source.loose[there]) pair(here, there);
    }
  }
}

/** Fills the moves row by row and returns the scores of the last row. */
function fillRows(
  quote: CodedText,
  source: CodedText,
  block: Block,
  free: FreeEnds,
  marks: ReadonlyMap<number, EditMark>,
  moves: Uint8Array,
): Int32Array {
  const width = block.sourceEnd - block.sourceStart + 1;
  let above = new Int32Array(width);
  let scores = new Int32Array(width);
  if (!free.start) for (let column = 1; column < width; column += 1) above[column] = -Math.min(column * 2, CUT_COST);
  for (let index = block.quoteStart; index < block.quoteEnd; index += 1) {
    const row = index - block.quoteStart + 1;
    const { step, most } = costOfGap(marks.get(index + 1));
    fillRow(above, scores, moves.subarray(row * width, (row + 1) * width), {
      word: quote.loose[index] ?? -1,
      gain: (quote.weight[index] ?? 1) + 1,
      source: source.loose.subarray(block.sourceStart, block.sourceEnd),
      step,
      most,
    });
    [above, scores] = [scores, above];
  }
  return above;
}

interface Row {
  readonly word: number;
  readonly gain: number;
  readonly source: Int32Array;
  readonly step: number;
  readonly most: number;
}

function fillRow(above: Int32Array, scores: Int32Array, moves: Uint8Array, row: Row): void {
  const { word, gain, source, step, most } = row;
  let left = (above[0] ?? 0) - WORD_COST;
  let best = left;
  scores[0] = left;
  moves[0] = ADDED | BEST;
  for (let column = 1; column < scores.length; column += 1) {
    let score = (above[column - 1] ?? 0) + (source[column - 1] === word ? gain : -WORD_COST);
    let move = DIAGONAL;
    const added = (above[column] ?? 0) - WORD_COST;
    if (added > score) {
      score = added;
      move = ADDED;
    }
    if (left - step > score) {
      score = left - step;
      move = REMOVED;
    }
    if (best - most > score) {
      score = best - most;
      move = CUT;
    }
    if (score > best) {
      best = score;
      move |= BEST;
    }
    left = score;
    scores[column] = score;
    moves[column] = move;
  }
}

function costOfGap(mark: EditMark | undefined): { readonly step: number; readonly most: number } {
  if (!mark || mark.skips === 0) return { step: WORD_COST, most: CUT_COST };
  if (mark.skips === Number.POSITIVE_INFINITY) return { step: 0, most: 0 };
  return { step: BRACKET_COST, most: CUT_COST };
}

function indexOfGreatest(scores: Int32Array): number {
  let greatest = 0;
  for (let index = 1; index < scores.length; index += 1) {
    if ((scores[index] ?? 0) > (scores[greatest] ?? 0)) greatest = index;
  }
  return greatest;
}

function findCutStart(moves: Uint8Array, cell: number): number {
  let start = cell - 1;
  while (start > 0 && ((moves[start] ?? 0) & BEST) === 0) start -= 1;
  return start;
}
