import { type DraftParagraph, type DraftQuote, wordsOf } from "./draft-value.js";
import type { Transaction } from "../database/client.js";
import { checkQuoteOfKind, type QuoteCheckResult, SourceText } from "../quote-check/check.js";
import { Breather } from "../lib/breather.js";
import { quotedWordsKey } from "../quote-check/words-key.js";

/** A quote with what follows from its words and its source. */
export interface CheckedQuote {
  readonly paragraph: DraftParagraph;
  readonly quote: DraftQuote;
  readonly text: string;
  readonly check: QuoteCheckResult;
  /** The same for the same words, however they are typed. */
  readonly wordsKey: string;
}

/** Holds every quote of some paragraphs against its source, whose texts are read in one statement. */
export async function checkQuotes(tx: Transaction, paragraphs: readonly DraftParagraph[]): Promise<CheckedQuote[]> {
  const ids = new Set(paragraphs.flatMap(({ quotes }) => quotes.flatMap(({ sourceId }) => sourceId ?? [])));
  const posts =
    ids.size === 0
      ? []
      : await tx.embeddedPost.findMany({ where: { id: { in: [...ids] } }, select: { id: true, text: true } });
  const sources = new Map(posts.map(({ id, text }) => [id, text === null ? null : new SourceText(text)]));
  const checked: CheckedQuote[] = [];
  const breather = new Breather();
  for (const paragraph of paragraphs) {
    for (const quote of paragraph.quotes) {
      const text = wordsOf(paragraph, quote);
      const source = quote.sourceId === null ? null : (sources.get(quote.sourceId) ?? null);
      const check = checkQuoteOfKind(quote.kind, text, source);
      checked.push({ paragraph, quote, text, check, wordsKey: quotedWordsKey(text) });
      await breather.pause();
    }
  }
  return checked;
}
