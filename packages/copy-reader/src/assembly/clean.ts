import { closeDirections } from "../text/faults.js";
import { plainField } from "../formats/plain-field.js";
import { composeMarked, mapMarked, markedOf, trimMarked } from "../formats/page/marked-text.js";
import {
  collapse,
  type DocumentBlock,
  type DocumentImage,
  type DocumentParts,
  type DocumentPerson,
  type DocumentText,
  type StatedValue,
} from "../formats/document-parts.js";

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff\u00ad]/gu;

/** The longest name, handle or byline that is kept, in UTF-16 code units. */
const LONGEST_LINE = 290;
const LONGEST_HEADLINE = 480;

/** An article has no more topics. */
const MOST_TOPICS = 100;

/**
 * The parts with every text fit to be kept: character references and escapes can bring in what the document itself must
 * not hold, such as control characters, half surrogate pairs and direction controls that are not closed.
 */
export function cleanParts(parts: DocumentParts): DocumentParts {
  const { dateline } = parts;
  return {
    ...parts,
    headline: cleanStated(parts.headline, LONGEST_HEADLINE),
    byline: cleanStated(parts.byline, LONGEST_LINE),
    dateline: dateline && {
      ...dateline,
      text: cleanLine(dateline.text),
      place: cleanLine(dateline.place),
      agency: cleanLine(dateline.agency),
    },
    summaries: (parts.summaries ?? []).flatMap((one) => {
      const value = cleanField(one.value);
      return value === "" ? [] : [{ ...one, value }];
    }),
    topics: cleanTopics(parts.topics ?? []),
    ownId: parts.ownId === null ? null : clean(parts.ownId),
    persons: parts.persons.map(cleanPerson),
    images: (parts.images ?? []).map(cleanImage),
    blocks: parts.blocks.map(cleanBlock),
  };
}

function clean(text: string): string {
  return closeDirections(text.toWellFormed().replace(CONTROLS, ""));
}

function cleanField(text: string): string {
  return collapse(clean(plainField(text)));
}

/** Each topic once, however its letters are written; what has neither letter nor digit is none. */
function cleanTopics(topics: readonly string[]): readonly string[] {
  const names = topics.map((name) => cut(cleanField(name), LONGEST_LINE)).filter((name) => /[\p{L}\p{N}]/u.test(name));
  const folded = names.map((name) => name.toLowerCase());
  return names.filter((_, at) => folded.indexOf(folded[at] ?? "") === at).slice(0, MOST_TOPICS);
}

function cleanLine(text: string | null): string | null {
  return text === null ? null : cut(cleanField(text), LONGEST_LINE) || null;
}

/** Cuts between words, and never through a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length);
  return closeDirections(
    `${kept
      .slice(0, Math.max(kept.lastIndexOf(" "), length / 2))
      .toWellFormed()
      .replace(/\ufffd$/u, "")}…`,
  );
}

function cleanStated(one: StatedValue | null, length: number): StatedValue | null {
  const value = one && cut(cleanField(one.value), length);
  return one && value ? { ...one, value } : null;
}

/** The longest address of a picture that is kept, in UTF-16 code units. */
const LONGEST_ADDRESS = 2000;

function cleanImage(image: DocumentImage): DocumentImage {
  const words = (text: string | null): string | null => (text === null ? null : cleanField(text) || null);
  return {
    ...image,
    url: clean(image.url).slice(0, LONGEST_ADDRESS),
    caption: words(image.caption),
    credit: cleanLine(image.credit),
    alt: cleanField(image.alt),
  };
}

function cleanPerson(person: DocumentPerson): DocumentPerson {
  return { ...person, name: cleanLine(person.name) ?? "", role: cleanLine(person.role) };
}

/** Directions are closed at the very end, where no mark is. */
function cleanText(block: DocumentText): DocumentText {
  const plain = mapMarked(markedOf(block), (text) => text.toWellFormed().replace(CONTROLS, ""));
  const { text, marks } = trimMarked(composeMarked(plain));
  return { ...block, text: closeDirections(text), marks };
}

function cleanBlock(block: DocumentBlock): DocumentBlock {
  if (block.kind === "text") return cleanText(block);
  const { authorName, authorHandle, text } = block;
  const handle = authorHandle && /^@[^\s@]{1,100}(?:@[^\s@]{1,100})?$/u.test(authorHandle) ? clean(authorHandle) : null;
  return { ...block, text: clean(text).trim(), authorName: cleanLine(authorName) ?? "", authorHandle: handle };
}
