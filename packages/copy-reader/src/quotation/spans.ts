import { titleSmallWords } from "../lexicon/small-words.js";
import {
  followsNamed,
  isNamedThing,
  isNameOfThing,
  isPlaced,
  isTitleWord,
  splitWords,
} from "../attribution/named-things.js";
import type { StoryQuoteKind } from "../story/story-value.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { findSpeakers, type SpokenQuote } from "../attribution/speakers.js";
import type { QuoteSite } from "../attribution/ties.js";

/** A spoken quotation, as opposed to a title or a word in scare quotes. */
export interface FoundQuotation {
  readonly spoken: SpokenQuote;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: StoryQuoteKind;
  /** The number of the utterance it is part of, from 0. */
  readonly utterance: number;
}

/** Finds the quotations of a text in reading order and leaves titles and scare quotes alone. */
export function findQuotations(text: TokenisedText): readonly FoundQuotation[] {
  const found: FoundQuotation[] = [];
  let named: QuoteSite | null = null;
  for (const spoken of findSpeakers(text)) {
    const span = text.spans[spoken.site.paragraph]?.[spoken.site.span];
    const paragraph = text.paragraphs[spoken.site.paragraph];
    if (!span || !paragraph) continue;
    const words = paragraph.text.slice(span.start, span.end);
    const previous = found.at(-1) ?? null;
    const goesOn = previous !== null && isSameUtterance(text, previous, spoken, words);
    const isName = followsNamed(text, spoken, named);
    if (!goesOn && (isName || !isSaid(text, spoken, words))) {
      named = spoken.site;
      continue;
    }
    const utterance = previous === null ? 0 : previous.utterance + (goesOn ? 0 : 1);
    found.push({ spoken, start: span.start, end: span.end, text: words, kind: kindOf(text, spoken, words), utterance });
  }
  return found;
}

function isSaid(text: TokenisedText, spoken: SpokenQuote, words: string): boolean {
  const list = splitWords(words).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (text.paragraphs[spoken.site.paragraph]?.mentionAt[spoken.site.token]) return false;
  if (text.spans[spoken.site.paragraph]?.[spoken.site.span]?.isDash === true) return list.length > 0;
  if (isNameOfThing(text, spoken, list)) return false;
  if (list.length === 0 || /^[<>(\s]*https?:\/\/\S+$/u.test(words)) return false;
  const tie = spoken.attribution;
  const isTied = spoken.how === "stated" && tie !== null && tie.cue !== "" && tie.isTight;
  // Where every noun has a capital, "Gefahr für Leib und Leben" is no title; three words without a small one are.
  const isPhrase = list.length === 2 || list.some((word) => titleSmallWords.has(word));
  const isNounPair =
    text.lexicon.capitalisesNouns &&
    isPhrase &&
    spoken.how === "stated" &&
    tie !== null &&
    tie.cue !== "" &&
    (tie.isTight || !text.lexicon.weakCues.has(tie.cue.toLowerCase()));
  const isSentence = standsAlone(text, spoken) && /[.!?]$/u.test(words);
  if (!isSentence && !isNounPair && isTitleWord(words, list)) return isTied && isUttered(text, spoken, words);
  // Where names have no capital, a few words in marks without a verb of saying are mostly a name.
  const least = /\p{Lu}|\p{Ll}/u.test(words) ? 3 : 4;
  if (list.length >= least) return !isNamedThing(text, spoken);
  const isWhole = /[.!?]$/u.test(words) && /^\p{Lu}/u.test(words) && spoken.how !== "none";
  return isTied || isWhole || (least === 3 && spoken.how === "stated" && tie !== null && tie.cue !== "");
}

/** Capitals on every word make a title, unless a verb of saying ties the words and a mark ends them as speech. */
function isUttered(text: TokenisedText, spoken: SpokenQuote, words: string): boolean {
  if (isPlaced(text, spoken)) return false;
  if (spoken.attribution?.rule !== "before") return /[,!?]$/u.test(words);
  const cue = spoken.attribution.cue.toLowerCase();
  return /[!?]$/u.test(words) && !text.lexicon.weakCues.has(cue) && !text.lexicon.particles.performing.has(cue);
}

function standsAlone(text: TokenisedText, spoken: SpokenQuote): boolean {
  const tokens = text.paragraphs[spoken.site.paragraph]?.tokens ?? [];
  return tokens[spoken.site.token - 1]?.sentence !== tokens[spoken.site.token]?.sentence;
}

/** A quotation of whole sentences is direct; words woven into the reporter's sentence are partial. */
function kindOf(text: TokenisedText, spoken: SpokenQuote, words: string): StoryQuoteKind {
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
  return how === "stated" && attribution?.rule === "reportingClause";
}

/** A quotation interrupted by "he said" goes on; so does one that a paragraph's end left open. */
function isSameUtterance(text: TokenisedText, previous: FoundQuotation, spoken: SpokenQuote, words: string): boolean {
  const { site } = previous.spoken;
  if (spoken.how === "continued") return true;
  const isOpen = text.spans[site.paragraph]?.[site.span]?.isClosed === false;
  if (isOpen && spoken.site.paragraph === site.paragraph + 1 && spoken.site.token === 0) return true;
  if (site.paragraph !== spoken.site.paragraph || site.span !== spoken.site.span - 1) return false;
  if (!sameSpeaker(previous.spoken, spoken) || isTitleWord(words, splitWords(words))) return false;
  const interrupted = /[,،–—-]["'”’»]?$/u.test(previous.text) || !/[.!?]["'”’»]?$/u.test(previous.text);
  const resumes = /^[^\p{L}]*\p{Ll}/u.test(words) || spoken.how === "carried";
  return isFollowedByTie(previous.spoken) && interrupted && resumes;
}

function sameSpeaker(left: SpokenQuote, right: SpokenQuote): boolean {
  return left.entity !== null ? left.entity === right.entity : left.attribution?.phrase === right.attribution?.phrase;
}
