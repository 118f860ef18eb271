import { checkQuoteOfKind, type QuoteCheckResult, SourceText } from "../../../src/quote-check/check.ts";

/**
 * Checks quotes while they are written, by the rules and with the code of the server. A verdict is kept for the words it
 * was made for, so that only the quote that is being changed costs anything.
 */
export class LiveCheck {
  readonly #sources = new Map<string, CheckedSource>();

  /** The verdict on words of a kind against the text of a source; null is no source. */
  check(kind: string, words: string, source: string | null): QuoteCheckResult {
    if (source === null) return checkQuoteOfKind(kind, words, null);
    const { text, results } = this.#source(source);
    const key = `${kind} ${words}`;
    const known = results.get(key);
    if (known) return known;
    const result = checkQuoteOfKind(kind, words, text);
    // The words of a quote that is being written never come again.
    if (results.size > 2_000) results.clear();
    results.set(key, result);
    return result;
  }

  #source(text: string): CheckedSource {
    const known = this.#sources.get(text);
    if (known) return known;
    const source = { text: new SourceText(text), results: new Map<string, QuoteCheckResult>() };
    this.#sources.set(text, source);
    return source;
  }
}

/** A source with the verdicts on what was held against it. */
interface CheckedSource {
  readonly text: SourceText;
  readonly results: Map<string, QuoteCheckResult>;
}
