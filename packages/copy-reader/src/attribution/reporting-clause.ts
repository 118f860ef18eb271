import { readAfter, readInverted, stretchEnd } from "./after.js";
import { readBefore } from "./before.js";
import type { ReadParagraph } from "../phrases/speaker-phrases.js";
import { type Attribution, lastOfSpan } from "./ties.js";

/**
 * Reads the speaker that a reporting clause names within the marks: « Nous attendons, poursuit Martin. Le dégel viendra. »
 * A speaker named right after the quotation, or before it as a source or with a colon, takes precedence, because a speaker
 * may cite others in the same way.
 */
export function readReportingClause(paragraph: ReadParagraph, quote: number): Attribution | null {
  const clause = firstNaming(paragraph, quote);
  if (!clause) return null;
  const { tokens } = paragraph;
  const last = lastOfSpan(paragraph, quote);
  const outer = tokens[last]?.kind === "quote" ? readAfter(paragraph, last) : null;
  if (outer?.isTight && outer.phrase.kind !== "pronoun") return outer;
  const before = readBefore(paragraph, quote);
  return before && leads(paragraph, quote, before) ? before : clause;
}

/** Whether a source, or a name before a colon, announces the whole quotation. */
function leads({ tokens }: ReadParagraph, quote: number, { phrase, rule, isTight }: Attribution): boolean {
  if (rule === "source") return phrase.kind !== "pronoun";
  return isTight && phrase.mention !== null && tokens[quote - 1]?.text === ":";
}

/** Of several reporting clauses the first that has a name, otherwise the first. */
function firstNaming(paragraph: ReadParagraph, quote: number): Attribution | null {
  const { tokens } = paragraph;
  const last = lastOfSpan(paragraph, quote);
  let first: Attribution | null = null;
  for (let part = quote; part < last; part++) {
    if (tokens[part]?.kind !== "quote") continue;
    const from = tokens[part + 1]?.kind === "mark" ? part + 2 : part + 1;
    const found = readInverted(paragraph, from, Math.min(last + 1, stretchEnd(paragraph, from)));
    if (found?.phrase.mention) return { ...found, rule: "reportingClause" };
    first ??= found && { ...found, rule: "reportingClause" };
  }
  return first;
}
