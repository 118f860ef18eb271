import { checkQuoteOfKind, type QuoteCheckResult, SourceText } from "../../../src/quote-check/check.ts";

/** The text of a source as it was captured; null where the newsroom has none of it. */
export type SourceTexts = ReadonlyMap<string, string | null>;

/**
 * Checks quotes while they are written, by the rules and with the code of the server. A verdict is kept for the words it
 * was made for, so that only the quote that is being changed costs anything.
 */
export class LiveCheck {
  readonly #sources = new Map<string, SourceText>();
  readonly #results = new Map<string, QuoteCheckResult>();

  /** The verdict on words of a kind against the text of a source; null is no source. */
  check(kind: string, words: string, source: string | null): QuoteCheckResult {
    if (source === null) return checkQuoteOfKind(kind, words, null);
    const key = `${kind}\n${words}\n${source}`;
    const known = this.#results.get(key);
    if (known) return known;
    const result = checkQuoteOfKind(kind, words, this.#source(source));
    // The words of a quote that is being written never come again.
    if (this.#results.size > 2_000) this.#results.clear();
    this.#results.set(key, result);
    return result;
  }

  #source(text: string): SourceText {
    const known = this.#sources.get(text) ?? new SourceText(text);
    this.#sources.set(text, known);
    return known;
  }
}
