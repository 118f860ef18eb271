import { isBareCue } from "./wire.cues.js";
import type { WireQuoteKind } from "../wire.story.js";
import type { ReadText } from "../phrase/wire.reading.js";
import { findSpeakers, type SpokenQuote } from "./wire.speakers.js";

/** A quotation that somebody says, as opposed to a title or a word in scare quotes. */
export interface FoundQuotation {
  readonly spoken: SpokenQuote;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: WireQuoteKind;
  /** The number of the utterance it is part of, from 0. */
  readonly utterance: number;
}

/** Finds the quotations of a text in reading order and leaves titles and scare quotes alone. */
export function findQuotations(text: ReadText): readonly FoundQuotation[] {
  const found: FoundQuotation[] = [];
  for (const spoken of findSpeakers(text)) {
    const span = text.spans[spoken.site.paragraph]?.[spoken.site.span];
    const paragraph = text.paragraphs[spoken.site.paragraph];
    if (!span || !paragraph) continue;
    const words = paragraph.text.slice(span.start, span.end);
    const previous = found.at(-1) ?? null;
    const goesOn = previous !== null && isSameUtterance(text, previous, spoken, words);
    if (!goesOn && !isSaid(text, spoken, words)) continue;
    const utterance = previous === null ? 0 : previous.utterance + (goesOn ? 0 : 1);
    found.push({ spoken, start: span.start, end: span.end, text: words, kind: kindOf(text, spoken, words), utterance });
  }
  return found;
}

const smallWords = new Set(
  "of the and to a an in on for with at by or from is as vs der die das und von für le la de el les des et du aux y los las del il della do dos e".split(
    " ",
  ),
);

function isSaid(text: ReadText, spoken: SpokenQuote, words: string): boolean {
  const list = splitWords(words).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (text.spans[spoken.site.paragraph]?.[spoken.site.span]?.isDash === true) return list.length > 0;
  if (isNameOfThing(text, spoken, list)) return false;
  if (list.length === 0 || /^[<>(\s]*https?:\/\/\S+$/u.test(words)) return false;
  const tie = spoken.attribution;
  const isTied = spoken.how === "stated" && tie !== null && tie.cue !== "" && tie.isTight;
  // Where every noun has a capital, "Gefahr für Leib und Leben" is no title; three words without a small one are.
  const isPhrase = list.length === 2 || list.some((word) => smallWords.has(word));
  const isNounPair =
    text.lexicon.capitalNouns &&
    isPhrase &&
    spoken.how === "stated" &&
    tie !== null &&
    tie.cue !== "" &&
    (tie.isTight || !text.lexicon.weakCues.has(tie.cue.toLowerCase()));
  const isSentence = standsAlone(text, spoken) && /[.!?]$/u.test(words);
  if (!isSentence && !isNounPair && isTitle(words, list))
    return isTied && !isPlaced(text, spoken) && tie.rule !== "before" && /[,!?]$/u.test(words) && list.length > 1;
  // Where names have no capital, a few words in marks without a verb of saying are mostly a name.
  const least = /\p{Lu}|\p{Ll}/u.test(words) ? 3 : 4;
  if (list.length >= least) return !isNamedThing(text, spoken);
  const isWhole = /[.!?]$/u.test(words) && /^\p{Lu}/u.test(words) && spoken.how !== "none";
  return isTied || isWhole || (least === 3 && spoken.how === "stated" && tie !== null && tie.cue !== "");
}

/** Scripts without spaces are counted by signs, about two to a word. */
function splitWords(words: string): readonly string[] {
  return /[\u3040-\u30ff\u3400-\u9fff]/u.test(words) ? (words.match(/.{1,2}/gu) ?? []) : words.split(/\s+/u);
}

function standsAlone(text: ReadText, spoken: SpokenQuote): boolean {
  const tokens = text.paragraphs[spoken.site.paragraph]?.tokens ?? [];
  return tokens[spoken.site.token - 1]?.sentence !== tokens[spoken.site.token]?.sentence;
}

/** A title has a capital on every word of weight; a single word tells nothing. */
function isTitle(words: string, list: readonly string[]): boolean {
  if (list.length < 2 || !/\p{Lu}/u.test(words)) return false;
  const weighty = list.filter(
    (word, index) => index === 0 || !smallWords.has(word.toLowerCase().replace(/[^\p{L}]/gu, "")),
  );
  return weighty.length >= 2 && weighty.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word)) && list.length <= 12;
}

/** German compounds end in the word that names: "Fernsehserie". */
function isNamer(text: ReadText, word: string): boolean {
  const { namers, capitalNouns } = text.lexicon;
  return namers.has(word) || (capitalNouns && [...namers].some((namer) => namer.length > 4 && word.endsWith(namer)));
}

