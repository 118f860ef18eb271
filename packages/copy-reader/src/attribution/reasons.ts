import { because, type ReadingReason, type ReadingReasonCode } from "../story/reasons.js";
import type { SpokenQuote } from "./speakers.js";

/** The reasons that name the verb or phrase beside the speaker too. */
const NAMES_CUE: ReadonlySet<ReadingReasonCode> = new Set([
  "SPEAKER_FOLLOWS",
  "SPEAKER_INTERRUPTS",
  "SPEAKER_LEADS",
  "NAMED_AS_SOURCE",
]);

/** Why a quotation has its speaker. */
export function explainSpeaker(spoken: SpokenQuote, words: string | null): readonly ReadingReason[] {
  const tie = spoken.attribution;
  if (!tie || words === null) return [because("NO_SPEAKER_NEAR")];
  const code = tieOf(spoken);
  return [because(code, NAMES_CUE.has(code) ? [words, tie.cue] : [words]), ...explainPerson(spoken, words)];
}

function tieOf({ how, attribution }: SpokenQuote): ReadingReasonCode {
  if (how === "continued") return "CONTINUES_PARAGRAPH";
  if (how === "carried") return "BESIDE_QUOTATION";
  if (how === "introduced") return "INTRODUCED";
  switch (attribution?.rule) {
    case "after":
    case "inverted":
      return "SPEAKER_FOLLOWS";
    case "reportingClause":
      return "SPEAKER_INTERRUPTS";
    case "source":
      return "NAMED_AS_SOURCE";
    case "before":
      return "SPEAKER_LEADS";
    case "label":
      return "SPEAKER_LABEL";
    default:
      return "SPEAKER_IS_SUBJECT";
  }
}

function explainPerson(spoken: SpokenQuote, words: string): readonly ReadingReason[] {
  const name = spoken.entity?.names.join(" ");
  if (name === undefined || words.includes(name)) return [];
  const kind = spoken.attribution?.phrase.kind;
  if (kind === "pronoun") return [because("PRONOUN_OF", [name])];
  return [because(kind === "nominal" ? "OFFICE_OF" : "SHORT_FOR", [name])];
}
