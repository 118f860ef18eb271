import type { ReadText, Word } from "./words.js";

/** The most parts of a compound that is written with spaces or joiners between them. */
const MOST_PARTS = 4;

/** Words of scripts whose writers set spaces inside compounds or not. */
const JOINABLE = /^[\p{sc=Arabic}\p{sc=Hangul}\p{M}]+$/u;

/** What of a text may be parts of compounds, whatever it is compared with. */
interface Joinable {
  readonly keys: ReadonlySet<string>;
  /** All compounds that two or more of its words make. */
  readonly made: ReadonlySet<string>;
  /** The text with the compounds that it writes as one word elsewhere. */
  readonly joined: ReadText;
  /** For each word the keys that it makes with the next one, the next two and so on. */
  readonly compounds: readonly (readonly string[])[];
}

/** Kept as long as the text itself: a source is compared with many quotations. */
const joinables = new WeakMap<ReadText, Joinable>();

const NONE: readonly string[] = [];

/**
 * Reads compounds as one word in two texts that are compared, when either of them writes the compound so: Persian
 * `می رود`, `می‌رود` and `میرود` are the same word. Linear in the length of both. A text without such words is returned
 * as it is.
 */
export function joinCompounds(one: ReadText, other: ReadText): readonly [ReadText, ReadText] {
  const [ofOne, ofOther] = [joinableOf(one), joinableOf(other)];
  return [joinWith(one, ofOne, ofOther.keys), joinWith(other, ofOther, ofOne.keys)];
}

function joinWith(read: ReadText, own: Joinable, others: ReadonlySet<string>): ReadText {
  const addsNone = [...(others.size < own.made.size ? others : own.made)].every(
    (key) => own.keys.has(key) || !others.has(key) || !own.made.has(key),
  );
  return addsNone ? own.joined : join(read, own.compounds, (key) => own.keys.has(key) || others.has(key));
}

function joinableOf(read: ReadText): Joinable {
  const known = joinables.get(read);
  if (known) return known;
  const isPart = read.words.map(({ key }) => JOINABLE.test(key));
  const keys = new Set(read.words.flatMap(({ key }, at) => (isPart[at] ? [key] : [])));
  const compounds = keys.size === 0 ? [] : read.words.map((_, at) => compoundsAt(read, isPart, at));
  const made = new Set(compounds.flat());
  const fresh = { keys, made, compounds, joined: join(read, compounds, (key) => keys.has(key)) };
  joinables.set(read, fresh);
  return fresh;
}

/** The keys of the compounds that begin with this word. */
function compoundsAt({ text, words }: ReadText, isPart: readonly boolean[], from: number): readonly string[] {
  let before = words[from];
  if (!before || !isPart[from]) return NONE;
  const found: string[] = [];
  let key = before.key;
  for (let at = from + 1; at < from + MOST_PARTS; at += 1) {
    const word = words[at];
    if (!word || !isPart[at] || /[^\s\u200C]/u.test(text.slice(before.end, word.start))) break;
    key += word.key;
    found.push(key);
    before = word;
  }
  return found.length === 0 ? NONE : found;
}

function join(read: ReadText, compounds: Joinable["compounds"], isKnown: (key: string) => boolean): ReadText {
  if (compounds.length === 0) return read;
  const words: Word[] = [];
  let isChanged = false;
  for (let at = 0; at < read.words.length; at += 1) {
    const first = read.words[at];
    if (!first) break;
    const longest = (compounds[at] ?? NONE).findLastIndex(isKnown);
    const last = longest < 0 ? undefined : read.words[at + longest + 1];
    const key = compounds[at]?.[longest];
    if (!last || key === undefined) {
      words.push(first);
      continue;
    }
    words.push({ ...last, key, start: first.start });
    isChanged = true;
    at += longest + 1;
  }
  return isChanged ? { ...read, words } : read;
}