/** "in an interview on “The Morning Hour,” he said": what stands behind a preposition or an article is a name. */
function isPlaced(text: ReadText, { site }: SpokenQuote): boolean {
  const before = text.paragraphs[site.paragraph]?.tokens[site.token - 1]?.lower ?? "";
  return text.lexicon.prepositions.has(before) || text.lexicon.determiners.has(before);
}

/** "sagte der „Ostzeitung“", "die Agentur „Küste Heute“": words with capitals behind an article or a noun are a name. */
function isNameOfThing(text: ReadText, { site }: SpokenQuote, list: readonly string[]): boolean {
  if (!text.lexicon.capitalNouns || list.length > 3 || !list.every((word) => /^(?:\p{Lu}[^.!?]*|\d+)$/u.test(word)))
    return false;
  const tokens = text.paragraphs[site.paragraph]?.tokens ?? [];
  const before = tokens[site.token - 1];
  if (before?.kind !== "word" || before.sentence !== tokens[site.token]?.sentence) return false;
  if (definite.test(before.lower)) return list.length <= 2;
  return before.isCapital && !text.lexicon.cues.has(before.lower);
}

const definite = /^(?:der|die|das|dem|den|des|im|am|vom|zum|zur|beim|laut)$/u;

/** "the so-called …", "a film called …": what stands in marks is a name. */
function isNamedThing(text: ReadText, spoken: SpokenQuote): boolean {
  const tokens = text.paragraphs[spoken.site.paragraph]?.tokens ?? [];
  const before = tokens[spoken.site.token - 1]?.lower ?? "";
  const next = tokens[spoken.site.token + 1]?.lower ?? "";
  const paragraph = text.paragraphs[spoken.site.paragraph];
  // "they might show “…”" names nothing: the word is a verb there.
  const isVerb = paragraph !== undefined && isBareCue(paragraph, spoken.site.token - 1);
  if (!isVerb && isNamer(text, before)) return true;
  // A headline with its author, as in a digest: "Ice closes harbour," by Mary Smith.
  if (next === "by" && paragraph?.mentionAt[spoken.site.token + 2]) return true;
  // "Die „Kampagne“ berichtete": what has an article and a verb of its own is somebody.
  const opensSentence = tokens[spoken.site.token - 2]?.sentence !== tokens[spoken.site.token - 1]?.sentence;
  return opensSentence && /^(?:der|die|das|the)$/u.test(before) && text.lexicon.cues.has(next);
}

/** A quotation of whole sentences is direct; words woven into the reporter's sentence are partial. */
function kindOf(text: ReadText, spoken: SpokenQuote, words: string): WireQuoteKind {
  const tokens = text.paragraphs[spoken.site.paragraph]?.tokens ?? [];
  const before = tokens[spoken.site.token - 1];
  const opensAlone =
    !before || before.sentence !== tokens[spoken.site.token]?.sentence || /^[,:،：]$/u.test(before.text);
  const startsWhole = !/^[^\p{L}]*\p{Ll}/u.test(words);
  const endsWhole = /[,.!?…—–،؟。]["'”’»]?$/u.test(words) || isFollowedByTie(spoken) || isInterrupted(spoken);
  return startsWhole && (opensAlone || endsWhole) ? "DIRECT" : opensAlone && endsWhole ? "DIRECT" : "PARTIAL";
}

function isFollowedByTie(spoken: SpokenQuote): boolean {
  const rule = spoken.how === "stated" ? spoken.attribution?.rule : null;
  return rule === "after" || rule === "inverted" || rule === "source";
}

function isInterrupted({ attribution, how }: SpokenQuote): boolean {
  return how === "stated" && attribution?.rule === "incise";
}

/** A quotation interrupted by "he said" goes on; so does one that a paragraph's end left open. */
function isSameUtterance(text: ReadText, previous: FoundQuotation, spoken: SpokenQuote, words: string): boolean {
  const { site } = previous.spoken;
  if (spoken.how === "continued") return true;
  const isOpen = text.spans[site.paragraph]?.[site.span]?.isClosed === false;
  if (isOpen && spoken.site.paragraph === site.paragraph + 1 && spoken.site.token === 0) return true;
  if (site.paragraph !== spoken.site.paragraph || site.span !== spoken.site.span - 1) return false;
  if (!sameSpeaker(previous.spoken, spoken) || isTitle(words, splitWords(words))) return false;
  const interrupted = /[,،–—-]["'”’»]?$/u.test(previous.text) || !/[.!?]["'”’»]?$/u.test(previous.text);
  const resumes = /^[^\p{L}]*\p{Ll}/u.test(words) || spoken.how === "carried";
  return isFollowedByTie(previous.spoken) && interrupted && resumes;
}

function sameSpeaker(left: SpokenQuote, right: SpokenQuote): boolean {
  return left.entity !== null ? left.entity === right.entity : left.attribution?.phrase === right.attribution?.phrase;
}
