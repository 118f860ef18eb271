import { groupEnd } from "../lexicon/persons.js";
import type { PronounKind, LanguageLexicon } from "../lexicon/language-lexicon.js";
import { groupNouns } from "../lexicon/things.js";
import { isTitle } from "./mention-kinds.js";
import { isOpener, type NameMention } from "./mentions.js";
import type { TextToken } from "./tokens.js";

/** Words that can name a speaker: a pronoun, a name with its titles, or a noun phrase. Positions are inclusive. */
export interface SpeakerPhrase {
  readonly first: number;
  readonly last: number;
  readonly kind: "pronoun" | "name" | "nominal";
  readonly mention: NameMention | null;
  readonly pronoun: PronounKind | null;
}

/** One paragraph with what is known about it. */
export interface ReadParagraph {
  readonly text: string;
  readonly tokens: readonly TextToken[];
  readonly mentions: readonly NameMention[];
  /** The mention that covers each token, titles included. */
  readonly mentionAt: readonly (NameMention | undefined)[];
  readonly lexicon: LanguageLexicon;
}

/** Lays the mentions over the tokens. */
export function coverMentions(
  tokens: readonly TextToken[],
  mentions: readonly NameMention[],
): readonly (NameMention | undefined)[] {
  const covered: (NameMention | undefined)[] = Array.from({ length: tokens.length });
  for (const mention of mentions) {
    for (let index = mention.prefix; index <= mention.last; index++) covered[index] = mention;
  }
  return covered;
}

/** Lists the phrases between two positions, the second exclusive, from left to right. */
export function listPhrases(paragraph: ReadParagraph, from: number, to: number): readonly SpeakerPhrase[] {
  const phrases: SpeakerPhrase[] = [];
  for (let index = from; index < to; ) {
    const phrase = phraseAt(paragraph, index, to);
    if (phrase) phrases.push(phrase);
    index = phrase ? phrase.last + 1 : index + 1;
  }
  return phrases;
}

/** The phrase that begins at this very token, or null. */
export function phraseAt(paragraph: ReadParagraph, index: number, to: number): SpeakerPhrase | null {
  const token = paragraph.tokens[index];
  if (!token || token.kind !== "word") return null;
  const pronoun = paragraph.lexicon.subjectPronouns.get(token.lower);
  if (pronoun && !isDeterminerHere(paragraph, index)) {
    return { first: index, last: index, kind: "pronoun", mention: null, pronoun };
  }
  const opens = paragraph.mentionAt[index] !== undefined || isDeterminer(paragraph, index) || isHead(paragraph, index);
  return opens ? nounPhrase(paragraph, index, to) : null;
}

function isDeterminer(paragraph: ReadParagraph, index: number): boolean {
  return paragraph.lexicon.determiners.has(paragraph.tokens[index]?.lower ?? "");
}

function isHead(paragraph: ReadParagraph, index: number): boolean {
  const token = paragraph.tokens[index];
  if (paragraph.lexicon.titles.has(token?.lower ?? "")) return true;
  return paragraph.lexicon.capitalisesNouns && token?.isCapital === true && !isFunctionWord(paragraph, index);
}

/** German "diese" before a noun is no pronoun. */
function isDeterminerHere(paragraph: ReadParagraph, index: number): boolean {
  const next = paragraph.tokens[index + 1];
  if (!paragraph.lexicon.capitalisesNouns || next?.kind !== "word") return false;
  return next.isCapital && isDeterminer(paragraph, index);
}

function nounPhrase(paragraph: ReadParagraph, first: number, to: number): SpeakerPhrase | null {
  let end = first + 1;
  while (end < to && (continuesPhrase(paragraph, end, first) || joinsCompound(paragraph, end))) end++;
  const last = nounEnd(paragraph, first, end - 1);
  const holder = holderBehind(paragraph, last, to);
  if (holder) return { first, last: holder.last, kind: "name", mention: holder, pronoun: null };
  const mention = headMention(paragraph, first, last);
  if (mention) return { first, last, kind: "name", mention, pronoun: null };
  const isLone = last === first && isDeterminer(paragraph, first);
  if (isLone && !paragraph.lexicon.particles.pronominal.has(paragraph.tokens[first]?.lower ?? "")) return null;
  return { first, last, kind: "nominal", mention: null, pronoun: null };
}

/** How far behind an office its holder may be, in tokens. */
const officeReach = 9;

/** "la ministre de la Santé Anne Martin": the name behind the field of an office is that of its holder. */
function holderBehind(paragraph: ReadParagraph, last: number, to: number): NameMention | null {
  const { tokens, lexicon, mentionAt } = paragraph;
  const isOffice =
    lexicon.titles.has(tokens[last]?.lower ?? "") && lexicon.attaching.has(tokens[last + 1]?.lower ?? "");
  if (!lexicon.describesBehindNouns || !isOffice) return null;
  for (let at = last + 2; at < Math.min(to, last + officeReach); at++) {
    const mention = mentionAt[at];
    if (mention?.kind === "person") return isHolder(paragraph, mention) && mention.last < to ? mention : null;
    const lower = tokens[at]?.lower ?? "";
    const goesOn = mention ?? [lexicon.attaching, lexicon.determiners].some((list) => list.has(lower));
    if (!goesOn && !lexicon.particles.joining.has(lower)) return null;
  }
  return null;
}

/** Whether words with capitals that are no office are in one run with a name, as the field of an office does. */
export function isHolder({ tokens, lexicon }: ReadParagraph, mention: NameMention): boolean {
  const field = tokens[mention.prefix];
  return mention.prefix < mention.first && !isTitle(field, lexicon);
}

