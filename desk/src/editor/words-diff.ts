import { diffWords } from "diff";

/** A piece of a text compared with another one: in both, or in one only. */
export interface ComparedPiece {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Compares two texts word by word, by the words of the language: also where no spaces separate them. */
export function compareWords(before: string, after: string, language: string): readonly ComparedPiece[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: "word" });
  return diffWords(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
