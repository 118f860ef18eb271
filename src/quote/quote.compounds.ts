import type { ReadText, Word } from "./quote.words.js";

/** The most parts of a compound that is written with spaces or joiners between them. */
const MOST_PARTS = 4;

/** Words of scripts whose writers set spaces inside compounds or not. */
const JOINABLE = /^[\p{sc=Arabic}\p{sc=Hangul}\p{M}]+$/u;

/**
 * Reads compounds as one word in two texts that are compared, when either of them writes the compound so: Persian
 * `می رود`, `می‌رود` and `میرود` are the same word. Linear in the length of both.
 */
export function joinCompounds(one: ReadText, other: ReadText): readonly [ReadText, ReadText] {
  const known = new Set<string>();
  for (const { key } of [...one.words, ...other.words]) if (JOINABLE.test(key)) known.add(key);
  return known.size === 0 ? [one, other] : [join(one, known), join(other, known)];
}

function join(read: ReadText, known: ReadonlySet<string>): ReadText {
  const words: Word[] = [];
  for (let at = 0; at < read.words.length; ) {
    const parts = partsAt(read, at);
    let count = parts.length;
    while (count > 1 && !known.has(keyOf(parts.slice(0, count)))) count -= 1;
    const [first] = parts;
    const last = parts[count - 1];
    if (count > 1 && first && last) words.push({ ...last, key: keyOf(parts.slice(0, count)), start: first.start });
    else words.push(...read.words.slice(at, at + 1));
    at += Math.max(count, 1);
  }
  return { ...read, words };
}

/** The words from this one on that may be parts of one compound. */
function partsAt({ text, words }: ReadText, from: number): readonly Word[] {
  const parts: Word[] = [];
  for (let at = from; at < from + MOST_PARTS; at += 1) {
    const word = words[at];
    if (!word || !JOINABLE.test(word.key)) break;
    const before = parts.at(-1);
    if (before && /[^\s\u200C]/u.test(text.slice(before.end, word.start))) break;
    parts.push(word);
  }
  return parts;
}

function keyOf(parts: readonly Word[]): string {
  return parts.map(({ key }) => key).join("");
}
