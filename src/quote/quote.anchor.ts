/** A stretch of a paragraph's text that belongs to something with an id; UTF-16 code units, the end excluded. */
export interface AnchoredSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Where the spans stand in the new text, in the order they were given, and the ids of those that stand nowhere. */
export interface Reanchored {
  readonly moved: readonly AnchoredSpan[];
  readonly lost: readonly string[];
}

/** How much of the surroundings on either side is compared, in code units. */
const SURROUNDINGS = 64;

/** How many places are weighed for one span whose words stand more often than that. */
const MOST_PLACES = 24;

/** What a place costs that lies before the end of the span before: more than all surroundings can gain. */
const OUT_OF_ORDER = 5 * SURROUNDINGS;

/**
 * Finds the spans of an old text again in a new one. A span keeps its exact words, whole (not inside a longer word, unless
 * it was so before) and never begins or ends inside a character as readers see it; when its words stand several times,
 * the place with the same surroundings is taken, then the one that an edit elsewhere would have moved it to. Spans keep
 * their order as far as their words do, and no two spans of the same words share a place they did not share before. A
 * span that is empty, lies outside the old text or finds no place is lost. Time grows with the texts' length for each
 * span, by plain search.
 */
export function reanchorQuotes(oldText: string, newText: string, spans: readonly AnchoredSpan[]): Reanchored {
  const edit = compareEnds(oldText, newText);
  const ordered = [...spans].sort((one, other) => one.start - other.start || one.end - other.end);
  const choices = ordered.map((span) => ({ span, places: listPlaces(oldText, newText, span, edit) }));
  const starts = choosePlaces(choices);
  const moved: AnchoredSpan[] = [];
  const lost: string[] = [];
  for (const span of spans) {
    const start = starts.get(span);
    if (start === undefined) lost.push(span.id);
    else moved.push({ id: span.id, start, end: start + span.end - span.start });
  }
  return { moved, lost };
}

/** How much of two texts is alike from the beginning and, beyond that, from the end; and how much longer the new one is. */
interface Edit {
  readonly prefix: number;
  readonly suffix: number;
  readonly growth: number;
}

interface Place {
  readonly start: number;
  /** How well the surroundings fit, in code units alike; a place that an edit would lead to counts one more. */
  readonly score: number;
}

interface Choice {
  readonly span: AnchoredSpan;
  readonly places: readonly Place[];
}

function compareEnds(oldText: string, newText: string): Edit {
  const most = Math.min(oldText.length, newText.length);
  const prefix = countAlike(oldText, 0, newText, 0, 1, most);
  const suffix = countAlike(oldText, oldText.length - 1, newText, newText.length - 1, -1, most - prefix);
  return { prefix, suffix, growth: newText.length - oldText.length };
}

function countAlike(one: string, oneAt: number, other: string, otherAt: number, step: number, most: number): number {
  let count = 0;
  while (count < most) {
    const code = one.charCodeAt(oneAt + count * step);
    if (Number.isNaN(code) || code !== other.charCodeAt(otherAt + count * step)) break;
    count += 1;
  }
  return count;
}

function listPlaces(oldText: string, newText: string, span: AnchoredSpan, edit: Edit): Place[] {
  if (span.start < 0 || span.end > oldText.length || span.start >= span.end) return [];
  const expected = [span.start, span.start + edit.growth];
  const isEdited = span.end > edit.prefix && span.start < oldText.length - edit.suffix;
  const fits = findStarts(oldText, newText, span, expected).filter((start) => fitsAt(oldText, newText, span, start));
  const aim = span.end <= edit.prefix ? span.start : span.start + edit.growth;
  return fits.map((start) => {
    const end = start + span.end - span.start;
    const before = countAlike(oldText, span.start - 1, newText, start - 1, -1, SURROUNDINGS);
    const after = countAlike(oldText, span.end, newText, end, 1, SURROUNDINGS);
    const nearness = 1 / (2 + Math.abs(start - aim));
    return { start, score: before + after + nearness + (!isEdited && start === aim ? 1 : 0) };
  });
}

/** All places of the words when they are few; else those nearest to where they are expected and those in their context. */
function findStarts(oldText: string, newText: string, span: AnchoredSpan, expected: readonly number[]): number[] {
  const words = oldText.slice(span.start, span.end);
  const all = searchOn(newText, words, 0, MOST_PLACES + 1);
  if (all.length <= MOST_PLACES) return all;
  const near = expected.flatMap((at) => [
    ...searchOn(newText, words, at, MOST_PLACES / 4),
    ...searchBack(newText, words, at - 1, MOST_PLACES / 4),
  ]);
  const inContext = [SURROUNDINGS, 16, 4].flatMap((reach) => {
    const before = oldText.slice(Math.max(0, span.start - reach), span.start);
    const after = oldText.slice(span.end, span.end + reach);
    const starts = [before + words + after, before + words].flatMap((text) => searchOn(newText, text, 0, 2));
    return [...starts.map((start) => start + before.length), ...searchOn(newText, words + after, 0, 2)];
  });
  return [...new Set([...near, ...inContext])].sort((one, other) => one - other);
}

