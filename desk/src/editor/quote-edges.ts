import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { hasComposed, isComposing } from "./composition.ts";
import { paragraphType, quotesOf, quoteType, textOf } from "./schema.ts";

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The end of a quote whose last words are being written again: what is typed on there belongs to it. */
interface OpenEnd {
  readonly id: string;
  readonly at: number;
}

interface Edges {
  /** What was inserted and not judged yet. */
  readonly waiting: readonly Range[];
  readonly openEnd: OpenEnd | null;
}

const key = new PluginKey<Edges>("quote-edges");

const OPENING = /[“„‟"«‹»›「『‘‚']/u;
const CLOSING = /[”“‟"»›«‹」』’‘']/u;
const ANY_MARK = /[“”„‟"«»‹›「」『』‘’‚‛]/u;

/**
 * What is written between the words of a quote and the quotation mark beside them belongs to the words, and so do words that
 * replace its last ones, until the caret is moved. At other ends of quotes nothing does, for the article goes on there.
 *
 * It looks at what transactions inserted, not at keys: input methods insert letters of which no handler of typed text
 * hears. While letters are being composed the document is left alone.
 */
export function quoteEdgesPlugin(): Plugin<Edges> {
  return new Plugin<Edges>({
    key,
    state: {
      init: () => ({ waiting: [], openEnd: null }),
      apply(tr, { waiting, openEnd }) {
        // Only appendTransaction sets it.
        const settled = tr.getMeta(key) as Edges | undefined;
        if (settled) return settled;
        const kept = waiting.map(({ from, to }) => ({ from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) }));
        return {
          waiting: joined([...kept, ...insertedBy(tr)].filter(({ from, to }) => from < to)),
          openEnd: openedBy(tr) ?? keptOpen(tr, openEnd),
        };
      },
    },
    appendTransaction(transactions, _before, state) {
      const edges = key.getState(state);
      if (!edges || edges.waiting.length === 0) return null;
      if (isComposing(transactions) && !hasComposed(transactions)) return null;
      return settleEdges(state, edges);
    },
  });
}

function settleEdges({ tr }: EditorState, edges: Edges): Transaction {
  let { openEnd } = edges;
  for (const range of edges.waiting) {
    widenQuotes(tr, range);
    openEnd = goOn(tr, range, openEnd);
  }
  return tr.setMeta(key, { waiting: [], openEnd } satisfies Edges);
}

function isOwn(tr: Transaction): boolean {
  return tr.getMeta("history$") === undefined && tr.getMeta("addToHistory") !== false;
}

/** Where a transaction inserted something, in its last document; not what undo restores or somebody else wrote. */
function insertedBy(tr: Transaction): readonly Range[] {
  if (!isOwn(tr)) return [];
  return tr.mapping.maps.flatMap((map, at) => {
    const after = tr.mapping.slice(at + 1);
    const ranges: Range[] = [];
    map.forEach((_oldFrom, _oldTo, from, to) => void ranges.push({ from: after.map(from, 1), to: after.map(to, -1) }));
    return ranges;
  });
}

/** The quote whose last words a transaction removed, and where. A quote of which nothing is left is gone. */
function openedBy(tr: Transaction): OpenEnd | null {
  if (!isOwn(tr)) return null;
  let opened: OpenEnd | null = null;
  for (const [step, map] of tr.mapping.maps.entries()) {
    const before = tr.docs[step];
    const after = tr.mapping.slice(step + 1);
    map.forEach((from, to, newFrom) => {
      const id = before ? quoteEndingIn(before, from, to) : null;
      if (id !== null) opened = { id, at: after.map(newFrom, -1) };
    });
  }
  return opened;
}

function quoteEndingIn(doc: Node, from: number, to: number): string | null {
  const $from = doc.resolve(from);
  if (from === to || $from.parent.type !== paragraphType || to > $from.end()) return null;
  const [start, end] = [from - $from.start(), to - $from.start()];
  return quotesOf($from.parent).findLast((quote) => quote.start < start && quote.end === end)?.id ?? null;
}

/** The open end stays while the caret does. */
function keptOpen(tr: Transaction, openEnd: OpenEnd | null): OpenEnd | null {
  if (!openEnd) return null;
  const at = tr.mapping.map(openEnd.at, -1);
  return tr.docChanged || tr.selection.head === at ? { id: openEnd.id, at } : null;
}

/** Composed letters come one by one: ranges that touch are one. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const joint: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = joint.at(-1);
    if (last && range.from <= last.to) joint[joint.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else joint.push(range);
  }
  return joint;
}

function widenQuotes(tr: Transaction, { from, to }: Range): void {
  const $from = tr.doc.resolve(from);
  const paragraph = $from.parent;
  if (paragraph.type !== paragraphType || to > $from.end()) return;
  const text = textOf(paragraph);
  const [start, end] = [from - $from.start(), to - $from.start()];
  if (ANY_MARK.test(text.slice(start, end))) return;
  for (const quote of quotesOf(paragraph)) {
    const isAfterWords = quote.end === start && CLOSING.test(text.charAt(end));
    const isBeforeWords = quote.start === end && OPENING.test(text.charAt(start - 1));
    if (isAfterWords || isBeforeWords) tr.addMark(from, to, quoteType.create({ id: quote.id }));
  }
}

/** Adds what was typed at an open end to its quote, which is then open behind it. A quotation mark closes it. */
function goOn(tr: Transaction, { from, to }: Range, openEnd: OpenEnd | null): OpenEnd | null {
  if (!openEnd || openEnd.at !== from) return null;
  const $from = tr.doc.resolve(from);
  if ($from.parent.type !== paragraphType || to > $from.end()) return null;
  if (ANY_MARK.test($from.parent.textBetween(from - $from.start(), to - $from.start(), null, "\n"))) return null;
  tr.addMark(from, to, quoteType.create({ id: openEnd.id }));
  return { id: openEnd.id, at: to };
}
