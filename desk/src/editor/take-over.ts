import type { Node } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { type Aliases, canonicalId } from "./ids.ts";
import type { MergedPart } from "./merge.ts";
import { rewriteElement } from "./rewrite-element.ts";
import { idOf, paragraphType, textOf } from "./schema.ts";

interface Place {
  readonly from: number;
  readonly to: number;
  readonly node: Node;
}

/**
 * Makes the document what was merged, and touches nothing else of it: only elements of the other side are written, and of
 * merged ones their words, so that the caret stays where it is. Undo does not take back what somebody else wrote. Blank paragraphs, which no body of the server
 * has, stay.
 */
export function takeOver(
  state: EditorState,
  parts: readonly MergedPart[],
  theirs: Node,
  aliases: Aliases,
): Transaction {
  const { tr } = state;
  for (const part of parts) {
    const place = part.side === "both" ? placesOf(tr.doc, aliases).get(part.id) : undefined;
    if (place && part.side === "both") rewriteElement(tr, place.from, part.part, aliases);
  }
  const own = placesOf(tr.doc, aliases);
  const other = new Map(theirs.children.map((node) => [idOf(node), node]));
  const kept = parts.filter(({ id }) => own.has(id)).map(({ id }) => own.get(id)?.from ?? 0);
  const isInOrder = kept.every((from, at) => at === 0 || from > (kept[at - 1] ?? 0));
  if (isInOrder) writeInPlace(tr, parts, own, other);
  else rewrite(tr, parts, own, other);
  return tr.setMeta("addToHistory", false);
}

function placesOf(doc: Node, aliases: Aliases): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  doc.forEach((node, from) => {
    const id = canonicalId(idOf(node), aliases);
    if (!isBlank(node)) places.set(id, { from, to: from + node.nodeSize, node });
  });
  return places;
}

function isBlank(node: Node): boolean {
  return node.type === paragraphType && textOf(node).trim() === "";
}

function writeInPlace(
  tr: Transaction,
  parts: readonly MergedPart[],
  own: ReadonlyMap<string, Place>,
  other: ReadonlyMap<string, Node>,
): void {
  const written = tr.steps.length;
  /** Where a position is now that was read before anything was written here. */
  const now = (position: number, side?: -1 | 1): number => tr.mapping.slice(written).map(position, side);
  let end = 0;
  for (const { id, side } of parts) {
    const place = own.get(id);
    const node = side === "theirs" ? other.get(id) : undefined;
    if (node && place) tr.replaceWith(now(place.from, 1), now(place.to, -1), node);
    else if (node) tr.insert(now(end), node);
    if (place) end = place.to;
  }
  const kept = new Set(parts.map(({ id }) => id));
  for (const [id, { from, to }] of own) {
    if (!kept.has(id)) tr.delete(now(from, 1), now(to, -1));
  }
}

/** Where elements changed places, all of the body is written; the caret goes with its element. */
function rewrite(
  tr: Transaction,
  parts: readonly MergedPart[],
  own: ReadonlyMap<string, Place>,
  other: ReadonlyMap<string, Node>,
): void {
  const { head } = tr.selection;
  const nodes = parts.flatMap(({ id, side }) => (side === "theirs" ? other.get(id) : own.get(id)?.node) ?? []);
  tr.replaceWith(0, tr.doc.content.size, nodes.length > 0 ? nodes : [paragraphType.create()]);
  const caret = [...own].find(([, { from, to }]) => from < head && head < to);
  const index = caret ? parts.findIndex(({ id }) => id === caret[0]) : -1;
  if (!caret || index < 0) return;
  const start = tr.doc.children.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0);
  const offset = Math.min(head - caret[1].from, (tr.doc.maybeChild(index)?.nodeSize ?? 2) - 1);
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + offset)));
}
