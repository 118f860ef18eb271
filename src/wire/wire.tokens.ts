import type { MarkedSpan } from "./wire.marks.js";

/** A word, a punctuation mark, or a whole quotation standing as one token. */
export interface WireToken {
  readonly kind: "word" | "mark" | "quote";
  readonly text: string;
  readonly lower: string;
  /** Offsets into the paragraph. */
  readonly start: number;
  readonly end: number;
  /** The number of the sentence it stands in, from 0 within the paragraph. */
  readonly sentence: number;
  /** For a quote: which of the paragraph's spans it stands for; else -1. */
  readonly span: number;
  readonly isCapital: boolean;
}

/** A token before its sentence is known. */
interface RawToken extends Omit<WireToken, "sentence"> {
  sentence: number;
}

const wordForm =
  /(?:\p{Lu}{1,2}-)?(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*(?:(?:[-'’&/_@](?=[\p{L}\p{N}])|\.(?=[\p{Ll}\p{N}]))[\p{L}\p{M}\p{N}\u200c]+)*|\S/gu;
const abbreviations = new Set(
  (
    "mr mrs ms dr prof sen sens rep reps gov govs lt col gen capt sgt maj adm cmdr rev fr hon st jr sr bros inc corp co ltd " +
    "dept univ assn no vs etc dist atty supt pres amb jan feb mar apr jun jul aug sept sep oct nov dec calif fla ill ind mass " +
    "mich minn miss mo neb nev okla ore pa tenn tex vt va wash wis wyo ala ariz ark colo conn del ga kan ky la md mont " +
    "bzw ca z.b d.h u.a usw nr hr fr. str dipl ing mag u.s u.n u.k d.c n.y n.j n.h n.c s.c d-n.y r-s.c d-vt r-ohio r-fla i-vt " +
    "r-texas d-calif d-mass d-md d-conn r-ariz r-ky d-ill d-va r-utah r-wis"
  ).split(" "),
);
const closing = new Set(['"', "”", "’", "»", "“", "'", ")", "]"]);

/** Cuts a paragraph into tokens; each quotation becomes one token, and sentences are numbered. */
export function tokenise(text: string, spans: readonly MarkedSpan[]): readonly WireToken[] {
  const raw: RawToken[] = [];
  let from = 0;
  for (const [index, span] of spans.entries()) {
    addWords(raw, text.slice(from, span.outerStart), from);
    raw.push(quoteToken(text, span, index));
    from = span.outerEnd;
  }
  addWords(raw, text.slice(from), from);
  return numberSentences(raw, text);
}

function quoteToken(text: string, span: MarkedSpan, index: number): RawToken {
  const first = text.slice(span.start, span.start + 2);
  const place = { start: span.outerStart, end: span.outerEnd, span: index };
  return { kind: "quote", text: "", lower: "", ...place, sentence: 0, isCapital: /^[^\p{L}]?\p{Lu}/u.test(first) };
}

function addWords(into: RawToken[], text: string, offset: number): void {
  for (const match of text.matchAll(wordForm)) {
    const start = offset + match.index;
    addWord(into, match[0], start, text[match.index + match[0].length] ?? "");
  }
}

function addWord(into: RawToken[], found: string, start: number, next: string): void {
  const last = into.at(-1);
  if (found === "." && last?.kind === "word" && last.end === start && isAbbreviation(last.text)) {
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

function isAbbreviation(text: string): boolean {
  return /^\p{Lu}$/u.test(text) || abbreviations.has(text.toLowerCase());
}

function word(text: string, start: number, length = text.length): RawToken {
  const isCapital = opensCapital(text);
  return {
    kind: "word",
    text,
    lower: text.toLowerCase(),
    start,
    end: start + length,
    span: -1,
    sentence: 0,
    isCapital,
  };
}

/** The letters of most texts are told by their codes, faster than by a pattern. */
function opensCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

function mark(text: string, start: number): RawToken {
  return { kind: "mark", text, lower: text, start, end: start + text.length, span: -1, sentence: 0, isCapital: false };
}

function numberSentences(raw: readonly RawToken[], text: string): readonly WireToken[] {
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
