import type { DocumentBlock } from "../formats/document-parts.js";

/** Enough letters to recognise a script. */
const SAMPLE_LENGTH = 4000;
const FEWEST_LETTERS = 60;

/**
 * Whether a language is written in another script than the text: a page's template may say English while its story is
 * Arabic. Only Latin against all other scripts is distinguished, and only where there is enough text.
 */
export function contradicts(language: string, blocks: readonly DocumentBlock[]): boolean {
  const sample = sampleOf(blocks);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return false;
  const share = (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
  return new Intl.Locale(language).maximize().script === "Latn" ? share < 0.3 : share > 0.8;
}

function sampleOf(blocks: readonly DocumentBlock[]): string {
  let sample = "";
  for (const block of blocks) {
    if (sample.length >= SAMPLE_LENGTH) break;
    if (block.kind === "text") sample += block.text.slice(0, SAMPLE_LENGTH).replace(/https?:\S{1,300}/gu, " ");
  }
  return sample;
}
