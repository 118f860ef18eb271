import type { NameMention } from "./mentions.js";
import type { TextToken } from "./tokens.js";
import { isFunctionWord, phraseAt, type ReadParagraph, type SpeakerPhrase } from "./speaker-phrases.js";

/** What is attached to a phrase is at most this many tokens long. */
const longestExtension = 24;

/** The words of a phrase as the text has them, with the appositions that belong to it. */
export function phraseWords(paragraph: ReadParagraph, phrase: SpeakerPhrase): string {
  const start = paragraph.tokens[phrase.first]?.start ?? 0;
  const end = paragraph.tokens[phraseEnd(paragraph, phrase)]?.end ?? start;
  return paragraph.text.slice(start, end).replace(/\s+/gu, " ").trim();
}

/** A description followed by the name it describes is read as that name: "the spokesman, Josh Miller,". */
export function promoteApposition(paragraph: ReadParagraph, phrase: SpeakerPhrase): SpeakerPhrase {
  if (phrase.kind === "pronoun" || phrase.mention?.kind === "person") return phrase;
  const described = extendPrepositions(paragraph, phrase.last);
  if (!/^[,–—]$/u.test(paragraph.tokens[described + 1]?.text ?? "")) return phrase;
  const mention = paragraph.mentionAt[described + 2];
  if (!mention || mention.prefix !== described + 2 || mention.isPossessive) return phrase;
  if (mention.kind === "place" || mention.names.length < 2) return phrase;
  return { first: phrase.first, last: mention.last, kind: "name", mention, pronoun: null };
}

/** The last token of a phrase with what is hung on it: "of Delaware", "(SPD)", ", a law professor at Yale". */
function phraseEnd(paragraph: ReadParagraph, phrase: SpeakerPhrase): number {
  if (phrase.kind === "pronoun") return phrase.last;
  const last = extendParenthesis(paragraph, extendPrepositions(paragraph, phrase.last));
  return extendCoordination(paragraph, extendApposition(paragraph, last));
}

/** "Bund und Länder": where every noun has a capital, two that are joined are one subject. */
function extendCoordination(paragraph: ReadParagraph, last: number): number {
  if (
    !paragraph.lexicon.capitalisesNouns ||
    !paragraph.lexicon.particles.joinsNouns.has(paragraph.tokens[last + 1]?.lower ?? "")
  )
    return last;
  const joined = phraseAt(paragraph, last + 2, paragraph.tokens.length);
  return joined && joined.kind !== "pronoun" ? joined.last : last;
}

function extendParenthesis(paragraph: ReadParagraph, last: number): number {
  if (paragraph.tokens[last + 1]?.text !== "(") return last;
  const close = paragraph.tokens.slice(last + 2, last + 8).findIndex((token) => token.text === ")");
  return close < 0 ? last : last + close + 2;
}

/** The last token of a phrase with the prepositions and genitives that are attached to it. */
export function extendPrepositions(paragraph: ReadParagraph, from: number): number {
  const { tokens, lexicon } = paragraph;
  const isPerson = namesPerson(paragraph.mentionAt[from], from);
  const attaching = isPerson ? lexicon.attachingPersons : lexicon.attaching;
  let last = from;
  while (attaching.has(tokens[last + 1]?.lower ?? "") && last - from < longestExtension) {
    let end = last + 2;
    while (isNominalWord(paragraph, end, from)) end++;
    if (tokens[end]?.kind === "quote" && lexicon.determiners.has(tokens[end - 1]?.lower ?? "")) end++;
    if (lexicon.capitalisesNouns) while (end > last + 2 && isSmall(tokens[end - 1])) end--;
    if (end === last + 2) break;
    last = end - 1;
  }
  return last;
}

/** Where nouns have capitals, what is attached to a phrase ends with one: "des Fischers handelte" ends before the verb. */
function isSmall(token: TextToken | undefined): boolean {
  return token?.kind === "word" && token.text === token.lower && !/\d/u.test(token.text);
}

/** Whether the name of a person probably ends at this token. */
function namesPerson(mention: NameMention | undefined, last: number): boolean {
  if (mention?.last !== last) return false;
  return mention.kind === "person" || (mention.kind === "unknown" && mention.names.length > 1);
}

function isNominalWord(paragraph: ReadParagraph, index: number, from: number): boolean {
  const token = paragraph.tokens[index];
  if (token?.kind !== "word" || token.sentence !== paragraph.tokens[from]?.sentence) return false;
  return !isFunctionWord(paragraph, index) || paragraph.lexicon.determiners.has(token.lower);
}

function extendApposition(paragraph: ReadParagraph, last: number): number {
  const { tokens, lexicon } = paragraph;
  const opener = tokens[last + 2];
  if (tokens[last + 1]?.text !== "," || opener?.kind !== "word") return last;
  const isRole = opensRole(paragraph, last + 2) || opener.lower === "who";
  const isGermanRole = lexicon.capitalisesNouns && opener.isCapital && !paragraph.mentionAt[last + 2]?.names[1];
  if (!isRole && !isGermanRole && !/^[1-9]\d$/u.test(opener.text)) return last;
  const isRelative = opener.lower === "who";
  const runsOn = (at: number): boolean =>
    tokens[at]?.kind === "word" &&
    tokens[at]?.sentence === opener.sentence &&
    (isRelative || !endsDescription(paragraph, at));
  let end = last + 2;
  while (end < last + longestExtension && runsOn(end)) end++;
  if (lexicon.verbSecond && opensClause(paragraph, last + 2, end)) return last;
  return end > last + 2 ? end - 1 : last;
}

/**
 * "sagte Immen, der Damm sei „…“": words behind a comma that have a verb of their own are a clause. A verb right before a
 * comma and another verb closes a relative clause: "Der Deichgraf, der seit Jahren warnt, sagte".
 */
function opensClause(paragraph: ReadParagraph, from: number, end: number): boolean {
  const { tokens, lexicon } = paragraph;
  const isFinite = (at: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== "word" || token.isCapital) return false;
    return [lexicon.auxiliaries, lexicon.reported, lexicon.verbs, lexicon.cues].some((list) => list.has(token.lower));
  };
  if (tokens[end]?.kind === "quote") return true;
  for (let at = from; at < end - 1; at++) if (isFinite(at)) return true;
  return isFinite(end - 1) && !(tokens[end]?.text === "," && isFinite(end + 1));
}

/** Where the subject may be first behind a comma as well, "selon Anne Martin, le plan …", only an office describes. */
function opensRole({ tokens, lexicon }: ReadParagraph, at: number): boolean {
  const isTitled = (index: number): boolean => lexicon.titles.has(tokens[index]?.lower ?? "");
  if (!lexicon.determiners.has(tokens[at]?.lower ?? "")) return isTitled(at);
  return !lexicon.describesBehindNouns || isTitled(at + 1) || isTitled(at + 2);
}

/** A verb that no comma parts from a description ends it nevertheless: "the deputy of Smith said about Jones". */
function endsDescription({ tokens, lexicon }: ReadParagraph, index: number): boolean {
  const token = tokens[index];
  if (!token || token.isCapital) return false;
  const isLastVerb = lexicon.verbSecond && tokens[index + 1]?.text === ",";
  return (
    (lexicon.inverted.has(token.lower) && !isLastVerb) || (!lexicon.verbSecond && lexicon.passives.has(token.lower))
  );
}
