import { element, escapeLines } from "./markup.js";
import type { SyndicatedCorrection } from "./syndicated.js";
import { type Voice, renderPhrase, timeOfDay } from "./voice.js";

/** What readers see of a change, as a paragraph: what it is, its day, and the note. */
export function renderNote({ kind, note, correctedAt }: SyndicatedCorrection, voice: Voice): string {
  const label = element("b", {}, renderPhrase(voice, voice.wording.corrections[kind]));
  return element("p", {}, `${label} (${timeOfDay(voice, correctedAt)}): ${escapeLines(note)}`);
}
