import { type Alignment, alignTexts } from "./tokens.js";

/** A stretch of a paragraph's text that belongs to something with an id; UTF-16 code units, the end excluded. */
export interface AnchoredSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Where the spans are in the new text, in the order they were given, and the ids of those that have no place. */
export interface Reanchored {
  readonly moved: readonly AnchoredSpan[];
  readonly lost: readonly string[];
}

/** How many occurrences of the same words are compared by their sentences; of more the diff alone decides. */
const MOST_PLACES = 200;

/** How far a sentence is looked for on either side, in code units. */
const LONGEST_SENTENCE = 400;

/** How alike two sentences must be, from 0 to 1, for words to have moved from one to the other. */
const LEAST_LIKENESS = 0.6;

/** How much more alike another place must be than the one that the diff leads to. */
const CLEAR_LEAD = 0.15;

/**
 * Finds the spans of an old text again in a new one. A span keeps its exact words, whole (not inside a longer word, unless
 * it was so before), never begins or ends inside a character as readers see it, and follows its surroundings: words that
 * occur several times go to where their sentence is, however often it moves or whatever is inserted beside it. What was
 * another occurrence of the words in the old text is never taken. A span is lost when its words changed, when they are
 * only found in other surroundings, or when several places are equally likely. A span that is empty or is outside the
 * old text is lost too. The time is bounded and grows with the length of the texts and the number of different words.
 */
export function reanchorQuotes(oldText: string, newText: string, spans: readonly AnchoredSpan[]): Reanchored {
  const alignment = oldText === newText ? null : alignTexts(oldText, newText);
  const places = new Map<AnchoredSpan, number>();
  for (const group of groupByWords(oldText, spans).values()) {
    const matcher = new Matcher(oldText, newText, group, alignment);
    for (const span of group) {
      const start = alignment ? matcher.placeOf(span) : span.start;
      if (start !== null) places.set(span, start);
    }
  }
  const moved: AnchoredSpan[] = [];
  const lost: string[] = [];
  for (const span of spans) {
    const start = places.get(span);
    if (start === undefined) lost.push(span.id);
    else moved.push({ id: span.id, start, end: start + span.end - span.start });
  }
  return { moved, lost };
}

/** The spans that can be found at all, by their words and by whether they cut a word at either end. */
function groupByWords(text: string, spans: readonly AnchoredSpan[]): ReadonlyMap<string, AnchoredSpan[]> {
  const groups = new Map<string, AnchoredSpan[]>();
  for (const span of spans) {
    if (span.start < 0 || span.end > text.length || span.start >= span.end) continue;
    const cuts = `${isInside(text, span.start)} ${isInside(text, span.end)}`;
    const key = `${cuts} ${text.slice(span.start, span.end)}`;
    groups.set(key, [...(groups.get(key) ?? []), span]);
  }
  return groups;
}

/** One sentence around an occurrence of words: its text, and where the words begin in it. */
interface Surroundings {
  readonly text: string;
  readonly offset: number;
}

/** Matches the occurrences of the same words in two texts. */
class Matcher {
  readonly #length: number;
  readonly #old: readonly number[];
  readonly #now: readonly number[];
  /** The new starts, by the old ones. */
  readonly #matches = new Map<number, number>();
  readonly #claimed = new Set<number>();

  constructor(
    readonly oldText: string,
    readonly newText: string,
    group: readonly AnchoredSpan[],
    readonly alignment: Alignment | null,
  ) {
    const [{ start, end } = { start: 0, end: 0 }] = group;
    const words = oldText.slice(start, end);
    this.#length = words.length;
    const cuts = [isInside(oldText, start), isInside(oldText, end)] as const;
    this.#old = occurrences(oldText, words, cuts);
    this.#now = occurrences(newText, words, cuts);
    if (alignment) this.#match();
  }

  /** Where the words of a span are in the new text, or null. */
  placeOf(span: AnchoredSpan): number | null {
    return this.#matches.get(span.start) ?? null;
  }

  #match(): void {
    if (this.#old.length > MOST_PLACES || this.#now.length > MOST_PLACES) {
      for (const start of this.#old) this.#claim(start, this.#aligned(start));
      return;
    }
    this.#matchSentences();
    this.#matchLikeliest();
  }

  #claim(start: number, place: number | null): void {
    if (place === null || this.#claimed.has(place)) return;
    this.#matches.set(start, place);
    this.#claimed.add(place);
  }

