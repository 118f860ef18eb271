import { foldWord } from "./fold.js";
import { isAnswer } from "./negations.js";
import { type ScannedWord, scanWord } from "./scan.js";

/**
 * What is between a word and the next one, if it can change the meaning: `none` (also a comma), the end of a
 * `sentence`, the end of a `question`, dots that `trail` off, a `pause` after a negative answer (`No, new taxes`), the
 * full stop of an `abbreviation`, or `loose`: a mark or line break that writers of the same speech set differently, and
 * so agrees with every other one.
 */
export type Boundary = "none" | "sentence" | "question" | "trail" | "pause" | "abbreviation" | "loose";

/**
 * One word of a text. `key` is its folded form, the one that is compared; `start` and `end` are UTF-16 offsets into the
 * normalised text, so that the readable word can be shown; `after` is what is between it and the next word.
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

/** Words that are written with a full stop or without, apart from single letters; `No.` only before a number. */
const ABBREVIATION =
  /^(?:\p{L}|Mrs?|Ms|Mx|Dr|Drs|Prof|St|Ste|Sr|Jr|Lt|Col|Gen|Maj|Sgt|Cpl|Capt|Cmdr|Adm|Gov|Sen|Rep|Rev|Hon|Pres|vs|etc|Inc|Ltd|Co|Corp|Bros|Mt|Ft|Ave|Blvd|Rd|Hr|Fr|Hrn|Nr|Str|bzw|Mme|Mlle|Sra?|Srta|Dra|Ud|Uds|Sig|Dott|Art|Abs|Vol|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri)$/u;
const NUMBERED = /^(?:No|Nos|Nr|Art|pp?)$/iu;
/** Marks that part two clauses. */
const CLAUSE_MARK = /[,;:،؛、，；：—–]|\s-\s/u;

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
    words.push({ key, start, end, after: readBoundary(text, key, word, next?.start ?? text.length), isSilent });
    word = next;
  }
  return { text, words };
}

/**
 * Returns a text in Unicode form NFC. Of more than thirty combining marks in a row only the first thirty are kept, as the
 * stream-safe format of Unicode Standard Annex 15 has it, for composing takes time in proportion to their square.
 */
export function composeText(raw: string): string {
  return raw.replace(/(\p{M}{30})\p{M}+/gu, "$1").normalize("NFC");
}

/** Whether dots that mark a cut are in this stretch of punctuation. */
export function holdsEllipsis(punctuation: string): boolean {
  return ELLIPSIS.test(punctuation);
}

/** Returns the word with its first letter in lower case: the form in which a quotation's first word is compared. */
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

function readBoundary(text: string, key: string, { start, end }: ScannedWord, next: number): Boundary {
  const isPointed = text.charAt(end - 1) === ".";
  if (next - end <= 1 && (next === end || text.charCodeAt(end) === 32)) return isPointed ? "abbreviation" : "none";
  const gap = text.slice(end, next);
  if (ELLIPSIS.test(gap)) return "trail";
  if (/[?؟？]/u.test(gap)) return "question";
  if (/[!！。।॥۔｡]/u.test(gap)) return "sentence";
  if (gap.includes(".")) return readPoint(text.slice(start, end), isPointed, text.slice(next, next + 1));
  if (isAnswer(key) && CLAUSE_MARK.test(gap)) return "pause";
  if (/[;:؛：；—–\n()[\]]/u.test(gap)) return "loose";
  return isPointed ? "abbreviation" : "none";
}

function readPoint(shown: string, isPointed: boolean, next: string): Boundary {
  const isNumbered = NUMBERED.test(shown) && /\p{Nd}/u.test(next);
  return isPointed || isNumbered || ABBREVIATION.test(shown) ? "abbreviation" : "sentence";
}
