import { escapeMarkup } from "../lib/escape-markup.js";
import { element } from "./markup.js";
import { namePost } from "./post-figure.js";
import { referenceId } from "./reading-page.text.js";
import {
  type SyndicatedArticle,
  type SyndicatedDifference,
  type SyndicatedPost,
  type SyndicatedQuote,
  hasSpeakersWords,
  languageOfQuote,
  sourceOf,
} from "./syndicated.js";
import {
  type Voice,
  languageAttributes,
  renderPhrase,
  formatNumber,
  phraseText,
  formatShare,
  timeOfDay,
} from "./voice.js";

/**
 * The list of everything quoted: the words, who said them in which office, when and where, how they compare with their
 * source, and where they differ. Each entry leads back to its place in the text and on to its source.
 */
export function renderQuotes(
  article: SyndicatedArticle,
  numbers: ReadonlyMap<SyndicatedQuote, number>,
  voice: Voice,
): string {
  if (numbers.size === 0) return "";
  const heading = element("h2", { id: "quotes" }, renderPhrase(voice, voice.wording.quoted));
  const items = [...numbers].map(([quote, number]) => renderQuote(article, quote, number, voice));
  const list = element("ol", { class: "quotes" }, items.join(""));
  return element("section", { "aria-labelledby": "quotes" }, heading + list);
}

function renderQuote(article: SyndicatedArticle, quote: SyndicatedQuote, number: number, voice: Voice): string {
  const source = sourceOf(article, quote);
  const parts = [
    backLink(quote, number, voice),
    element("blockquote", {}, quotedWords(article, quote)),
    element("p", {}, circumstances(quote, voice)),
    element("p", { class: "verdict", "data-verdict": verdictClass(quote) }, comparison(quote, source, voice)),
    renderDifferences(article, quote, source, voice),
  ];
  return element("li", { id: quote.id }, parts.join(""));
}

function backLink(quote: SyndicatedQuote, number: number, voice: Voice): string {
  const shown = formatNumber(voice, number);
  const label = phraseText(voice.wording.quoteInText, { number: shown });
  const attributes = { class: "number", href: `#${encodeURIComponent(referenceId(quote))}`, "aria-label": label };
  return element("a", attributes, escapeMarkup(shown));
}

/**
 * Words in quotation marks, except for those that are the article's and not the speaker's. Language and direction are on
 * the words and not on their block, so that the list keeps one edge.
 */
function quotedWords(article: SyndicatedArticle, quote: SyndicatedQuote): string {
  const words = escapeMarkup(quote.text);
  const attributes = languageAttributes(languageOfQuote(article, quote), article.language);
  return element("p", {}, quote.kind === "INDIRECT" ? words : element("q", attributes, words));
}

function circumstances(quote: SyndicatedQuote, voice: Voice): string {
  const isolated = (text: string | null): string => (text === null ? "" : element("bdi", {}, escapeMarkup(text)));
  const name = quote.speaker
    ? element("b", {}, isolated(quote.speaker.name))
    : renderPhrase(voice, voice.wording.unnamed);
  const day = quote.saidOn === null ? "" : timeOfDay(voice, quote.saidOn);
  return [name, isolated(quote.speakerRole), day, isolated(quote.occasion)].filter((fact) => fact !== "").join(" · ");
}

function verdictClass(quote: SyndicatedQuote): string {
  return hasSpeakersWords(quote) ? quote.verdict : quote.kind;
}

function comparison(quote: SyndicatedQuote, source: SyndicatedPost | null, voice: Voice): string {
  const said = [renderPhrase(voice, verdictOf(quote, voice))];
  if (hasSpeakersWords(quote) && quote.verdict === "ALTERED" && quote.similarity !== null) {
    said.push(renderPhrase(voice, voice.wording.share, { share: escapeMarkup(formatShare(voice, quote.similarity)) }));
  }
  if (source) {
    const link = element("a", { href: `#${encodeURIComponent(source.id)}` }, namePost(source, voice));
    said.push(renderPhrase(voice, voice.wording.source, { source: link }));
  }
  return said.join(" · ");
}

function verdictOf(quote: SyndicatedQuote, { wording }: Voice): string {
  if (quote.kind === "INDIRECT") return wording.paraphrase;
  return quote.kind === "TRANSLATED" ? wording.translation : wording.verdicts[quote.verdict];
}

function renderDifferences(
  article: SyndicatedArticle,
  quote: SyndicatedQuote,
  source: SyndicatedPost | null,
  voice: Voice,
): string {
  if (!hasSpeakersWords(quote) || quote.differences.length === 0) return "";
  const quotedIn = languageOfQuote(article, quote);
  const originalIn = source?.language ?? quotedIn;
  const items = quote.differences.map((difference) =>
    element("li", {}, renderDifference(difference, quotedIn, originalIn, voice)),
  );
  return element("ul", { class: "differences" }, items.join(""));
}

function renderDifference(
  { kind, quoted, original }: SyndicatedDifference,
  quotedIn: string,
  originalIn: string,
  voice: Voice,
): string {
  const words = (text: string | null, language: string): string =>
    element("q", languageAttributes(language, voice.language), escapeMarkup(text ?? ""));
  const values = { quoted: words(quoted, quotedIn), original: words(original, originalIn) };
  return renderPhrase(voice, voice.wording.differences[kind], values);
}
