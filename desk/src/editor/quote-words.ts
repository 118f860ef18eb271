import { isCharacterBoundary } from "../../../src/quote-check/anchor.ts";

const QUOTATION_MARK = /^[“”„‟"«»‹›「」『』‘’‚‛']$/u;

/** A stretch of a text; UTF-16 code units, the end excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

function trimSpace(text: string, span: Stretch): Stretch {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (start < end && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The stretch widened to whole characters as readers see them: no letter is parted from its accents. */
function wholeCharacters(text: string, span: Stretch): Stretch {
  let { start, end } = span;
  while (start > 0 && !isCharacterBoundary(text, start)) start -= 1;
  while (end < text.length && !isCharacterBoundary(text, end)) end += 1;
  return { start, end };
}

/**
 * The words of a quote as the server keeps them: whole characters, without white space at the ends and without the pair of
 * quotation marks around them. A mark at one end only belongs to the words. Null where there is no word.
 */
export function quotedWords(text: string, span: Stretch): Stretch | null {
  const { start, end } = trimSpace(text, wholeCharacters(text, span));
  const isMarked =
    end - start > 1 && QUOTATION_MARK.test(text.charAt(start)) && QUOTATION_MARK.test(text.charAt(end - 1));
  const words = isMarked ? trimSpace(text, { start: start + 1, end: end - 1 }) : { start, end };
  return /[^\s\p{P}]/u.test(text.slice(words.start, words.end)) ? words : null;
}

/** The words that a selection means: without white space and without any quotation mark at either end. */
export function selectedWords(text: string, span: Stretch): Stretch | null {
  let { start, end } = trimSpace(text, wholeCharacters(text, span));
  while (start < end && QUOTATION_MARK.test(text.charAt(start))) start += 1;
  while (start < end && QUOTATION_MARK.test(text.charAt(end - 1))) end -= 1;
  return quotedWords(text, { start, end });
}
