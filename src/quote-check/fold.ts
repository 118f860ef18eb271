import { LRUCache } from "lru-cache";
import { INVISIBLE } from "./scan.js";

/*
 * What may differ between two spellings of one word. Ignored: the style of apostrophes, dashes and slashes, characters
 * that show nothing, compatibility forms of Unicode (`ﬁ`, `１２`), the digits of any script, Arabic vowel signs, forms of
 * alef, yeh and kaf, Hebrew points, full stops in initials. Kept: every digit, sign, separator, fraction, exponent and letter.
 */

const DROPPED = new RegExp(
  `[${INVISIBLE}\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED\\u08D3-\\u08FF\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7]`,
  "gu",
);
const INITIALS = /^(?:\p{L}\.){2,}\p{L}?$/u;
/** Words that hold none of these are their own fold. */
const PLAIN = /^[a-zA-Z0-9\u00C0-\u024F\u0400-\u052F\u4E00-\u9FFF\u3041-\u30FF\u0E00-\u0E4F]*$/u;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const SUPERSCRIPTS = /(?<=\p{Nd})[\u00B2\u00B3\u00B9\u2070\u2074-\u2079]+/gu;
/** White space inside a number, other than around its signs, groups its digits. */
const GROUPING = /(?<=\p{Nd})[\u00A0\u2009\u202F](?=\p{Nd}{3})/gu;
const digits = new Map<string, string>();

/** The folds of words that were folded lately: the words of a language repeat. */
const folds = new LRUCache<string, string>({ max: 20_000 });

/** A longer word hardly comes again. */
const MAX_KNOWN_LENGTH = 30;

/** Returns the form in which a word is compared. Case is kept. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  if (word.length > MAX_KNOWN_LENGTH) return fold(word);
  const known = folds.get(word);
  if (known !== undefined) return known;
  const fresh = fold(word);
  folds.set(word, fresh);
  return fresh;
}

function fold(word: string): string {
  const key = word
    .replace(GROUPING, "")
    .replace(SUPERSCRIPTS, (power) => `^${power}`)
    .replace(DROPPED, "")
    .normalize("NFKC")
    .replace(DROPPED, "")
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(DASHES, "-")
    .replace(/[\u2044\u2215]/gu, "/")
    .replace(/\s*([-/])\s*/gu, "$1")
    .replace(/٫/gu, ".")
    .replace(/٬/gu, ",")
    .replace(/٪/gu, "%")
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[يى]/gu, "ی")
    .replace(/ك/gu, "ک")
    .replace(/[ۀە]/gu, "ه")
    .replace(/\p{Nd}/gu, foldDigit);
  return INITIALS.test(key) ? key.replace(/\./gu, "") : key;
}

/** The ASCII digit of the same value: the ten digits of a script are in a row, from zero on. */
function foldDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  const known = digits.get(digit);
  if (known !== undefined) return known;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  digits.set(digit, String(value));
  return String(value);
}
