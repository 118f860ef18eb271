import { type CodedText, agree } from "./codes.js";
import type { EditMark, MarkedText } from "./quotation-marks.js";
import { holdsEllipsis } from "./words.js";

/** A stretch of quoted words without a mark in it, and how many source words may be missing before it. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly skips: number;
}

/** Where a segment may be in the source, and where the one before it is then. */
interface Place {
  readonly at: number;
  readonly before: Place | null;
}

/** How many ways of placing a run of bracketed segments are followed at once. */
const MOST_PLACES = 4;

/**
 * Finds the quoted words as one passage of the source, word for word, at the first place that `accepts` takes. Returns
 * the index of the passage's first word, or -1.
 * An ellipsis in the quotation must be in the source as well. Linear in the length of both texts: comparing what the
 * search proposes is abandoned after a bounded number of words, which only artificial texts of one repeated word reach.
 */
export function findPassage(
  quote: CodedText & MarkedText,
  source: CodedText,
  accepts: (at: number) => boolean = () => true,
): number {
  if (quote.marks.some((mark) => !mark.isDots)) return -1;
  const effort = new Effort(quote, source);
  const whole = { start: 0, end: quote.words.length, skips: 0 };
  for (const at of occurrences(quote.first, whole, source.first, 0)) {
    if (effort.isSpent()) return -1;
    if (!stands(quote, whole, source, at, effort) || !accepts(at)) continue;
    if (quote.marks.every((mark) => isOwn(mark, quote, source, at))) return at;
  }
  return -1;
}

/**
 * Finds the quoted words between the marks one after the other in the source, each word for word, with no more missing
 * between them than the marks allow. Returns the source index of every quoted word, or null. Bounded like `findPassage`.
 */
export function findMarked(quote: CodedText & MarkedText, source: CodedText): Int32Array | null {
  const pairs = new Int32Array(quote.words.length);
  const effort = new Effort(quote, source);
  let from = 0;
  for (const group of groupSegments(quote)) {
    const places = placeGroup(group, quote, source, from, effort);
    if (!places) return null;
    for (const [index, segment] of group.entries()) {
      const at = places[index] ?? 0;
      for (let word = segment.start; word < segment.end; word += 1) pairs[word] = at + word - segment.start;
      from = at + segment.end - segment.start;
    }
  }
  return pairs;
}

/** Cuts the quotation at its marks; a segment after an ellipsis may be anywhere later, and so begins a new group. */
function groupSegments(quote: MarkedText): Segment[][] {
  const groups: Segment[][] = [];
  const inner = quote.marks.filter((mark) => mark.at > 0 && mark.at < quote.words.length);
  const cuts: Pick<EditMark, "at" | "skips">[] = [{ at: 0, skips: Number.POSITIVE_INFINITY }, ...inner];
  for (const [index, cut] of cuts.entries()) {
    const segment = { start: cut.at, end: cuts[index + 1]?.at ?? quote.words.length, skips: cut.skips };
    if (cut.skips === Number.POSITIVE_INFINITY) groups.push([segment]);
    else groups.at(-1)?.push(segment);
  }
  return groups;
}

function placeGroup(
  group: readonly Segment[],
  quote: CodedText,
  source: CodedText,
  from: number,
  effort: Effort,
): number[] | null {
  const [head, ...rest] = group;
  if (!head) return [];
  for (const at of occurrences(quote.first, head, source.first, from)) {
    if (effort.isSpent()) return null;
    if (!stands(quote, head, source, at, effort)) continue;
    const last = followGroup({ at, before: null }, head, rest, quote, source, effort);
    if (last) return listPlaces(last);
  }
  return null;
}

/** Follows a group from the place of its first segment; returns the place of the last, or null when one finds none. */
function followGroup(
  head: Place,
  first: Segment,
  rest: readonly Segment[],
  quote: CodedText,
  source: CodedText,
  effort: Effort,
): Place | null {
  let places: readonly Place[] = [head];
  let length = first.end - first.start;
  for (const segment of rest) {
    if (places.length === 0 || effort.isSpent()) return null;
    const next = new Map<number, Place>();
    for (const before of places) {
      for (const at of placesWithin(before.at + length, quote, segment, source, effort)) next.set(at, { at, before });
    }
    places = [...next.values()].slice(0, MOST_PLACES);
    length = segment.end - segment.start;
  }
  return places[0] ?? null;
}

function placesWithin(from: number, quote: CodedText, segment: Segment, source: CodedText, effort: Effort): number[] {
  const places: number[] = [];
  for (let at = from; at <= from + segment.skips; at += 1) {
    if (!effort.isSpent() && stands(quote, segment, source, at, effort)) places.push(at);
  }
  return places;
}

function listPlaces(last: Place): number[] {
  const places: number[] = [];
  for (let place: Place | null = last; place; place = place.before) places.push(place.at);
  return places.reverse();
}

/** Whether a segment is in the source at this index, minding case but the first letter's, and sentence ends. */
function stands(quote: CodedText, segment: Segment, source: CodedText, at: number, effort: Effort): boolean {
  const length = segment.end - segment.start;
  effort.spend();
  if (at + length > source.words.length || quote.first[segment.start] !== source.first[at]) return false;
  for (let step = 1; step < length; step += 1) {
    effort.spend();
    const here = segment.start + step;
    if (quote.strict[here] !== source.strict[at + step]) return false;
    if (!agree(quote.words[here - 1]?.after ?? "none", source.words[at + step - 1]?.after ?? "none")) return false;
  }
  return true;
}

/** Whether an ellipsis of the quotation, whose words are in the source from `at` on, is the source's own. */
export function isOwn(mark: EditMark, quote: MarkedText, source: CodedText, at: number): boolean {
  if (!mark.isDots) return false;
  const before = source.words[at + mark.at - 1];
  return before ? before.after === "trail" : holdsEllipsis(source.text.slice(0, source.words[0]?.start ?? 0));
}

/**
 * Yields where a segment occurs in the source, from left to right, by the algorithm of Knuth, Morris and Pratt (SIAM
 * Journal on Computing 6, 1977), which never looks at a word of the source twice.
 */
function* occurrences(words: Int32Array, segment: Segment, source: Int32Array, from: number): Generator<number> {
  const pattern = words.subarray(segment.start, segment.end);
  const fallback = buildFallback(pattern);
  let matched = 0;
  for (let at = from; at < source.length; at += 1) {
    while (matched > 0 && (matched === pattern.length || pattern[matched] !== source[at])) {
      matched = fallback[matched - 1] ?? 0;
    }
    if (pattern[matched] === source[at]) matched += 1;
    if (matched === pattern.length) yield at - matched + 1;
  }
}

/** For every beginning of the pattern, the length of the longest shorter beginning that also ends it. */
export function buildFallback(pattern: Int32Array): Int32Array {
  const fallback = new Int32Array(pattern.length);
  for (let end = 1, length = 0; end < pattern.length; end += 1) {
    while (length > 0 && pattern[length] !== pattern[end]) length = fallback[length - 1] ?? 0;
    if (pattern[length] === pattern[end]) length += 1;
    fallback[end] = length;
  }
  return fallback;
}

/** Counts the compared words, and reports when they are more than eight times those of the texts. */
class Effort {
  private left: number;

  constructor(quote: CodedText, source: CodedText) {
    this.left = 8 * (quote.words.length + source.words.length) + 1_000;
  }

  spend(): void {
    this.left -= 1;
  }

  isSpent(): boolean {
    return this.left < 0;
  }
}
