/** A word as it is in a text: UTF-16 offsets, the end excluded. `isSilent` marks emoji and web addresses. */
export interface ScannedWord {
  readonly start: number;
  readonly end: number;
  readonly isSilent: boolean;
}

/** Characters that show nothing: joiners, soft hyphens, variation selectors, direction controls and the Arabic tatweel. */
export const INVISIBLE =
  "\\u00AD\\u034F\\u061C\\u0640\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFE00-\\uFE0F\\uFEFF";

/** Scripts written without spaces: every character with its marks is a word of its own, which needs no dictionary. */
const UNSPACED_SCRIPTS =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u30FC";

const UNKNOWN = 0;
const SPACE = 1;
const OTHER = 2;
const LETTER = 3;
const DIGIT = 4;
const UNSPACED = 5;
const MARK = 6;
const SYMBOL = 7;
const PICTURE = 8;
const SIGN = 9;
const APOSTROPHE = 10;
const POINT = 11;
const JOINER = 12;

/** The first matching pattern determines the kind of a character; the order matters. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/\u200C/u, JOINER],
  [new RegExp(`[\\p{M}${INVISIBLE}]`, "u"), MARK],
  [/\s/u, SPACE],
  [/\p{Nd}/u, DIGIT],
  [new RegExp(`[${UNSPACED_SCRIPTS}]`, "u"), UNSPACED],
  [/\p{N}/u, DIGIT],
  [/[\p{L}_]/u, LETTER],
  [/[-\u2010-\u2013\u2212\uFE63\uFF0D]/u, SIGN],
  [/['’ʼ‘`´]/u, APOSTROPHE],
  [/[.,:٫٬]/u, POINT],
  [/[%％﹪٪‰‱°℃℉&§№/⁄∕\p{Sc}]/u, SYMBOL],
  [/[\p{So}\p{Extended_Pictographic}]/u, PICTURE],
  [/(?![|~])\p{Sm}/u, SYMBOL],
];

/** What each character of the basic plane is, once asked; the patterns alone would take most of the time of a check. */
const kinds = new Uint8Array(0x10000);

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?…)\]]/iuy;
const DOMAIN = /[A-Za-z0-9]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}\/[^\s<>"“”.,;:!?…)\]]+/uy;
const INITIALS = /(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?/uy;
const EMOJI = /\p{Regional_Indicator}{2}|.(?:[\p{Emoji_Modifier}\uFE0F]|\u200D\p{Extended_Pictographic})*/uy;

const FRACTION = /[\u00BC-\u00BE\u2150-\u215E\u2189]/u;
/** From a digit over what joins two numbers up to the digit behind it. */
const CONNECTOR =
  /\p{Nd}(?:[ \u00A0\u2009\u202F]?[-\u2010-\u2015\u2212/\u2044\u2215\uFF0D][ \u00A0\u2009\u202F]?|[\u00A0\u2009\u202F](?=\p{Nd}{3}(?!\p{Nd})))(?=\p{Nd})/uy;

/** Whether a word is a character of a script that is written without spaces. */
export function isUnspaced(word: string): boolean {
  return kindAt(word, 0) === UNSPACED;
}

/**
 * Returns the first word at or after an offset, or null. A word keeps the apostrophes inside it; a number keeps its sign,
 * points, commas, dashes and slashes, so that `5.5`, `-5`, `5–4` and `9/11` are one word each. Symbols that carry a
 * meaning (%, $, /, §), a fraction in one character and an emoji are words of their own. Reads each character a bounded
 * number of times.
 */
export function scanWord(text: string, from: number): ScannedWord | null {
  for (let start = from; start < text.length; start += widthAt(text, start)) {
    const kind = kindAt(text, start);
    if (kind === LETTER || kind === DIGIT) return scanLetters(text, start);
    if (kind === UNSPACED) return { start, end: skipMarks(text, start + widthAt(text, start)), isSilent: false };
    if (kind === SIGN && isSignOfNumber(text, start)) return scanLetters(text, start);
    if (kind === SYMBOL || (/[~#＃]/u.test(text.charAt(start)) && kindAt(text, start + 1) === DIGIT)) {
      return { start, end: start + widthAt(text, start), isSilent: false };
    }
    if (kind === PICTURE) return { start, end: endOf(EMOJI, text, start), isSilent: true };
  }
  return null;
}

function scanLetters(text: string, start: number): ScannedWord {
  const address = endOfAddress(text, start);
  if (address > start) return { start, end: address, isSilent: true };
  const second = start + widthAt(text, start);
  const initials = text.charAt(second) === "." ? endOf(INITIALS, text, start) : start;
  if (initials > start) return { start, end: initials, isSilent: false };
  let end = second;
  while (end < text.length) {
    if (!isFraction(text, end - 1) && continuesWord(text, end)) end += widthAt(text, end);
    else if (endOf(CONNECTOR, text, end - 1) > end) end = endOf(CONNECTOR, text, end - 1);
    else break;
  }
  if (text.charAt(end) !== "." || !/[A-Za-z0-9]/u.test(text.charAt(end + 1))) return { start, end, isSilent: false };
  const domain = endOf(DOMAIN, text, start);
  return domain > start ? { start, end: domain, isSilent: true } : { start, end, isSilent: false };
}

function endOfAddress(text: string, start: number): number {
  const isCandidate = /[hw]/iu.test(text.charAt(start)) && /^(?:http|www\.)/iu.test(text.slice(start, start + 4));
  return isCandidate ? endOf(ADDRESS, text, start) : start;
}

function isFraction(text: string, at: number): boolean {
  return FRACTION.test(text.charAt(at));
}

function continuesWord(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind === DIGIT && isFraction(text, at)) return false;
  if (kind === LETTER || kind === DIGIT || kind === MARK) return true;
  if (kind === APOSTROPHE) return isLetter(text, at + 1);
  if (kind === POINT) return kindAt(text, at - 1) === DIGIT && kindAt(text, at + 1) === DIGIT;
  // In Persian the joiner is where others have a space; in Indic scripts it is part of the word.
  return kind === JOINER && !/\p{sc=Arabic}/u.test(text.charAt(at - 1)) && isLetter(text, at + 1);
}

function isLetter(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LETTER || kind === DIGIT;
}

function isSignOfNumber(text: string, at: number): boolean {
  return kindAt(text, at + 1) === DIGIT && !(at > 0 && isLetter(text, at - 1));
}

function skipMarks(text: string, from: number): number {
  let end = from;
  while (kindAt(text, end) === MARK) end += widthAt(text, end);
  return end;
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return OTHER;
  if (code >= 0xd800 && code <= 0xdbff) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? code));
  const known = kinds[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const kind = kindOf(text.charAt(at));
  kinds[code] = kind;
  return kind;
}

function kindOf(character: string): number {
  return KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
}
