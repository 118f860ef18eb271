import { Fragment, type Mark, type Node, Slice } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { hasComposed, isComposing } from "./composition.ts";
import { makeId } from "./ids.ts";
import { idOf, paragraphType, postType, quotesOf, quoteType } from "./schema.ts";

/** Is called when a quote is copied or cut in two: the copy begins with the facts of the original. */
export type OnQuoteCopied = (original: string, copy: string) => void;

/**
 * Keeps every id the id of one element or quote.
 * - Enter leaves the id to the part with the words; the other part gets a new one. A quote across the split becomes two
 *   with the same facts.
 * - What is pasted while it is also in the document is a copy with new ids. What was cut before, or is dragged, keeps
 *   its own.
 * - A post is in a body once, so that a copy of it is dropped.
 * - Words that are put into a quote belong to it.
 */
export function identityPlugin(onQuoteCopied: OnQuoteCopied): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      const isSettled = hasComposed(transactions);
      if (!isSettled && (isComposing(transactions) || !transactions.some(({ docChanged }) => docChanged))) return null;
      const tr = settleIds(state.tr, onQuoteCopied);
      return tr.docChanged ? tr : null;
    },
    props: {
      transformPasted(slice, view) {
        if (view.dragging?.move) return slice;
        return new PastedIds(view.state.doc, onQuoteCopied).slice(slice);
      },
    },
  });
}

/** Lets every element and quote of the document have an id of its own. */
function settleIds(tr: Transaction, onQuoteCopied: OnQuoteCopied): Transaction {
  const owners = ownersOf(tr.doc);
  const quotes = new Set<string>();
  const duplicates: number[] = [];
  tr.doc.forEach((element, offset) => {
    const isOwner = owners.get(idOf(element)) === offset;
    if (element.type === postType) {
      if (!isOwner) duplicates.push(offset);
      return;
    }
    if (!isOwner) tr.setNodeAttribute(offset, "id", makeId());
    if (element.type === paragraphType) settleQuotes(tr, element, offset, quotes, onQuoteCopied);
  });
  for (const offset of duplicates.toReversed()) tr.delete(offset, offset + 1);
  return tr;
}

/** Where the owner of each id is: the first element with it that has any content. */
function ownersOf(doc: Node): ReadonlyMap<string, number> {
  const owners = new Map<string, { readonly offset: number; readonly isBlank: boolean }>();
  doc.forEach((element, offset) => {
    const id = idOf(element);
    const isBlank = element.type === paragraphType && element.content.size === 0;
    const owner = owners.get(id);
    if (id !== "" && (!owner || (owner.isBlank && !isBlank))) owners.set(id, { offset, isBlank });
  });
  return new Map([...owners].map(([id, { offset }]) => [id, offset]));
}

function settleQuotes(
  tr: Transaction,
  paragraph: Node,
  offset: number,
  taken: Set<string>,
  onQuoteCopied: OnQuoteCopied,
): void {
  for (const { id, start, end } of quotesOf(paragraph)) {
    const [from, to] = [offset + 1 + start, offset + 1 + end];
    const isTaken = taken.has(id);
    const own = isTaken ? makeId() : id;
    if (isTaken) {
      onQuoteCopied(id, own);
      tr.removeMark(from, to, quoteType.create({ id }));
    }
    taken.add(own);
    if (isTaken || !isWhole(paragraph, { id, start, end })) tr.addMark(from, to, quoteType.create({ id: own }));
  }
}

function isWhole(
  paragraph: Node,
  { id, start, end }: { readonly id: string; readonly start: number; readonly end: number },
): boolean {
  let whole = true;
  paragraph.nodesBetween(start, end, (node) => {
    whole &&= node.marks.some((mark) => mark.type === quoteType && idOf(mark) === id);
  });
  return whole;
}

/** Replaces the ids of what is pasted where the document has them already. */
class PastedIds {
  readonly #taken = new Set<string>();
  readonly #copies = new Map<string, string>();

  constructor(
    doc: Node,
    readonly onQuoteCopied: OnQuoteCopied,
  ) {
    doc.forEach((element) => void this.#taken.add(idOf(element)));
    doc.descendants(({ marks }) => {
      for (const mark of marks) if (mark.type === quoteType) this.#taken.add(idOf(mark));
    });
  }

  slice({ content, openStart, openEnd }: Slice): Slice {
    return new Slice(this.#copy(content), openStart, openEnd);
  }

  #copy(content: Fragment): Fragment {
    return Fragment.fromArray(content.content.map((node) => this.#copyNode(node)));
  }

  #copyNode(node: Node): Node {
    const marks = node.marks.map((mark) => this.#copyMark(mark));
    if (node.isText) return node.mark(marks);
    const isTaken = node.type !== postType && this.#taken.has(idOf(node));
    const attrs = isTaken ? { ...node.attrs, id: null } : node.attrs;
    return node.type.create(attrs, node.isLeaf ? null : this.#copy(node.content), marks);
  }

  #copyMark(mark: Mark): Mark {
    const id = idOf(mark);
    if (mark.type !== quoteType || !this.#taken.has(id)) return mark;
    const known = this.#copies.get(id);
    const copy = known ?? makeId();
    if (known === undefined) this.onQuoteCopied(id, copy);
    this.#copies.set(id, copy);
    return quoteType.create({ id: copy });
  }
}
