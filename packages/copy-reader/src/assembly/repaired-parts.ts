import { judgeMojibake } from "../text/mojibake.js";
import { mapMarked, markedOf } from "../formats/page/marked-text.js";
import type { DocumentBlock, DocumentParts, StatedValue } from "../formats/document-parts.js";

/** The parts of a story with their misread characters corrected, and what an editor learns about them. */
export interface RepairedParts {
  readonly parts: DocumentParts;
  readonly warnings: readonly string[];
}

/** Puts right what was decoded wrongly before the document was made; all its texts are judged together. */
export function repairParts(parts: DocumentParts): RepairedParts {
  const { summaries = [], topics = [] } = parts;
  const fields = [parts.headline?.value, parts.byline?.value, parts.dateline?.text, parts.dateline?.place];
  const heads = [...fields, ...summaries.map(({ value }) => value), ...topics];
  const texts = [...heads.filter((text) => typeof text === "string"), ...parts.blocks.map(({ text }) => text)];
  const { repair, warnings } = judgeMojibake(texts);
  const stated = (one: StatedValue | null): StatedValue | null => one && { ...one, value: repair(one.value) };
  const line = (text: string | null): string | null => (text === null ? null : repair(text));
  const block = (one: DocumentBlock): DocumentBlock =>
    one.kind === "text"
      ? { ...one, ...mapMarked(markedOf(one), repair) }
      : { ...one, text: repair(one.text), authorName: repair(one.authorName) };
  const { dateline } = parts;
  const repaired = {
    ...parts,
    headline: stated(parts.headline),
    byline: stated(parts.byline),
    dateline: dateline && { ...dateline, text: line(dateline.text), place: line(dateline.place) },
    summaries: summaries.map((one) => ({ ...one, value: repair(one.value) })),
    topics: topics.map(repair),
    persons: parts.persons.map((person) => ({ ...person, name: repair(person.name), role: line(person.role) })),
    blocks: parts.blocks.map(block),
    images: (parts.images ?? []).map((one) => ({
      ...one,
      caption: line(one.caption),
      credit: line(one.credit),
      alt: repair(one.alt),
    })),
  };
  return { parts: repaired, warnings };
}
