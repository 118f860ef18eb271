import { createHash } from "node:crypto";
import { INVISIBLE, scanWord } from "./quote.scan.js";

/**
 * What stands between a word and the next one, as far as it can change what is said: `none` (also a comma), the end of a
 * `sentence`, the end of a `question`, dots that `trail` off, or `loose`: a mark or line break that writers of the same
 * speech set differently, and so agrees with every other one.
 */
export type Boundary = "none" | "sentence" | "question" | "trail" | "loose";

/**
 * One word of a text. `key` is its folded form, the one that is compared; `start` and `end` are UTF-16 offsets into the
 * normalised text, so that the readable word can be shown; `after` is what stands between it and the next word.
 * `isSilent` marks what cannot be spoken: emoji and web addresses.
 */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly after: Boundary;
  readonly isSilent: boolean;
}

/** A text in Unicode form NFC together with its words in reading order. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
}

const DROPPED_IN_KEY = new RegExp(`[${INVISIBLE}]`, "gu");
const INITIALS = /^(?:\p{L}\.){2,}\p{L}?$/u;
const ABBREVIATION = /^(?:\p{Lu}\p{L}{0,2}|\p{L}|Prof|Capt|vs)$/u;
const FOLDED = new RegExp(`[.'’ʼ‘\`´\\u2212يىك٠-٩۰-۹${INVISIBLE}]`, "u");

/** Several full stops in a row, also with spaces between them, or the characters made for it. */
const ELLIPSIS = /\.(?:\s?\.){2,}|[…⋯]/u;

/**
 * Reads a text into words. Quotation marks, brackets, white space, hyphens, `@`, `#` and all other punctuation separate
 * words without being any; case is kept. Linear in the length of the text.
 */
export function readText(raw: string): ReadText {
  const text = composeText(raw);
  const words: Word[] = [];
  let word = scanWord(text, 0);
  while (word) {
    const { start, end, isSilent } = word;
    const next = scanWord(text, end);
    const shown = text.slice(start, end);
    const key = isSilent ? shown : foldWord(shown);
    words.push({ key, start, end, after: readBoundary(text, shown, end, next?.start ?? text.length), isSilent });
    word = next;
  }
  return { text, words };
}

/**
 * Gives a text in Unicode form NFC. Of more than thirty combining marks in a row only the first thirty are kept, as the
 * stream-safe format of Unicode Standard Annex 15 has it, for composing takes time in proportion to their square.
 */
export function composeText(raw: string): string {
  return raw.replace(/(\p{M}{30})\p{M}+/gu, "$1").normalize("NFC");
}

/** Tells whether dots that mark a cut stand in this stretch of punctuation. */
export function holdsEllipsis(punctuation: string): boolean {
  return ELLIPSIS.test(punctuation);
}

/** Gives the word with its first letter in lower case: the form in which a quotation's first word is compared. */
export function lowerFirst(key: string): string {
  const first = String.fromCodePoint(key.codePointAt(0) ?? 32);
  return first.toLowerCase() + key.slice(first.length);
}

/**
 * Folds quoted words to what makes them the same words: words in Unicode form NFC, separated by one space, the first
 * letter in lower case. Quotation marks, punctuation, dashes, invisible characters, emoji and addresses are gone; an
 * ellipsis inside stays as `…`, for cut words are not the same words. Empty when nothing can be read in the text.
 */
export function foldQuotedWords(text: string): string {
  const read = readText(text);
  const spoken = read.words.filter((word) => !word.isSilent);
  const words = spoken.length > 0 ? spoken : read.words;
  const last = words.length - 1;
  return words
    .map((word, index) => {
      const key = index === 0 ? lowerFirst(word.key) : word.key;
      return index < last && word.after === "trail" ? `${key} …` : key;
    })
    .join(" ");
}

/**
 * Gives the key under which the same words are found elsewhere: the SHA-256 of their fold in base64url, 43 characters.
 * Stable across processes and releases for as long as the fold is.
 */
export function quotedWordsKey(text: string): string {
  return createHash("sha256").update(foldQuotedWords(text), "utf8").digest("base64url");
}

function foldWord(word: string): string {
  if (!FOLDED.test(word)) return word;
  const key = word
    .replace(DROPPED_IN_KEY, "")
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/\u2212/gu, "-")
    .replace(/[يى]/gu, "ی")
    .replace(/ك/gu, "ک")
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  return INITIALS.test(key) ? key.replace(/\./gu, "") : key;
}

function readBoundary(text: string, shown: string, end: number, next: number): Boundary {
  const isPointed = shown.endsWith(".");
  if (next - end <= 1 && (next === end || text.charCodeAt(end) === 32)) return isPointed ? "loose" : "none";
  const gap = text.slice(end, next);
  if (ELLIPSIS.test(gap)) return "trail";
  if (/[?؟？]/u.test(gap)) return "question";
  if (/[!！。।॥۔｡]/u.test(gap)) return "sentence";
  if (gap.includes(".")) return isPointed || ABBREVIATION.test(shown) ? "loose" : "sentence";
  return isPointed || /[;:؛：；—–\n()[\]]/u.test(gap) ? "loose" : "none";
}
