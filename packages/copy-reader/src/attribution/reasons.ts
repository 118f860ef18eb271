import type { SpokenQuote } from "./speakers.js";

/** Explains to an editor why a quotation has its speaker. */
export function explainSpeaker(spoken: SpokenQuote, words: string | null): string {
  const tie = spoken.attribution;
  if (!tie || words === null) return "Nothing near the quotation names a speaker.";
  return `${explainTie(spoken, words, tie.cue)}${explainPerson(spoken, words)}.`;
}

function explainTie(spoken: SpokenQuote, words: string, cue: string): string {
  if (spoken.how === "continued") return `It goes on from the paragraph before, which is said by “${words}”`;
  if (spoken.how === "carried") return `It is next to a quotation of “${words}” and nobody else is named between`;
  if (spoken.how === "introduced") return `The sentence before it is about “${words}”`;
  switch (spoken.attribution?.rule) {
    case "after":
      return `“${words}” with “${cue}” follows the quotation`;
    case "inverted":
      return `“${cue}” with “${words}” follows the quotation`;
    case "reportingClause":
      return `“${cue}” with “${words}” interrupts the quotation`;
    case "source":
      return `“${cue}” names “${words}” as the source`;
    case "before":
      return `“${words}” with “${cue}” leads to the quotation`;
    case "label":
      return `“${words}” is before it with a colon`;
    default:
      return `“${words}” is the subject of its sentence`;
  }
}

function explainPerson(spoken: SpokenQuote, words: string): string {
  const name = spoken.entity?.names.join(" ");
  if (name === undefined || words.includes(name)) return "";
  const kind = spoken.attribution?.phrase.kind;
  if (kind === "pronoun") return `, which most likely refers to ${name}, named shortly before`;
  return kind === "nominal" ? `, the office of ${name} in this story` : `, which is short for ${name}`;
}