/** "die Familien- und Frauenministerin": a hyphen leaves the first word open. */
function joinsCompound({ tokens, lexicon }: ReadParagraph, index: number): boolean {
  const isJoint = (at: number): boolean =>
    lexicon.particles.joinsCompounds.has(tokens[at]?.lower ?? "") && tokens[at - 1]?.text === "-";
  if (!lexicon.compounds) return false;
  const isHyphen = tokens[index]?.text === "-" && tokens[index]?.start === tokens[index - 1]?.end && isJoint(index + 1);
  return isHyphen || isJoint(index);
}

/** Where every noun has a capital, a phrase ends in one: "die 43-Jährige darunter" is "die 43-Jährige". */
function nounEnd({ tokens, lexicon, mentionAt }: ReadParagraph, first: number, end: number): number {
  if (!lexicon.capitalisesNouns) return end;
  let last = end;
  while (
    last > first &&
    !mentionAt[last] &&
    tokens[last]?.text === tokens[last]?.lower &&
    !/\d/u.test(tokens[last]?.text ?? "")
  )
    last--;
  return last;
}

/** A name heads a phrase when it ends it; before a noun, as in "the Smith campaign", it only describes. */
function headMention(paragraph: ReadParagraph, first: number, last: number): NameMention | null {
  const mention = paragraph.mentionAt[last];
  const heads = mention && mention.last === last && mention.prefix >= first;
  return heads && !isCommonNoun(paragraph, mention, first) ? mention : null;
}

/** "Der Vorwurf": where every noun has a capital, a lone one behind an article is no name. */
function isCommonNoun({ lexicon }: ReadParagraph, mention: NameMention, first: number): boolean {
  if (!lexicon.capitalisesNouns || mention.kind !== "unknown" || mention.isFamily) return false;
  return mention.names.length === 1 && first < mention.prefix;
}

/** Whether a word is grammar or a verb that no noun phrase holds inside. */
export function isFunctionWord(paragraph: ReadParagraph, index: number): boolean {
  const { lexicon, tokens } = paragraph;
  const token = tokens[index];
  if (!token || token.kind !== "word") return true;
  const lower = token.lower;
  if (lexicon.prepositions.has(lower) || lexicon.conjunctions.has(lower) || lexicon.auxiliaries.has(lower)) return true;
  if (lexicon.subjectPronouns.has(lower) || lexicon.participles.has(lower)) return true;
  if (isOpener(lower, lexicon) && tokens[index - 1]?.sentence !== token.sentence) return true;
  if (lexicon.adverbs.has(lower)) return !isDayInPhrase(paragraph, index);
  if (token.isCapital) return false;
  return lexicon.cues.has(lower) || lexicon.verbs.has(lower) || lexicon.verbEnds.some((end) => lower.endsWith(end));
}

/** "a Wednesday editorial": the day describes the noun. */
function isDayInPhrase(paragraph: ReadParagraph, index: number): boolean {
  const isDay = paragraph.tokens[index]?.isCapital === true && !paragraph.lexicon.capitalisesNouns;
  return isDay && isDeterminer(paragraph, index - 1);
}

function continuesPhrase(paragraph: ReadParagraph, index: number, first: number): boolean {
  const { tokens, lexicon, mentionAt } = paragraph;
  const token = tokens[index];
  const previous = mentionAt[index - 1];
  if (previous && mentionAt[index] === previous) return true;
  if (!token || token.kind !== "word" || token.sentence !== tokens[first]?.sentence) return false;
  if (mentionAt[index]) return !previous || tokens[index - 1]?.text === "'s";
  if (token.text === "'s") return nounFollows(paragraph, index + 1);
  if (opensWithDeterminers(paragraph, first, index))
    return isDeterminer(paragraph, index) || nounFollows(paragraph, index);
  if (isFunctionWord(paragraph, index) || isDeterminer(paragraph, index)) return false;
  if (/.ed$/u.test(token.lower) && !lexicon.capitalisesNouns && isHeadNoun(paragraph, index - 1)) return false;
  if (lexicon.capitalisesNouns) return !previous;
  // After a name only a noun of a group goes on ("Smith aides"); any other word is the verb.
  return !previous || isGroup(token.lower) || describesNoun(paragraph, index, first);
}

/** A noun of persons that a name before it describes: "Smith aides", "Smith protesters". */
function isGroup(lower: string): boolean {
  return groupNouns.has(lower) || groupEnd.test(lower);
}

/** "the two lawmakers": several determiners can open one phrase. */
function opensWithDeterminers(paragraph: ReadParagraph, first: number, index: number): boolean {
  for (let at = first; at < index; at++) if (!isDeterminer(paragraph, at)) return false;
  return true;
}

/** "one Acme employee": a singular name right behind a determiner describes the noun that follows. */
function describesNoun(paragraph: ReadParagraph, index: number, first: number): boolean {
  const previous = paragraph.mentionAt[index - 1];
  if (paragraph.lexicon.describesBehindNouns) return false;
  if (!previous || previous.prefix !== first + 1 || previous.kind === "person" || !isDeterminer(paragraph, first))
    return false;
  return !/(?:s|ed)$/u.test(paragraph.tokens[index - 1]?.lower ?? "") && !paragraph.tokens[index]?.lower.endsWith("ed");
}

/** A noun of office or a plural is the last of its phrase before a past tense. */
function isHeadNoun(paragraph: ReadParagraph, index: number): boolean {
  const lower = paragraph.tokens[index]?.lower ?? "";
  return paragraph.lexicon.titles.has(lower) || groupNouns.has(lower) || /[^s]s$/u.test(lower);
}

function nounFollows(paragraph: ReadParagraph, index: number): boolean {
  return paragraph.tokens[index]?.kind === "word" && !isFunctionWord(paragraph, index);
}
