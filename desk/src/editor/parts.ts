import type { Mark, Node } from "prosemirror-model";
import { keptOffsets } from "../../../src/draft/kept-offsets.ts";
import { type Mark as TextMark, normaliseMarks } from "../../../src/marked-text/marks.ts";
import type { BodyMark, ParagraphStyle, QuoteSpan } from "./body.ts";
import { type Aliases, canonicalId, makeId } from "./ids.ts";
import type { NewPost } from "./new-post.ts";
import { quotedWords } from "./quote-words.ts";
import { emphasisType, figureType, idOf, linkType, postType, quotesOf, strongType, styleOf, textOf } from "./schema.ts";

/*
 * The body in the form in which the server keeps it: composed characters, no white space at the ends of a paragraph,
 * marks in their one normal form, no blank paragraph. Two bodies that say the same have equal parts, so what is dirty,
 * what goes to the server and what clashes are all decided on parts.
 */

/** A paragraph with its marks and the places of its quotes. */
export interface ParagraphPart {
  readonly kind: "paragraph";
  readonly id: string;
  readonly style: ParagraphStyle;
  readonly text: string;
  readonly marks: readonly BodyMark[];
  readonly quotes: readonly QuoteSpan[];
}

/** A figure with the texts that readers see. */
export interface FigurePart {
  readonly kind: "figure";
  readonly id: string;
  readonly imageId: string;
  readonly caption: string | null;
  readonly alt: string;
}

/** A post: one of the newsroom, or one that is recorded with the body. */
export interface PostPart {
  readonly kind: "post";
  readonly id: string;
  readonly made: NewPost | null;
}

export type Part = ParagraphPart | FigurePart | PostPart;

/** A text without anything that readers see; the server keeps no such paragraph. */
const BLANK = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;

/** The parts of a document in reading order, under the ids of the server as far as it knows them. */
export function partsOf(doc: Node, aliases: Aliases): readonly Part[] {
  const taken = new Set<string>();
  /** An id is in a body once; what undo or a merge restored beside another one is new. */
  const ownId = (id: string): string => {
    const known = canonicalId(id, aliases);
    const own = known === "" || taken.has(known) ? makeId() : known;
    taken.add(own);
    return own;
  };
  const parts: Part[] = [];
  doc.forEach((node) => {
    const part = partOf(node, ownId, aliases);
    if (part) parts.push(part);
  });
  return parts;
}

function partOf(node: Node, ownId: (id: string) => string, aliases: Aliases): Part | null {
  const { attrs } = node;
  if (node.type === postType) {
    // A post that was recorded with the body is one of the newsroom from then on.
    const made = aliases.has(idOf(node)) ? null : attrs["made"];
    return { kind: "post", id: ownId(idOf(node)), made };
  }
  if (node.type === figureType) {
    const { imageId, caption, alt } = attrs;
    return { kind: "figure", id: ownId(idOf(node)), imageId, caption: keptText(caption), alt: keptText(alt) ?? "" };
  }
  return BLANK.test(textOf(node)) ? null : paragraphPart(node, ownId);
}

/** A text of one field as the server keeps it; null where nothing is to be seen. */
export function keptText(text: string | null): string | null {
  const trimmed = (text ?? "").normalize("NFC").trim();
  return BLANK.test(trimmed) ? null : trimmed;
}

function paragraphPart(paragraph: Node, ownId: (id: string) => string): ParagraphPart {
  const { text, marks, spans } = readKept(paragraph);
  const id = ownId(idOf(paragraph));
  const quotes = spans.map((span) => ({ ...span, id: ownId(span.id) }));
  return { kind: "paragraph", id, style: styleOf(paragraph.attrs), text, marks, quotes };
}

interface KeptParagraph {
  readonly text: string;
  readonly marks: readonly BodyMark[];
  /** The quotes by the ids of their marks. */
  readonly spans: readonly QuoteSpan[];
}

/** Nodes never change: of a long body only the paragraph that is being written is read again. */
const kept = new WeakMap<Node, KeptParagraph>();

function readKept(paragraph: Node): KeptParagraph {
  const known = kept.get(paragraph);
  if (known) return known;
  const written = textOf(paragraph);
  const text = written.normalize("NFC").trim();
  const at = keptOffsets(written, text);
  const read = { text, marks: marksOf(paragraph, text, at), spans: placesOf(quotesOf(paragraph), text, at) };
  kept.set(paragraph, read);
  return read;
}

function placesOf(spans: readonly QuoteSpan[], text: string, at: (offset: number) => number): readonly QuoteSpan[] {
  const places = new Map<string, QuoteSpan>();
  for (const span of spans) {
    const words = quotedWords(text, { start: at(span.start), end: at(span.end) });
    // Two quotes of the same words in the same place are one.
    if (words && !places.has(`${words.start} ${words.end}`)) {
      places.set(`${words.start} ${words.end}`, { id: span.id, ...words });
    }
  }
  return [...places.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}

const KINDS = { link: "LINK", strong: "STRONG", emphasis: "EMPHASIS" } as const;

/** The marks of a paragraph: what goes on over several nodes is one mark, also where it covers nothing but a space. */
function marksOf(paragraph: Node, text: string, at: (offset: number) => number): readonly BodyMark[] {
  const marks: TextMark[] = [];
  const open = new Map<string, number>();
  paragraph.forEach((child, offset) => {
    const end = offset + child.nodeSize;
    for (const mark of child.marks) {
      const key = markKey(mark);
      if (key === null) continue;
      const last = open.get(key);
      const before = last === undefined ? undefined : marks[last];
      if (last !== undefined && before?.end === offset) marks[last] = { ...before, end };
      else open.set(key, marks.push({ ...textMark(mark), start: offset, end }) - 1);
    }
  });
  const placed = marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }));
  return normaliseMarks(text, placed).map(({ kind, start, end, ...link }) => ({
    kind: KINDS[kind],
    start,
    end,
    ...link,
  }));
}

/** What two marks have in common that are one where they touch; null of a quote. */
function markKey({ type, attrs }: Mark): string | null {
  if (type === linkType) return `link ${String(attrs["href"])}`;
  return type === strongType || type === emphasisType ? type.name : null;
}

function textMark({ type, attrs }: Mark): { kind: "link"; href: string } | { kind: "strong" } | { kind: "emphasis" } {
  if (type === linkType) return { kind: "link", href: String(attrs["href"]) };
  return { kind: type === strongType ? "strong" : "emphasis" };
}

/** Whether two parts say the same; undefined is a part that is not there. */
export function isSamePart(one: Part | undefined, other: Part | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether two bodies say the same. */
export function areSameParts(one: readonly Part[], other: readonly Part[]): boolean {
  return one.length === other.length && one.every((part, at) => isSamePart(part, other[at]));
}
