import { type SyndicatedArticle, type SyndicatedQuote, hasSpeakersWords, quotesOf } from "./syndicated.js";

/**
 * What the receiving desk should know, in English, one line each: every correction, then every quote whose words differ
 * from its source or are not found there. Empty when there is nothing to say.
 */
export function editorialNote(article: SyndicatedArticle): string {
  const corrections = article.corrections.map(({ kind, note, correctedAt }) => `${kind} ${correctedAt}: ${note}`);
  const doubts = quotesOf(article).flatMap((quote) => doubtOf(quote) ?? []);
  return [...corrections, ...doubts].join("\n");
}

function doubtOf(quote: SyndicatedQuote): string | null {
  if (!hasSpeakersWords(quote)) return null;
  const speaker = quote.speaker?.name ?? "unnamed";
  if (quote.verdict === "ALTERED") return `QUOTE DIFFERS FROM ITS SOURCE: “${quote.text}” (${speaker})`;
  return quote.verdict === "NOT_FOUND" ? `QUOTE NOT FOUND IN ITS SOURCE: “${quote.text}” (${speaker})` : null;
}
