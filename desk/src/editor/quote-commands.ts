import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import type { QuoteSpan } from "./body.ts";
import { makeId } from "./ids.ts";
import { selectedWords, type Stretch } from "./quote-words.ts";
import { paragraphType, quotesOf, quoteType, textOf } from "./schema.ts";

/** A quote with its place in the document, in positions. */
export interface PlacedQuote extends QuoteSpan {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Every quote of the document, in reading order. */
export function placedQuotes({ doc }: Pick<EditorState, "doc">): readonly PlacedQuote[] {
  const placed: PlacedQuote[] = [];
  doc.forEach((element, offset) => {
    if (element.type !== paragraphType) return;
    const text = textOf(element);
    for (const span of quotesOf(element)) {
      const { start, end } = span;
      placed.push({ ...span, from: offset + 1 + start, to: offset + 1 + end, words: text.slice(start, end) });
    }
  });
  return placed;
}

/** The innermost quote around the caret, or null. */
export function quoteAtCaret({ selection: { $head } }: EditorState): string | null {
  if ($head.parent.type !== paragraphType) return null;
  const at = $head.parentOffset;
  return quotesOf($head.parent).findLast(({ start, end }) => start <= at && at <= end)?.id ?? null;
}

/** The quote of which a selection is other words: it goes beyond them, and is not around them on both sides. */
function replacedQuote(quotes: readonly QuoteSpan[], { start, end }: Stretch): QuoteSpan | null {
  const touched = quotes.filter((quote) => quote.start < end && start < quote.end);
  const [only] = touched;
  if (!only || touched.length > 1) return null;
  const isWithin = only.start <= start && end <= only.end;
  const isAround = start < only.start && only.end < end;
  return isWithin || isAround ? null : only;
}

/**
 * Marks the selected words as a quote: within one paragraph, and only where there are words. `onMade` gets its id. Words that
 * begin or end with those of a quote, or cross them, become the words of that quote, with what is known of it.
 */
export function markQuote(onMade: (id: string) => void): Command {
  return ({ selection: { $from, $to, empty }, tr }, dispatch) => {
    if (empty || !$from.sameParent($to) || $from.parent.type !== paragraphType) return false;
    const words = selectedWords(textOf($from.parent), { start: $from.parentOffset, end: $to.parentOffset });
    const others = quotesOf($from.parent);
    if (!words || others.some(({ start, end }) => start === words.start && end === words.end)) return false;
    if (!dispatch) return true;
    const replaced = replacedQuote(others, words);
    const id = replaced?.id ?? makeId();
    const start = $from.start();
    if (replaced) tr.removeMark(start + replaced.start, start + replaced.end, quoteType.create({ id }));
    tr.addMark(start + words.start, start + words.end, quoteType.create({ id }));
    // The caret is at the quote afterwards, so that its facts are what is asked for; nothing is selected that typing replaces.
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start + words.end)));
    if (!replaced) onMade(id);
    return true;
  };
}

function findQuote(state: EditorState, id: string): PlacedQuote | undefined {
  return placedQuotes(state).find((quote) => quote.id === id);
}

/** Removes a quote; its words stay. */
export function unmarkQuote(id: string): Command {
  return (state, dispatch) => {
    const quote = findQuote(state, id);
    if (quote && dispatch) dispatch(state.tr.removeMark(quote.from, quote.to, quoteType.create({ id })));
    return quote !== undefined;
  };
}

/** Selects the words of a quote and scrolls to them. */
export function selectQuote(id: string): Command {
  return (state, dispatch) => {
    const quote = findQuote(state, id);
    if (!quote || !dispatch) return quote !== undefined;
    dispatch(state.tr.setSelection(TextSelection.create(state.doc, quote.from, quote.to)).scrollIntoView());
    return true;
  };
}
