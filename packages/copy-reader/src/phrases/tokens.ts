import { abbreviations } from "../lexicon/small-words.js";
import { foldElidedWord, splitWord } from "./elisions.js";
import { findReportingClauses } from "./reporting-clauses.js";
import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import type { MarkedSpan } from "./marks.js";

/** A word, a punctuation mark, or a whole quotation standing as one token. */
export interface TextToken {
  readonly kind: "word" | "mark" | "quote";
  readonly text: string;
  readonly lower: string;
  /** Offsets into the paragraph. */
  readonly start: number;
  readonly end: number;
  /** The number of the sentence it is in, from 0 within the paragraph. */
  readonly sentence: number;
  /** For a quote, and for a word or mark of its reporting clauses: which of the paragraph's spans it is in; otherwise -1. */
  readonly span: number;
  readonly isCapital: boolean;
}

/** A token before its sentence, and whether it is in a reporting clause, are known. */
interface RawToken extends Omit<TextToken, "sentence" | "span"> {
  sentence: number;
  span: number;
}

const wordForm =
  /(?:\p{Lu}{1,2}-)?(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*(?:(?:[-'’&/_@](?=[\p{L}\p{N}])|\.(?=[\p{Ll}\p{N}]))[\p{L}\p{M}\p{N}\u200c]+)*|\S/gu;
const closing = new Set(['"', "”", "’", "»", "“", "'", ")", "]"]);

/**
 * Cuts a paragraph into tokens and numbers its sentences. Each quotation becomes one token, or one for each stretch between
 * its reporting clauses, all with the same span; the words of the reporting clauses are between them.
 */
export function tokenise(text: string, spans: readonly MarkedSpan[], lexicon: LanguageLexicon): readonly TextToken[] {
  const raw: RawToken[] = [];
  let from = 0;
  for (const [index, span] of spans.entries()) {
    addWords(raw, text.slice(from, span.outerStart), from, lexicon);
    addQuotation(raw, text, { ...span, index }, lexicon);
    from = span.outerEnd;
  }
  addWords(raw, text.slice(from), from, lexicon);
  return numberSentences(raw, text);
}

/** A quotation as one token, or cut where the reporter's words interrupt it. */
function addQuotation(
  into: RawToken[],
  text: string,
  span: MarkedSpan & { readonly index: number },
  lexicon: LanguageLexicon,
): void {
  const words: RawToken[] = [];
  if (lexicon.namesSpeakerInside) addWords(words, text.slice(span.start, span.end), span.start, lexicon);
  let [start, opens] = [span.outerStart, span.start];
  for (const { first, end } of findReportingClauses(words, lexicon)) {
    into.push(quoteToken(text, { start, opens, end: words[first]?.start ?? span.end }, span.index));
    for (const each of words.slice(first, end)) {
      each.span = span.index;
      into.push(each);
    }
    start = opens = words[end]?.start ?? span.outerEnd;
  }
  if (start < span.outerEnd) into.push(quoteToken(text, { start, opens, end: span.outerEnd }, span.index));
}

interface QuotePlace {
  readonly start: number;
  /** The first quoted character. */
  readonly opens: number;
  readonly end: number;
}

function quoteToken(text: string, { start, opens, end }: QuotePlace, span: number): RawToken {
  const isCapital = /^[^\p{L}]?\p{Lu}/u.test(text.slice(opens, opens + 2));
  return { kind: "quote", text: "", lower: "", start, end, span, sentence: 0, isCapital };
}

function addWords(into: RawToken[], text: string, offset: number, lexicon: LanguageLexicon): void {
  for (const match of text.matchAll(wordForm)) {
    let start = offset + match.index;
    const next = text[match.index + match[0].length] ?? "";
    if (!lexicon.namesSpeakerInside || !/.['’-]/u.test(match[0])) {
      addWord(into, match[0], start, next, lexicon);
      continue;
    }
    const parts = splitWord(match[0], into.at(-1), lexicon);
    for (const part of parts) {
      const hyphen = part.length > 1 ? (/^-(?:t-)?/u.exec(part)?.[0].length ?? 0) : 0;
      addWord(into, part.slice(hyphen), start + hyphen, next, lexicon);
      start += part.length;
    }
  }
}

function addWord(into: RawToken[], found: string, start: number, next: string, lexicon: LanguageLexicon): void {
  const last = into.at(-1);
  if (found === "." && last?.kind === "word" && last.end === start && isAbbreviation(last.text, lexicon)) {
    into[into.length - 1] = word(`${last.text}.`, last.start);
    return;
  }
  const possessive = /['’]s$/iu.test(found.slice(-2)) ? /^(.+)['’](s)$/iu.exec(found) : null;
  if (possessive?.[1]) {
    into.push(word(possessive[1], start), word("'s", start + possessive[1].length, 2));
  } else if ((found === "’" || found === "'") && last?.kind === "word" && last.end === start && !/\p{L}/u.test(next)) {
    into.push(/s$/iu.test(last.text) ? word("'s", start, 1) : mark(found, start));
  } else into.push(/^[\p{L}\p{N}]/u.test(found) ? word(found, start) : mark(found, start));
}

/** Swedish "hon" and Norwegian "no" look like English abbreviations and are words. */
function isAbbreviation(text: string, { language, subjectPronouns, adverbs, prepositions }: LanguageLexicon): boolean {
  const lower = text.toLowerCase();
  if (/^\p{Lu}$/u.test(text)) return true;
  const isWord = language !== "en" && (subjectPronouns.has(lower) || adverbs.has(lower) || prepositions.has(lower));
  return !isWord && abbreviations.has(lower);
}

function word(text: string, start: number, length = text.length): RawToken {
  const isCapital = opensCapital(text);
  return {
    kind: "word",
    text,
    lower: text.endsWith("’") ? foldElidedWord(text) : text.toLowerCase(),
    start,
    end: start + length,
    span: -1,
    sentence: 0,
    isCapital,
  };
}

/** The letters of most texts are recognised by their codes, faster than by a pattern. */
function opensCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

function mark(text: string, start: number): RawToken {
  return { kind: "mark", text, lower: text, start, end: start + text.length, span: -1, sentence: 0, isCapital: false };
}

function numberSentences(raw: readonly RawToken[], text: string): readonly TextToken[] {
  let sentence = 0;
  for (const [index, token] of raw.entries()) {
    token.sentence = sentence;
    if (endsSentence(token, raw[index + 1], text)) sentence++;
  }
  return raw;
}

function endsSentence(token: RawToken, next: RawToken | undefined, text: string): boolean {
  if (!next || closing.has(next.text)) return false;
  const opens =
    next.kind === "quote" ? true : next.isCapital || /^[\d([—–•]/u.test(next.text) || !/\p{Lu}|\p{Ll}/u.test(next.text);
  if (token.kind === "mark") return /^[.!?…。؟]$/u.test(token.text) && opens;
  if (token.kind !== "quote") return false;
  const tail = text.slice(Math.max(0, token.end - 3), token.end);
  return (
    /[.!?…]["”»“’']{0,2}$/u.test(tail) &&
    (next.kind === "quote" || next.text === "(" || (next.kind === "word" && next.isCapital))
  );
}
