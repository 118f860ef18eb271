import { tieConfidence } from "../story/confidence.js";
import { phraseAt, type ReadParagraph, type SpeakerPhrase } from "../phrases/speaker-phrases.js";
import { subjectAfter } from "./subjects.js";
import type { Attribution } from "./ties.js";

/*
 * Attributions whose verb is in two parts or has nobody for a subject, as German has them: "hat von einem „…“
 * gesprochen", "„…“, will der Minister wissen", "heißt es in der Mitteilung".
 */

/** How far behind a quotation the end of its clause is looked for, in tokens. */
const clauseReach = 8;
/** How far from "heißt es" the thing that says it is named, in tokens. */
const bearerReach = 12;

/** "In der Mitteilung heißt es": what says it is the thing in which it is; null when nothing is named. */
export function readImpersonal(paragraph: ReadParagraph, stated: Attribution): Attribution | null {
  const at = stated.phrase.first;
  const phrase = bearerIn(paragraph, at + 1, at + bearerReach) ?? bearerIn(paragraph, clauseStart(paragraph, at), at);
  return phrase && { ...stated, phrase };
}

/** Whether the subject of an attribution is an impersonal "it", which refers to nobody. */
export function isImpersonal({ lexicon }: ReadParagraph, { phrase, cue }: Attribution): boolean {
  return phrase.pronoun === "it" && lexicon.impersonals.has(cue.toLowerCase());
}

function clauseStart({ tokens }: ReadParagraph, at: number): number {
  let low = at;
  while (
    low > 0 &&
    low > at - 30 &&
    tokens[low - 1]?.sentence === tokens[at]?.sentence &&
    tokens[low - 1]?.kind !== "quote"
  )
    low--;
  return low;
}

function bearerIn(paragraph: ReadParagraph, from: number, to: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const { containing, origins } = lexicon.particles;
  for (let index = from; index < to && tokens[index] && tokens[index]?.kind !== "quote"; index++) {
    const lower = tokens[index]?.lower ?? "";
    if (!containing.has(lower)) continue;
    const phrase = phraseAt(paragraph, index + 1, tokens.length) ?? describedNoun(paragraph, index + 1);
    if (phrase && phrase.kind !== "pronoun")
      return origins.has(lower) && phrase.mention?.kind !== "person" ? { ...phrase, first: index } : phrase;
  }
  return null;
}

/** "im letzten Satz der Anordnung": a noun behind its adjectives. */
function describedNoun(paragraph: ReadParagraph, first: number): SpeakerPhrase | null {
  for (let at = first + 1; at < first + 4 && paragraph.tokens[at]?.kind === "word"; at++) {
    const phrase = paragraph.tokens[at]?.isCapital ? phraseAt(paragraph, at, paragraph.tokens.length) : null;
    if (phrase) return { ...phrase, first };
  }
  return null;
}

/** "„…“, ist sich Schmidt sicher", "„…“, will der Minister wissen": behind the comma an auxiliary and its subject. */
export function readFramed(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  const verb = tokens[from];
  if (!lexicon.verbSecond || !verb || !/^[,–—-]$/u.test(tokens[from - 1]?.text ?? "")) return null;
  if (!lexicon.auxiliaries.has(verb.lower) || verb.lower === "nicht") return null;
  const subject = tokens[from + 1]?.lower === "sich" ? from + 1 : from;
  const phrase = subjectAfter(paragraph, subject, to);
  if (!phrase || phrase.pronoun === "it" || phrase.pronoun === "i" || phrase.pronoun === "we") return null;
  return { phrase, rule: "inverted", cue: verb.text, isTight: true, confidence: tieConfidence.framed };
}

/** The verb of saying that ends the quotation's clause, and the auxiliary before the quotation; null without both. */
export function findClosing(
  paragraph: ReadParagraph,
  quote: number,
  low: number,
): { cue: string; auxiliary: number } | null {
  const { tokens, lexicon } = paragraph;
  if (lexicon.closers.size === 0) return null;
  let end = quote + 1;
  while (
    end <= quote + clauseReach &&
    tokens[end]?.kind === "word" &&
    tokens[end]?.sentence === tokens[quote]?.sentence
  )
    end++;
  const cue = tokens[end - 1];
  if (!cue || cue.kind !== "word" || end === quote + 1 || !lexicon.closers.has(cue.lower)) return null;
  for (let at = quote - 1; at >= low; at--) {
    if (lexicon.particles.active.has(tokens[at]?.lower ?? "")) return { cue: cue.text, auxiliary: at };
  }
  return null;
}
