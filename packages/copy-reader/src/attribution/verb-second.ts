import { tieConfidence } from "../story/confidence.js";
import { listPhrases, phraseAt, type ReadParagraph, type SpeakerPhrase } from "../phrases/speaker-phrases.js";
import { subjectAfter } from "./subjects.js";
import type { Attribution } from "./ties.js";

/*
 * Where the verb is second, what is first may be the subject, an object or an adverb. The subject is then behind
 * the verb: "Den Unmut brachte die Sprecherin zum Ausdruck".
 */

/** The subject behind a verb and a light object, where a lone word opens the sentence; null when there is none. */
export function subjectBehindObject(paragraph: ReadParagraph, verb: number, to: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  if (!lexicon.particles.lightObjects.has(tokens[verb + 1]?.lower ?? "")) return null;
  const phrase = subjectAfter(paragraph, verb + 1, to);
  return phrase && phrase.mention !== null ? phrase : null;
}

/** "Kritik kam von Martin: „…“": the person the words come from. */
export function readOrigin(paragraph: ReadParagraph, verb: number, to: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const { coming, from } = lexicon.particles;
  if (!coming.has(tokens[verb]?.lower ?? "")) return null;
  let at = verb + 1;
  while (at < verb + 3 && lexicon.adverbs.has(tokens[at]?.lower ?? "")) at++;
  if (!from.has(tokens[at]?.lower ?? "")) return null;
  return phraseAt(paragraph, at + 1, to);
}

/** The subject of a main clause whose verb no list has; null where the order of words does not show it. */
export function verbSecondSubject(paragraph: ReadParagraph, low: number, to: number): SpeakerPhrase | null {
  const { tokens, lexicon } = paragraph;
  const opener = tokens[low]?.lower ?? "";
  const first = phraseAt(paragraph, low, to);
  if (first && !lexicon.obliqueArticles.has(opener) && !lexicon.prepositions.has(opener)) return null;
  for (let at = low + 1; at < to; at++) {
    if (!isVerbLike(paragraph, at)) continue;
    const phrase = subjectAfter(paragraph, at, to);
    if (phrase && phrase.pronoun !== "it") return phrase;
  }
  return null;
}

/** A lower-case word that no list of small words has and that ends as finite verbs do. */
function isVerbLike({ tokens, lexicon }: ReadParagraph, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || token.isCapital) return false;
  if ([lexicon.cues, lexicon.verbs, lexicon.auxiliaries].some((list) => list.has(token.lower))) return true;
  if (
    [lexicon.adverbs, lexicon.prepositions, lexicon.conjunctions, lexicon.determiners].some((l) => l.has(token.lower))
  )
    return false;
  return (
    /(?:te|ten)$/u.test(token.lower) &&
    tokens[at + 1]?.isCapital !== true &&
    lexicon.articles.has(tokens[at + 1]?.lower ?? "")
  );
}

/** "„…“, flüsterte Martin": behind the comma any word in lower case before a subject is the verb. */
export function readUnknownSecond(paragraph: ReadParagraph, from: number, to: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  const verb = tokens[from];
  if (!lexicon.verbSecond || verb?.kind !== "word" || verb.isCapital || !/^[,–—-]$/u.test(tokens[from - 1]?.text ?? ""))
    return null;
  const small = [lexicon.adverbs, lexicon.prepositions, lexicon.conjunctions, lexicon.determiners, lexicon.auxiliaries];
  if (small.some((list) => list.has(verb.lower)) || !/(?:t|te|en|ie\p{L}{1,2}|ob|og|ang|ach)$/u.test(verb.lower))
    return null;
  const phrase = subjectAfter(paragraph, from, to);
  const isSubject = phrase !== null && phrase.pronoun !== "it" && phrase.pronoun !== "i" && phrase.pronoun !== "we";
  return isSubject
    ? { phrase, rule: "inverted", cue: verb.text, isTight: true, confidence: tieConfidence.unknownVerb }
    : null;
}

/** "Auf dem Banner war zu lesen: „…“": the thing on which the words stand. */
export function readBearer(paragraph: ReadParagraph, quote: number, low: number): Attribution | null {
  const { tokens, lexicon } = paragraph;
  if (!lexicon.verbSecond || tokens[quote - 1]?.text !== ":") return null;
  const words = tokens.slice(Math.max(low, quote - 4), quote - 1).map(({ lower }) => lower);
  const cue = words.at(-1) ?? "";
  const { legible, written, surfaces } = lexicon.particles;
  const isBorne = legible.has(cue) && (words.includes("zu") || written.has(words.at(-2) ?? ""));
  if (!isBorne) return null;
  const phrases = listPhrases(paragraph, low, quote - 1);
  const phrase = phrases.find(({ first }) => surfaces.has(tokens[first - 1]?.lower ?? ""));
  return phrase ? { phrase, rule: "before", cue, isTight: true, confidence: tieConfidence.nameAlone } : null;
}
