import { readDateline } from "./wire.dateline.js";
import type { CopyBlock } from "./wire.layout.js";

/** The parts that stand over a story, and the paragraphs under them. */
export interface StoryHead {
  readonly headline: string | null;
  readonly headlineReason: string;
  readonly byline: string | null;
  readonly body: readonly CopyBlock[];
}

const bylineForms: readonly RegExp[] = [
  /^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Da|Door|Av|Text:|Autor:|Author:)\s+\p{Lu}[\p{L}\p{M}.'’-]*(?:[\s,|/&]+[\p{L}\p{M}.'’()-]+){0,14}$/u,
  /^(?:بقلم|كتب|تقرير|نوشته|گزارش)\s*[:：]?\s*[\p{L}\s]{3,60}$/u,
];
const headlineLabel = /^(?:headline|titel|title|überschrift|titre|título)\s*:\s*/iu;

/** Finds headline and byline above the text; the headline that was told wins and is not repeated in the text. */
export function readHead(blocks: readonly CopyBlock[], told: string | undefined): StoryHead {
  const headline = told?.trim() ? told.trim() : null;
  const first = blocks[0];
  const repeats = headline !== null && first !== undefined && sameWords(first.text, headline);
  const found = headline === null && isHeadline(blocks);
  const rest = repeats || found ? blocks.slice(1) : blocks;
  const byline = rest.length > 1 && isByline(rest[0]?.text ?? "") ? (rest[0]?.text ?? null) : null;
  return {
    headline: found ? (first?.text.replace(headlineLabel, "") ?? null) : headline,
    headlineReason: found ? "The first line is short, stands alone and does not end as a sentence." : "It was told.",
    byline,
    body: byline === null ? rest : rest.slice(1),
  };
}

function sameWords(left: string, right: string): boolean {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return left.length < 400 && fold(left.replace(headlineLabel, "")) === fold(right);
}

function isByline(text: string): boolean {
  return text.length <= 120 && bylineForms.some((form) => form.test(text));
}

function isHeadline(blocks: readonly CopyBlock[]): boolean {
  const [first, second] = blocks;
  if (!first || !second || first.isList || first.text.length > 200) return false;
  if (headlineLabel.test(first.text)) return true;
  if (isByline(first.text) || /\(@[\w.@-]+\)/u.test(first.text) || readDateline(first.text)) return false;
  if (isByline(second.text) || readDateline(second.text)?.dateline.place) return first.text.split(" ").length <= 30;
  if (/[.!。…:,;؛]["”»“]?$/u.test(first.text)) return false;
  const longest = Math.max(...blocks.slice(1, 6).map((block) => block.text.length));
  return first.text.split(" ").length <= 25 && first.text.length < longest;
}
