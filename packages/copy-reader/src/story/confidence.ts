import type { NamedEntity } from "../phrases/persons.js";
import type { StoryQuote } from "./story-value.js";

/*
 * The confidences of what is read, from 0 to 1, in one place. A value is the share of cases that are right when only this
 * evidence is there; what a caller sees is rounded to hundredths.
 */

/** How sure the fields of a story are that are read from its head, its persons and its posts. */
export const fieldConfidence = {
  headline: 0.9,
  byline: 0.92,
  /** A role is as sure as its person, times this. */
  role: 0.9,
  /** A person's account whose post the story holds under that person's name. */
  handle: 0.8,
  /** The author of a post by its signature, and by its address where its words are missing. */
  signedAuthor: 0.98,
  addressedAuthor: 0.9,
  postedOn: 0.98,
  /** The platform of a post by its address, and by the form of the handle alone. */
  platform: 0.98,
  platformOfHandle: 0.85,
  continues: 0.9,
  saidOn: 0.8,
  sourcePost: 0.8,
} as const;

/** How sure a dateline is, by the place in which it is written. */
export const datelineConfidence = {
  /** A day or an agency is beside the place. */
  complete: 0.97,
  placeAlone: 0.8,
  dayAlone: 0.9,
  labelled: 0.95,
  lineAbove: 0.9,
  dayAbove: 0.85,
} as const;

/** How far what a document states in its own data is believed. */
export const statedConfidence = {
  field: 0.97,
  /** A summary made for sharing is written to attract readers. */
  sharedSummary: 0.7,
  /** The markup that embeds a post. */
  embed: 0.99,
  /** A person that the data name and that was found in the text, and one that was not recognised there. */
  person: 0.97,
  addedPerson: 0.9,
} as const;

/** How sure a language is that is recognised by its script or by a few letters alone. */
export const languageConfidence = {
  script: 0.97,
  scriptOfFewLetters: 0.7,
  characteristicLetters: 0.45,
  /** No language is surer than this by its words. */
  most: 0.98,
  /** Below this the words show no language. */
  least: 0.3,
  unknown: 0.2,
} as const;

/** How sure the words are that tie a quotation to a speaker. */
export const tieConfidence = {
  /** "Smith said" right behind the quotation, or parted from it by a description. */
  after: 0.96,
  afterDescription: 0.9,
  inverted: 0.95,
  source: 0.93,
  /** A verb of saying before the quotation, and one with other words in between. */
  before: 0.93,
  beforeApart: 0.78,
  label: 0.9,
  labelledAside: 0.88,
  cited: 0.9,
  framed: 0.88,
  verbFinal: 0.85,
  passive: 0.8,
  trailing: 0.82,
  /** A verb that no list has. */
  unknownVerb: 0.85,
  unknownVerbApart: 0.8,
  nameAlone: 0.8,
  summary: 0.85,
  mainClause: 0.85,
  wordsOf: 0.8,
  closing: 0.9,
  agent: 0.9,
  traced: 0.85,
  how: 0.9,
  voiceBefore: 0.7,
  newcomer: 0.7,
  subjectBefore: 0.6,
  possessive: 0.6,
  colon: 0.7,
  subject: 0.5,
} as const;

/** How sure a speaker is who is taken over from another quotation or sentence. */
export const carryConfidence = {
  continued: 0.9,
  neighbour: 0.88,
  subjectless: 0.75,
  reported: 0.7,
  near: 0.6,
  nobody: 0.3,
} as const;

/** How certain it is which person the words refer to; the confidence of the tie is multiplied by it. */
export const resolveCertainty = { name: 1, group: 0.8, office: 0.85, description: 0.6, elsewhere: 0.9 } as const;

/** How certain the antecedent of a pronoun is, by its lead in score over the next; the lead is null when nobody fits. */
export function certaintyOfPronoun(lead: number | null): number {
  if (lead === null) return 0.5;
  return 0.66 + Math.min(3, lead) * 0.08;
}

/** How sure it is that a name is a person's: each piece of evidence adds to it. */
export function confidenceOfPerson(entity: NamedEntity, speaks: boolean, hasRole: boolean): number {
  const { mentions, names, gender } = entity;
  const isTitled = mentions.some(({ titles }) => titles.length > 0);
  const evidence = [
    [0.42, true],
    [0.25, names.length > 1],
    [0.08, gender !== null],
    [0.08, isTitled || hasRole],
    [0.07, speaks],
    [0.05, mentions.length > 1],
    [0.03, mentions.length > 3],
  ] as const;
  return evidence.reduce((sum, [weight, holds]) => sum + (holds ? weight : 0), 0);
}

/** The confidence that the words between the marks are spoken, by the speaker and the number of words. */
export function confidenceOfWords({ text, kind, speakerText, confidence }: StoryQuote): number {
  const count = text.split(/\s+/u).length;
  const base = kind === "DIRECT" ? 0.97 : 0.92;
  const short = count < 3 ? 0.12 : count < 5 ? 0.05 : 0;
  const untied = speakerText === null ? 0.22 : confidence < 0.6 ? 0.12 : 0;
  return base - short - untied;
}
