import { groupNouns } from "../lexicon/things.js";
import type { NameMention } from "../phrases/mentions.js";
import type { NamedEntity } from "../phrases/persons.js";
import type { ReadParagraph } from "../phrases/speaker-phrases.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { findVoices } from "../quotation/voices.js";

/** A person a pronoun can refer to, with how well they fit. */
export interface Antecedent {
  readonly entity: NamedEntity;
  readonly score: number;
  /** By how much they fit better than the next person; they are alone where it is infinite. */
  readonly lead: number;
}

/** Where a pronoun is, and who spoke last before it. */
export interface PronounPlace {
  readonly paragraph: number;
  readonly token: number;
  readonly gender: "he" | "she";
  readonly lastSpeaker: NamedEntity | null;
  /** How many paragraphs ago they spoke. */
  readonly lastSpeakerAge: number;
  /** Whether they asked something: another person answers. */
  readonly lastAsked: boolean;
}

/** This many tokens of each paragraph are searched, back from the pronoun or from the end of the paragraph. */
const farthestTokens = 150;
/** Mentions are searched at most this many paragraphs back from a pronoun. */
const farthestParagraphs = 6;

/**
 * What speaks for an antecedent, set by search on one half of annotated news and confirmed on the other: standing in the
 * same paragraph counts most, then being the subject of a verb of saying or of a sentence.
 */
const weights = {
  ownParagraph: 8,
  sameSentence: -0.9,
  paragraphAbove: 1.3,
  eachParagraph: -0.5,
  voice: 1.2,
  subject: 1.2,
  clause: 0.7,
  prepositional: -1.2,
  possessive: -0.6,
  modifier: -1.1,
  gender: 0.2,
  person: 1.3,
  lastSpeaker: 1.7,
  eachParagraphSince: -0.7,
  lastSpeakerAlone: 2.2,
  presented: 3.2,
  asked: -4,
} as const;

/** The antecedent of "he" or "she": near, named as a subject, of fitting gender, speaking just before; null when nobody fits. */
export function resolvePronoun(text: TokenisedText, pronoun: PronounPlace): Antecedent | null {
  if (text.entities.entities.length === 0) return null;
  const place = { ...pronoun, token: chainStart(text, pronoun) };
  const scores = new Map<NamedEntity, number>();
  for (let back = 0; back <= farthestParagraphs; back++) {
    const paragraph = text.paragraphs[place.paragraph - back];
    if (!paragraph) break;
    for (const mention of nearMentions(paragraph, back === 0 ? place.token : paragraph.tokens.length)) {
      scoreMention(text, place, mention, back, scores);
    }
  }
  addLastSpeaker(place, scores);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return best ? { entity: best[0], score: best[1], lead: second ? best[1] - second[1] : Infinity } : null;
}

/** The mentions of a paragraph shortly before a token. */
function nearMentions(paragraph: ReadParagraph, end: number): readonly NameMention[] {
  const near = new Set<NameMention>();
  for (let index = Math.max(0, end - farthestTokens); index < end; index++) {
    const mention = paragraph.mentionAt[index];
    if (mention) near.add(mention);
  }
  return [...near];
}

/** "He … He … he said": the first of a row of pronouns is nearest to the name they all refer to. */
function chainStart(text: TokenisedText, place: PronounPlace): number {
  const paragraph = text.paragraphs[place.paragraph];
  if (!paragraph) return place.token;
  let start = place.token;
  for (let index = place.token - 1; index >= Math.max(0, place.token - farthestTokens); index--) {
    const mention = paragraph.mentionAt[index];
    const entity = mention && !mention.isPossessive ? text.entities.of(mention) : null;
    if (mention && entity && canBe(entity, mention, place.gender) && standing(text, mention) >= weights.clause)
      return start;
    if (paragraph.lexicon.subjectPronouns.get(paragraph.tokens[index]?.lower ?? "") === place.gender) start = index;
  }
  return start;
}

function addLastSpeaker(place: PronounPlace, scores: Map<NamedEntity, number>): void {
  const speaker = place.lastSpeaker;
  if (!speaker || (speaker.gender !== null && speaker.gender !== place.gender)) return;
  if (place.lastAsked) {
    scores.set(speaker, (scores.get(speaker) ?? 0) + weights.asked);
    return;
  }
  const bonus = Math.max(0, weights.lastSpeaker + place.lastSpeakerAge * weights.eachParagraphSince);
  const unseen = weights.lastSpeakerAlone - place.lastSpeakerAge + certainty(speaker, place.gender);
  scores.set(speaker, Math.max((scores.get(speaker) ?? 0) + bonus, unseen + bonus));
}

