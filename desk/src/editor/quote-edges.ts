import { Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { hasComposed, isComposing } from "./composition.ts";
import { paragraphType, quotesOf, quoteType, textOf } from "./schema.ts";

interface Range {
  readonly from: number;
  readonly to: number;
}

const key = new PluginKey<readonly Range[]>("quote-edges");

const OPENING = /[“„‟"«‹»›「『‘‚']/u;
const CLOSING = /[”“‟"»›«‹」』’‘']/u;
const ANY_MARK = /[“”„‟"«»‹›「」『』‘’‚‛]/u;

/**
 * What is written between the words of a quote and the quotation mark beside them belongs to the words. At other ends
 * of quotes it does not, for the article goes on there.
 *
 * It looks at what transactions inserted, not at keys: input methods insert letters of which no handler of typed text
 * hears. While letters are being composed the document is left alone.
 */
export function quoteEdgesPlugin(): Plugin<readonly Range[]> {
  return new Plugin<readonly Range[]>({
    key,
    state: {
      init: () => [],
      apply(tr, waiting) {
        if (tr.getMeta(key) === "done") return [];
        const kept = waiting.map(({ from, to }) => ({ from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) }));
        return joined([...kept, ...insertedBy(tr)].filter(({ from, to }) => from < to));
      },
    },
    appendTransaction(transactions, _before, state) {
      const waiting = key.getState(state) ?? [];
      if (waiting.length === 0 || (isComposing(transactions) && !hasComposed(transactions))) return null;
      const { tr } = state;
      for (const range of waiting) widenQuotes(tr, range);
      return tr.setMeta(key, "done");
    },
  });
}

/** Where a transaction inserted something, in its last document; not what undo restores or somebody else wrote. */
function insertedBy(tr: Transaction): readonly Range[] {
  if (tr.getMeta("history$") !== undefined || tr.getMeta("addToHistory") === false) return [];
  return tr.mapping.maps.flatMap((map, at) => {
    const after = tr.mapping.slice(at + 1);
    const ranges: Range[] = [];
    map.forEach((_oldFrom, _oldTo, from, to) => void ranges.push({ from: after.map(from, 1), to: after.map(to, -1) }));
    return ranges;
  });
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
