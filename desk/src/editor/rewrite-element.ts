import { Mark, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { keptOffsets } from "../../../src/draft/kept-offsets.ts";
import { inlineNodes, markedSpans } from "./document.ts";
import { type Aliases, canonicalId } from "./ids.ts";
import type { FigurePart, ParagraphPart } from "./parts.ts";
import { quotesOf, textOf } from "./schema.ts";
import { changedStretches } from "./word-merge.ts";

/**
 * Makes the element at a position what a merge made of it, and writes nothing but what differs, so that the caret and
 * the steps of undo keep their places.
 */
export function rewriteElement(
  tr: Transaction,
  position: number,
  part: ParagraphPart | FigurePart,
  aliases: Aliases,
): void {
  const node = tr.doc.nodeAt(position);
  if (!node) return;
  if (part.kind === "figure") {
    const { imageId, caption, alt } = part;
    tr.setNodeMarkup(position, null, { ...node.attrs, imageId, caption, alt });
    return;
  }
  writeWords(tr, position, node, part);
  writeMarks(tr, position, part, aliases);
  if (node.attrs["style"] !== part.style) tr.setNodeAttribute(position, "style", part.style);
}

interface KeptText {
  readonly text: string;
  /** Where an offset of the text as it is kept is in the paragraph as it was written. */
  readonly place: (offset: number) => number;
}

function keptTextOf(paragraph: Node): KeptText {
  const written = textOf(paragraph);
  const text = written.normalize("NFC").trim();
  const kept = keptOffsets(written, text);
  const places: number[] = [];
  for (let offset = 0; offset <= written.trimEnd().length; offset += 1) places[kept(offset)] = offset;
  return { text, place: (offset) => places[offset] ?? written.length };
}

function writeWords(tr: Transaction, position: number, node: Node, part: ParagraphPart): void {
  const { text, place } = keptTextOf(node);
  for (const { before, after } of changedStretches(text, part.text).toReversed()) {
    const [from, to] = [position + 1 + place(before.start), position + 1 + place(before.end)];
    tr.replaceWith(from, to, inlineNodes(part.text.slice(after.start, after.end), []));
  }
}

function writeMarks(tr: Transaction, position: number, part: ParagraphPart, aliases: Aliases): void {
  const node = tr.doc.nodeAt(position);
  if (!node) return;
  const { place } = keptTextOf(node);
  // The quotes of the document keep the ids of their marks.
  const own = new Map(quotesOf(node).map(({ id }) => [canonicalId(id, aliases), id]));
  const quotes = part.quotes.map((quote) => ({ ...quote, id: own.get(quote.id) ?? quote.id }));
  const spans = markedSpans({ marks: part.marks, quotes }).map(({ start, end, mark }) => {
    return { start: place(start), end: place(end), mark };
  });
  node.forEach((child, offset) => {
    const bounds = spans.flatMap(({ start, end }) => [start, end]);
    const inside = bounds.filter((bound) => bound > offset && bound < offset + child.nodeSize);
    const cuts = [...new Set([offset, ...inside, offset + child.nodeSize])].sort((one, other) => one - other);
    for (const [at, start] of cuts.slice(0, -1).entries()) {
      const wanted = spans.filter((span) => span.start <= start && span.end > start).map(({ mark }) => mark);
      setMarks(tr, position + 1 + start, position + 1 + (cuts[at + 1] ?? start), child.marks, Mark.setFrom(wanted));
    }
  });
}

function setMarks(tr: Transaction, from: number, to: number, now: readonly Mark[], wanted: readonly Mark[]): void {
  for (const mark of now) if (!mark.isInSet(wanted)) tr.removeMark(from, to, mark);
  for (const mark of wanted) if (!mark.isInSet(now)) tr.addMark(from, to, mark);
}