function scoreMention(
  text: TokenisedText,
  place: PronounPlace,
  mention: NameMention,
  back: number,
  scores: Map<NamedEntity, number>,
): void {
  if (back === 0 && mention.first >= place.token) return;
  const entity = text.entities.of(mention);
  if (!entity || !canBe(entity, mention, place.gender) || isOpener(text, entity, mention)) return;
  if (isField(text, entity, mention)) return;
  const score = nearness(text, place, mention, back) + standing(text, mention) + certainty(entity, place.gender);
  scores.set(entity, Math.max(scores.get(entity) ?? Number.NEGATIVE_INFINITY, score));
}

function canBe(entity: NamedEntity, mention: NameMention, gender: "he" | "she"): boolean {
  if (mention.kind === "place" || mention.kind === "organisation") return entity.isPerson && entity.gender === gender;
  return entity.gender === null || entity.gender === gender;
}

/** A capital at the head of a sentence alone does not show a person. */
function isOpener(text: TokenisedText, entity: NamedEntity, mention: NameMention): boolean {
  if (entity.isPerson || entity.names.length > 1 || entity.mentions.length > 1 || mention.isVoice) return false;
  const before = text.paragraphs[mention.paragraph]?.tokens[mention.prefix - 1];
  return before?.sentence !== mention.sentence;
}

/** "la maire de Quercy", "le ministre de la Santé": what is attached to an office in a Romance language is its place or field. */
function isField(text: TokenisedText, entity: NamedEntity, mention: NameMention): boolean {
  const paragraph = text.paragraphs[mention.paragraph];
  if (entity.isPerson || !paragraph?.lexicon.describesBehindNouns) return false;
  const { prepositions, articles } = paragraph.lexicon;
  const before = paragraph.tokens[mention.prefix - 1]?.lower ?? "";
  return prepositions.has(before) || articles.has(before);
}

function nearness(text: TokenisedText, place: PronounPlace, mention: NameMention, back: number): number {
  const own = text.paragraphs[place.paragraph]?.tokens[place.token]?.sentence ?? 0;
  if (back > 0) return weights.paragraphAbove + (back - 1) * weights.eachParagraph;
  return weights.ownParagraph + (own === mention.sentence ? weights.sameSentence : 0);
}

/** Where the description before a name begins: "party strategist Mary Smith". */
function phraseStart(paragraph: ReadParagraph, mention: NameMention): number {
  let start = mention.prefix;
  while (start > 0 && describes(paragraph, start - 1, mention)) start--;
  return start;
}

function describes(paragraph: ReadParagraph, index: number, mention: NameMention): boolean {
  const token = paragraph.tokens[index];
  if (token?.kind !== "word" || token.sentence !== mention.sentence) return false;
  if (paragraph.mentionAt[index] || groupNouns.has(token.lower) || paragraph.lexicon.titles.has(token.lower))
    return true;
  return paragraph.lexicon.determiners.has(token.lower);
}

/** Anybody who opens a sentence or a clause is more likely its subject, and the subject is what a pronoun takes up. */
function standing(text: TokenisedText, mention: NameMention): number {
  const paragraph = text.paragraphs[mention.paragraph];
  const before = paragraph?.tokens[phraseStart(paragraph, mention) - 1];
  if (!paragraph || mention.isPossessive) return weights.possessive;
  if (isPresented(paragraph, mention)) return weights.presented;
  if (findVoices(paragraph).has(mention)) return weights.voice;
  if (groupNouns.has(paragraph.tokens[mention.last + 1]?.lower ?? "") || isDescribing(paragraph, mention))
    return weights.modifier;
  if (!before || before.sentence !== mention.sentence) return weights.subject;
  if (paragraph.lexicon.prepositions.has(before.lower)) return weights.prepositional;
  return before.kind === "quote" || before.text === "," ? weights.clause : 0;
}

/** "Then there's Smith.": the person that a short sentence introduces is the topic of the next one. */
function isPresented({ tokens, lexicon }: ReadParagraph, mention: NameMention): boolean {
  const verb = tokens[mention.prefix - 1]?.lower ?? "";
  const { presenting, presenters } = lexicon.particles;
  return presenting.has(verb) && presenters.has(tokens[mention.prefix - 2]?.lower ?? "");
}

/** "The Smith approach": an article before the bare name of a person makes it describe what follows. */
function isDescribing({ tokens, lexicon }: ReadParagraph, mention: NameMention): boolean {
  if (lexicon.compounds || mention.titles.length > 0) return false;
  const next = tokens[mention.last + 1];
  const opens = lexicon.particles.opensDescription.has(tokens[mention.prefix - 1]?.lower ?? "");
  return opens && next?.kind === "word" && !next.isCapital;
}

function certainty(entity: NamedEntity, gender: "he" | "she"): number {
  return (entity.gender === gender ? weights.gender : 0) + (entity.isPerson ? weights.person : 0);
}