function searchOn(text: string, words: string, from: number, most: number): number[] {
  const starts: number[] = [];
  let start = text.indexOf(words, Math.max(0, from));
  while (start >= 0 && starts.length < most) {
    starts.push(start);
    start = text.indexOf(words, start + 1);
  }
  return starts;
}

function searchBack(text: string, words: string, from: number, most: number): number[] {
  const starts: number[] = [];
  let start = from < 0 ? -1 : text.lastIndexOf(words, from);
  while (start >= 0 && starts.length < most) {
    starts.push(start);
    start = start === 0 ? -1 : text.lastIndexOf(words, start - 1);
  }
  return starts;
}

function fitsAt(oldText: string, newText: string, span: AnchoredSpan, start: number): boolean {
  const end = start + span.end - span.start;
  if (cutsWord(newText, start) && !cutsWord(oldText, span.start)) return false;
  if (cutsWord(newText, end) && !cutsWord(oldText, span.end)) return false;
  return isCharacterBoundary(newText, start) && isCharacterBoundary(newText, end);
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;

function cutsWord(text: string, at: number): boolean {
  return WORD_AFTER.test(text.slice(at, at + 2)) && WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at));
}

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Tells whether a reader sees one character end and another begin at this offset (Unicode Standard Annex 29): not between
 * the halves of an emoji, nor before a combining mark. Looks back to the last plain letter, which begins a character.
 */
export function isCharacterBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return at === 0 || at === text.length;
  if (isPlain(text, at) && isPlain(text, at - 1)) return true;
  let from = at - 1;
  while (from > 0 && at - from < 256 && !isPlain(text, from)) from -= 1;
  return characters.segment(text.slice(from, at + 2)).containing(at - from)?.index === at - from;
}

function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 32 && code < 127;
}

/** The best way to place the spans up to one of them: the place taken for it, and the way for those before. */
interface Way {
  readonly score: number;
  readonly place: Place | null;
  readonly end: number;
  readonly before: Way | null;
}

/** Takes a place for every span so that surroundings and order fit best over all of them. */
function choosePlaces(choices: readonly Choice[]): Map<AnchoredSpan, number> {
  let ways: readonly Way[] = [{ score: 0, place: null, end: 0, before: null }];
  let earlier: Choice | undefined;
  for (const choice of choices) {
    const wasOverlapping = earlier !== undefined && earlier.span.end > choice.span.start;
    const options: readonly (Place | null)[] = choice.places.length > 0 ? choice.places : [null];
    ways = options.map((place) => extendWay(ways, choice.span, place, wasOverlapping));
    earlier = choice;
  }
  const best = ways.reduce((one, other) => (other.score > one.score ? other : one));
  return readWay(best, choices);
}

function extendWay(ways: readonly Way[], span: AnchoredSpan, place: Place | null, wasOverlapping: boolean): Way {
  const scores = ways.map((before) => {
    const isInOrder = place === null || wasOverlapping || place.start >= before.end;
    return before.score + (place?.score ?? 0) - (isInOrder ? 0 : OUT_OF_ORDER);
  });
  const score = Math.max(...scores);
  const before = ways[scores.indexOf(score)] ?? null;
  const end = place ? place.start + span.end - span.start : (before?.end ?? 0);
  return { score, place, end, before };
}

/** Reads the chosen places; of two spans on one place, the one that fits it better keeps it, unless they shared it before. */
function readWay(last: Way, choices: readonly Choice[]): Map<AnchoredSpan, number> {
  const places: (Place | null)[] = [];
  for (let way: Way | null = last; way?.before; way = way.before) places.push(way.place);
  places.reverse();
  const chosen = new Map<AnchoredSpan, number>();
  const holders = new Map<string, { readonly span: AnchoredSpan; readonly score: number }>();
  for (const [index, { span }] of choices.entries()) {
    const place = places[index];
    if (!place) continue;
    const key = `${place.start}-${place.start + span.end - span.start}`;
    const holder = holders.get(key);
    const isShared = holder?.span.start === span.start;
    if (holder && !isShared && holder.score >= place.score) continue;
    if (holder && !isShared) chosen.delete(holder.span);
    holders.set(key, { span, score: place.score });
    chosen.set(span, place.start);
  }
  return chosen;
}
