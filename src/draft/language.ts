import { judgeLanguage } from "@dateline/copy-reader/text";
import type { TextDirection } from "./article.type.js";

/** Scripts that are written from the right, by their ISO 15924 codes, as Unicode has them. */
const RTL_SCRIPTS: ReadonlySet<string> = new Set([
  "Arab",
  "Hebr",
  "Thaa",
  "Syrc",
  "Nkoo",
  "Adlm",
  "Rohg",
  "Samr",
  "Mand",
]);

const directions = new Map<string, TextDirection>();

/** The side from which a language is written, by its own or its likely script. `language` is a BCP 47 tag. */
export function directionOf(language: string): TextDirection {
  let direction = directions.get(language);
  if (!direction) {
    const script = new Intl.Locale(language).maximize().script ?? "Latn";
    direction = RTL_SCRIPTS.has(script) ? "RTL" : "LTR";
    if (directions.size < 1000) directions.set(language, direction);
  }
  return direction;
}

/** Confidence in a language if a text in Latin script is too short to distinguish it from its neighbours. */
const LEAST_CONFIDENCE = 0.6;

/**
 * The language that texts show, for an article whose language is not specified: `en` where Latin script does not show it
 * with confidence, `und` where another script does not.
 */
export function languageOfTexts(texts: readonly string[]): string {
  const sample = texts.join("\n").slice(0, 4000);
  const { tag, confidence } = judgeLanguage(sample);
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const others = (sample.match(/\p{L}/gu)?.length ?? 0) - latin;
  if (others > latin) return tag;
  return confidence >= LEAST_CONFIDENCE && tag !== "und" ? tag : "en";
}
