import type { IntakeBlock } from "../formats/document-parts.js";

/** Enough letters to tell a script by. */
const SAMPLE_LENGTH = 4000;
const FEWEST_LETTERS = 60;

/**
 * Whether a language is written in another script than the text: a page's template may say English while its story is
 * Arabic. Only Latin against all other scripts is told apart, and only where there is enough text.
 */
export function contradicts(language: string, blocks: readonly IntakeBlock[]): boolean {
  const sample = sampleOf(blocks);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return false;
  const share = (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
  return new Intl.Locale(language).maximize().script === "Latn" ? share < 0.3 : share > 0.8;
}

function sampleOf(blocks: readonly IntakeBlock[]): string {
  let sample = "";
  for (const block of blocks) {
    if (sample.length >= SAMPLE_LENGTH) break;
    if (block.kind === "text") sample += block.text.slice(0, SAMPLE_LENGTH).replace(/https?:\S{1,300}/gu, " ");
  }
  return sample;
}
