import { languageConfidence } from "../story/confidence.js";
import { lexicons } from "../lexicon/by-language.js";
import { smallWordLists } from "../lexicon/small-words.js";

/** The language of a text and how sure it is. */
export interface JudgedLanguage {
  /** BCP 47; `und` where the text does not show its language. */
  readonly tag: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The language whose words fit best although they do not prove it; the tag itself where it is sure. */
  readonly likely: string | null;
}

/** How much each word counts for each language: the fewer languages have it, the more. */
const evidence = readEvidence();

function readEvidence(): ReadonlyMap<string, readonly (readonly [string, number])[]> {
  const languages = new Map<string, Map<string, number>>();
  const add = (word: string, language: string, weight: number): void => {
    const known = languages.get(word) ?? new Map<string, number>();
    known.set(language, Math.max(known.get(language) ?? 0, weight));
    languages.set(word, known);
  };
  for (const [language, words] of smallWordLists) for (const word of words.split(" ")) add(word, language, 1);
  for (const lexicon of lexicons)
    for (const list of [
      lexicon.prepositions,
      lexicon.conjunctions,
      lexicon.auxiliaries,
      lexicon.inverted,
      lexicon.determiners,
    ])
      for (const word of list) add(word, lexicon.language, 0.8);
  return new Map(
    [...languages].map(([word, weights]) => [
      word,
      [...weights].map(([language, weight]) => [language, (weight * lengthWeight(word)) / weights.size] as const),
    ]),
  );
}

/** A single letter has many uses; a longer word is rarely a coincidence. */
function lengthWeight(word: string): number {
  return word.length === 1 ? 0.4 : word.length === 2 ? 0.8 : 1;
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\u3040-\u30ff]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
];

/** Enough text to judge a language by, in UTF-16 code units. */
const sampleLength = 4000;
/** This many words outside of quotation marks show the language of the reporter. */
const leastOwnWords = 8;

/** The language of the text as a BCP 47 tag; null when it is not sure. */
export function recogniseLanguage(text: string): string | null {
  const { tag } = judgeLanguage(text);
  return tag === "und" ? null : tag;
}

/** Judges the language of a text by its script and its small words; those outside of quotation marks go before. */
export function judgeLanguage(text: string): JudgedLanguage {
  const sample = text.slice(0, sampleLength).replace(/https?:\S+|[@#]\S+|\S+\.(?:com|org|net)\S*/gu, " ");
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return unknown;
  const script = languageOfScript(sample, letters);
  if (script !== null)
    return {
      tag: script,
      confidence: letters < 8 ? languageConfidence.scriptOfFewLetters : languageConfidence.script,
      likely: script,
    };
  const own = sample.replace(/["“”„«»][^"“”„«»]{0,600}["“”„«»]/gu, " ");
  const words = wordsOf(own).length >= leastOwnWords ? wordsOf(own) : wordsOf(sample);
  return judgeScores(scoreWords(words), words.length) ?? languageOfLetters(sample);
}

const unknown: JudgedLanguage = { tag: "und", confidence: languageConfidence.unknown, likely: null };

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

function languageOfScript(sample: string, letters: number): string | null {
  const found = scripts.find(([language, script]) => {
    const count = sample.match(script)?.length ?? 0;
    return count > letters * (language === "ja" ? 0.15 : 0.4);
  });
  return found?.[0] ?? null;
}

function scoreWords(words: readonly string[]): readonly (readonly [string, number])[] {
  const scores = new Map<string, number>();
  for (const word of words) {
    for (const [language, weight] of evidence.get(word) ?? [])
      scores.set(language, (scores.get(language) ?? 0) + weight);
  }
  return [...scores].sort((left, right) => right[1] - left[1]);
}

/** Less evidence than this proves no language, and neither does a lead so small. */
const leastScore = 0.75;
const leastLead = 0.12;

/**
 * Null without any evidence. The confidence grows with the evidence, with the lead over the next language, and with the
 * share of words that are known.
 */
function judgeScores(scores: readonly (readonly [string, number])[], count: number): JudgedLanguage | null {
  const [best, second] = scores;
  if (!best) return null;
  const lead = (best[1] - (second?.[1] ?? 0)) / best[1];
  const amount = 1 - Math.exp(-best[1] / 1.8);
  const share = Math.min(1, best[1] / Math.max(1, count) / 0.12);
  const confidence = languageConfidence.most * amount * (0.55 + 0.45 * Math.min(1, lead / 0.45)) * (0.6 + 0.4 * share);
  const isSure = best[1] >= leastScore && lead >= leastLead && confidence >= languageConfidence.least;
  return { tag: isSure ? best[0] : "und", confidence: isSure ? confidence : languageConfidence.least, likely: best[0] };
}

/** The last resort for a few words: letters that only some languages use. */
function languageOfLetters(sample: string): JudgedLanguage {
  const found = letterLanguages.find(([, letters]) => letters.test(sample))?.[0];
  return found === undefined
    ? unknown
    : { tag: found, confidence: languageConfidence.characteristicLetters, likely: found };
}

const letterLanguages: readonly (readonly [string, RegExp])[] = [
  ["fa", /[پچژگ]/u],
  ["ar", /\p{Script=Arabic}/u],
  ["uk", /[іїєґ]/iu],
  ["ru", /\p{Script=Cyrillic}/u],
  ["de", /ß/u],
];