  /** Where the diff leads to: the place whose tokens are the partners of all tokens of the words. */
  #aligned(start: number): number | null {
    if (!this.alignment) return start;
    const { old, now, partners } = this.alignment;
    const end = start + this.#length;
    const first = indexAt(old, start);
    const from = partners[first] ?? -1;
    if (from < 0) return null;
    for (let at = first; at < old.length && (old[at]?.start ?? end) < end; at += 1) {
      if (partners[at] !== from + at - first) return null;
    }
    const place = (now[from]?.start ?? 0) + start - (old[first]?.start ?? 0);
    return this.#now.length > MOST_PLACES || this.#now.includes(place) ? place : null;
  }

  /** First the occurrences whose whole sentence is in both texts. */
  #matchSentences(): void {
    const [old, now] = [this.#bySentence(this.oldText, this.#old), this.#bySentence(this.newText, this.#now)];
    for (const [key, starts] of old) {
      const places = now.get(key) ?? [];
      if (starts.length === places.length) {
        for (const [at, start] of starts.entries()) this.#claim(start, places[at] ?? null);
        continue;
      }
      for (const start of starts) {
        const place = this.#aligned(start);
        if (place !== null && places.includes(place)) this.#claim(start, place);
      }
    }
  }

  #bySentence(text: string, starts: readonly number[]): ReadonlyMap<string, number[]> {
    const groups = new Map<string, number[]>();
    for (const start of starts) {
      const { text: sentence, offset } = surroundingsOf(text, start, start + this.#length);
      const key = `${offset} ${sentence}`;
      groups.set(key, [...(groups.get(key) ?? []), start]);
    }
    return groups;
  }

  /** Then the rest, the likeliest first: where the diff leads to, unless another place is clearly more alike. */
  #matchLikeliest(): void {
    const starts = this.#old.filter((start) => !this.#matches.has(start));
    const places = this.#now.filter((place) => !this.#claimed.has(place));
    const isOnly = this.#old.length === 1 && this.#now.length === 1;
    const rated = starts.flatMap((start) => {
      const aligned = this.#aligned(start);
      return places.map((place) => {
        const likeness = this.#likeness(start, place);
        const isAligned = place === aligned;
        const isPossible = (isOnly && this.#isAlikeMarked(start, place)) || isAligned || likeness >= LEAST_LIKENESS;
        return { start, place, isPossible, score: likeness + (isAligned ? CLEAR_LEAD : 0) };
      });
    });
    for (const { start, place, score, isPossible } of rated.sort((one, other) => other.score - one.score)) {
      if (!isPossible || this.#matches.has(start) || this.#claimed.has(place)) continue;
      const isDoubtful = rated.some(
        (each) => each.start === start && each.place !== place && each.score >= score && !this.#claimed.has(each.place),
      );
      if (!isDoubtful) this.#claim(start, place);
    }
  }

  /** Words between quotation marks do not become words of the article's own. */
  #isAlikeMarked(start: number, place: number): boolean {
    return MARK.test(this.oldText.charAt(start - 1)) === MARK.test(this.newText.charAt(place - 1));
  }

  /** The share of the words of two sentences that they have in common, those of the span left out. */
  #likeness(start: number, place: number): number {
    const one = this.#wordsAround(this.oldText, start);
    const other = this.#wordsAround(this.newText, place);
    if (one.length + other.length === 0) return 1;
    const left = [...other];
    let common = 0;
    for (const word of one) {
      const at = left.indexOf(word);
      if (at < 0) continue;
      left.splice(at, 1);
      common += 1;
    }
    return (2 * common) / (one.length + other.length);
  }

  #wordsAround(text: string, start: number): readonly string[] {
    const { text: sentence, offset } = surroundingsOf(text, start, start + this.#length);
    const around = `${sentence.slice(0, offset)} ${sentence.slice(offset + this.#length)}`;
    return around.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
  }
}

/** The index of the token that contains an offset. */
function indexAt(tokens: Alignment["old"], offset: number): number {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tokens[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const MARK = /[\p{Quotation_Mark}]/u;
const SENTENCE_START = /(?:[.!?…。！？؟।]["'”’»›」』)\]]*(?:\s+|(?<=[。！？」』]))|\n)(?!\p{Ll})/gu;
const SENTENCE_END = /(?:[.!?…。！？؟।]["'”’»›」』)\]]*(?:(?=\s+(?!\p{Ll}))|(?<=[。！？」』])|$)|\n)/u;

function surroundingsOf(text: string, start: number, end: number): Surroundings {
  const from = Math.max(0, start - LONGEST_SENTENCE);
  const before = text.slice(from, start);
  let begin = 0;
  for (const match of before.matchAll(SENTENCE_START)) begin = match.index + match[0].length;
  // Quotation marks right before the words belong to them, also behind the end of a sentence.
  const after = text.slice(end, end + LONGEST_SENTENCE);
  const stop = SENTENCE_END.exec(after);
  const until = stop ? stop.index + stop[0].length : after.length;
  return { text: text.slice(from + begin, end + until).trim(), offset: before.length - begin };
}

function occurrences(
  text: string,
  words: string,
  [cutsStart, cutsEnd]: readonly [boolean, boolean],
): readonly number[] {
  const starts: number[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const isWhole = (cutsStart || !isInside(text, start)) && (cutsEnd || !isInside(text, end));
    if (isWhole && isCharacterBoundary(text, start) && isCharacterBoundary(text, end)) starts.push(start);
  }
  return starts;
}

function isInside(text: string, at: number): boolean {
  return cutsWord(text, at) === "inside";
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const WORD_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;
const NUMBER_BEFORE = /\p{N}[.,:/–-]?$/u;
const NUMBER_AFTER = /^[.,:/–-]?\p{N}/u;
const JOINED_BEFORE = /[\p{L}\p{M}\p{N}]['’‐‑-]$/u;
const JOINED_AFTER = /^['’‐‑-][\p{L}\p{N}]/u;

/**
 * Whether an offset lies `inside` a word or number, or between two words that an apostrophe or hyphen has
 * `joined`, as in `l'avion` and `non-violent`; otherwise null. In scripts without spaces no offset does, since their words
 * cannot be distinguished without a dictionary.
 */
export function cutsWord(text: string, at: number): "inside" | "joined" | null {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  if (UNSPACED.test(before.slice(-1)) || UNSPACED.test(after.slice(0, 1))) return null;
  if (WORD_BEFORE.test(before) && WORD_AFTER.test(after)) return "inside";
  if (NUMBER_BEFORE.test(before) && NUMBER_AFTER.test(after)) return "inside";
  if (JOINED_BEFORE.test(before) && WORD_AFTER.test(after)) return "joined";
  return WORD_BEFORE.test(before) && JOINED_AFTER.test(after) ? "joined" : null;
}

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Whether a reader sees one character end and another begin at this offset (Unicode Standard Annex 29): not between
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
