import { officeForms, oneWomanEnd, unnamedEnd } from "../lexicon/persons.js";
import type { EntityIndex, NamedEntity } from "../phrases/persons.js";
import type { ReadParagraph, SpeakerPhrase } from "../phrases/speaker-phrases.js";
import type { TokenisedText } from "../phrases/read-text.js";
import { findRoles } from "../phrases/roles.js";
import type { TextToken } from "../phrases/tokens.js";
import { findVoices } from "../quotation/voices.js";

/** A noun with an article that refers to somebody named before: "the senator", "der 46-Jährige". */
export interface OfficePlace {
  readonly paragraph: number;
  readonly phrase: SpeakerPhrase;
  /** Anybody who spoke shortly before. */
  readonly lastSpeaker: NamedEntity | null;
}

/** "der 46-Jährige". */
const ageNoun = /^\p{Nd}+-?jährige[rn]?$/u;

/** The person that an office refers to: the only holder named before it, or of several the last speaker or the nearest; null if there is none. */
export function findHolder(text: TokenisedText, place: OfficePlace): NamedEntity | null {
  const paragraph = text.paragraphs[place.paragraph];
  const noun = paragraph && definiteNoun(paragraph, place.phrase);
  if (!noun) return null;
  const holders = holdersOf(text, noun.lower).filter((entity) => isMet(entity, place));
  if (holders.length <= 1) return holders[0] ?? null;
  return place.lastSpeaker && holders.includes(place.lastSpeaker) ? place.lastSpeaker : nearest(text, holders, place);
}

/**
 * The gender of the person meant by a German description without a known holder, such as "die 43-Jährige" or
 * "der Virologe", which papers write for the person just named; null where it may be somebody who stays unnamed.
 */
export function genderOfDescription(paragraph: ReadParagraph, phrase: SpeakerPhrase): "he" | "she" | null {
  const noun = paragraph.lexicon.genderedOffices ? definiteNoun(paragraph, phrase) : null;
  if (!noun || unnamedEnd.test(noun.lower)) return null;
  if (paragraph.tokens[phrase.first]?.lower !== "die") return "he";
  return oneWomanEnd.test(noun.lower) ? "she" : null;
}

/** The noun of a phrase with the definite article; null where it names no office or calling. */
function definiteNoun({ tokens, lexicon }: ReadParagraph, { first, last }: SpeakerPhrase): TextToken | null {
  const noun = tokens[last];
  if (!noun || !lexicon.articles.has(tokens[first]?.lower ?? "")) return null;
  if (lexicon.titles.has(noun.lower) || ageNoun.test(noun.lower)) return noun;
  return lexicon.titleEnds.some((ending) => noun.lower.endsWith(ending)) ? noun : null;
}

function isMet({ mentions }: NamedEntity, { paragraph, phrase }: OfficePlace): boolean {
  const [first] = mentions;
  if (!first) return false;
  return first.paragraph < paragraph || (first.paragraph === paragraph && first.first < phrase.first);
}

/** "Edna Quill (46)", "Edna Quill, 46,". */
function hasAge(text: TokenisedText, { mentions }: NamedEntity, noun: string): boolean {
  const age = /^\p{Nd}+/u.exec(noun)?.[0];
  return mentions.some(({ paragraph, last }) => {
    const tokens = text.paragraphs[paragraph]?.tokens ?? [];
    return /^[,(]$/u.test(tokens[last + 1]?.text ?? "") && tokens[last + 2]?.text === age;
  });
}

/** Of several holders the one who spoke, or was named, last before the phrase, where that is not long ago. */
function nearest(
  text: TokenisedText,
  holders: readonly NamedEntity[],
  { paragraph, phrase }: OfficePlace,
): NamedEntity | null {
  const placed = holders.map((holder) => {
    const before = holder.mentions.findLast(
      (mention) => mention.paragraph < paragraph || (mention.paragraph === paragraph && mention.first < phrase.first),
    );
    const spoke = text.paragraphs[before?.paragraph ?? -1];
    const isVoice = before !== undefined && spoke !== undefined && findVoices(spoke).has(before);
    const at = before ? before.paragraph * 10_000 + before.first : -1;
    return { holder, at, isVoice, paragraph: before?.paragraph ?? -1 };
  });
  const near = placed.filter((each) => paragraph - each.paragraph <= 1);
  const voices = near.filter(({ isVoice }) => isVoice);
  const [last] = (voices.length > 0 ? voices : near).toSorted((left, right) => right.at - left.at);
  return last?.holder ?? null;
}

interface Holders {
  /** The persons before or behind whose names each word is. */
  readonly byWord: ReadonlyMap<string, readonly NamedEntity[]>;
  /** The persons that each noun looked up so far may refer to. */
  readonly byNoun: Map<string, readonly NamedEntity[]>;
}

/** Worked out once for each text. */
const known = new WeakMap<EntityIndex, Holders>();

function indexHolders(text: TokenisedText): Holders {
  const byWord = new Map<string, NamedEntity[]>();
  for (const entity of text.entities.entities) {
    if (!entity.isPerson) continue;
    for (const word of officesOf(text, entity)) {
      const holders = byWord.get(word);
      if (holders) holders.push(entity);
      else byWord.set(word, [entity]);
    }
  }
  return { byWord, byNoun: new Map() };
}

function officesOf(text: TokenisedText, entity: NamedEntity): ReadonlySet<string> {
  const words = findRoles(text, entity).flatMap((role) => role.toLowerCase().split(/[\s,]+/u));
  return new Set(words.flatMap((word) => [word, ...(officeForms.get(word) ?? [])]));
}

/** All persons in the text who hold an office, or have the age that the noun names. */
function holdersOf(text: TokenisedText, noun: string): readonly NamedEntity[] {
  const index = known.get(text.entities) ?? indexHolders(text);
  known.set(text.entities, index);
  const found = index.byNoun.get(noun) ?? findHolders(text, index, noun);
  index.byNoun.set(noun, found);
  return found;
}

function findHolders(text: TokenisedText, { byWord }: Holders, noun: string): readonly NamedEntity[] {
  const aged = ageNoun.test(noun)
    ? text.entities.entities.filter((entity) => entity.isPerson && hasAge(text, entity, noun))
    : [];
  if (aged.length > 0 || text.lexicon.titleEnds.length === 0) return aged.length > 0 ? aged : (byWord.get(noun) ?? []);
  const alike = [...byWord].filter(([word]) => word === noun || isSameCalling(word, noun));
  return [...new Set(alike.flatMap(([, holders]) => holders))];
}

/** "Frauenministerin" and "Ministerin", "Konzernchef" and "Firmenchef": compounds that end alike. */
function isSameCalling(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= 5 && long.endsWith(short);
}
