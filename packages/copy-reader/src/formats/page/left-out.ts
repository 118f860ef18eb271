import { boundWarnings } from "../../text/bound-warnings.js";
import type { LeftOut, PlacedBlock } from "./blocks.js";

/** So much of what was left out is quoted, in UTF-16 code units. */
const LONGEST_QUOTED = 300;

const WHY: Readonly<Record<LeftOut["kind"], string>> = {
  struck: "Words that the document strikes out were left out",
  boxed: "A box beside the text was left out",
  lines: "A line that seems to be furniture of the page was left out",
  behind: "What follows a heading such as that of comments was left out, beginning with",
  linked: "Links that seem to lead to other stories were left out",
};

/** Full sentences on the words that were left out of these blocks, each of them quoted with its line. */
export function warnOfLeftOut(blocks: readonly PlacedBlock[], dropped: readonly LeftOut[] = []): readonly string[] {
  const warnings = [...blocks.flatMap(({ leftOut }) => leftOut), ...dropped].map(
    ({ kind, text, line }) => `${WHY[kind]}: “${shorten(text)}” (line ${line}).`,
  );
  return boundWarnings(
    [...new Set(warnings)],
    (more) => `${more} more pieces of the document were left out of the text.`,
  );
}

function shorten(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED).toWellFormed()}…`;
}
