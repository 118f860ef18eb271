import { escapeMarkup } from "../lib/escape-markup.js";
import { renderParagraphHtml } from "../marked-text/html.js";
import { type Mark, normaliseMarks } from "../marked-text/marks.js";
import { element, openTag } from "./markup.js";
import {
  type SyndicatedArticle,
  type SyndicatedParagraph,
  type SyndicatedQuote,
  languageOfQuote,
} from "./syndicated.js";
import { type Voice, languageAttributes, formatNumber, phraseText } from "./voice.js";

/** What may be between the last quoted word and the number that points to the list: marks, stops, brackets. */
const TAIL = /^[\p{Pf}\p{Pi}\p{Pe}"'.,;:!?…،؛؟。、]*/u;

/** Markup that is at one place of a text. */
interface Insertion {
  readonly at: number;
  readonly html: string;
}

/** The id of the number after a quote in the text, where the list of quotes leads back to. */
export function referenceId(quote: SyndicatedQuote): string {
  return `in-text-${quote.id}`;
}

/**
 * A paragraph as HTML with a small number after each quote that leads to the list of quotes. Quoted words in another
 * language carry its `lang` and `dir`. `numbers` contains each quote's place in that list.
 */
export function renderQuotedText(
  article: SyndicatedArticle,
  paragraph: SyndicatedParagraph,
  numbers: ReadonlyMap<SyndicatedQuote, number>,
  voice: Voice,
): string {
  const quotes = [...paragraph.quotes].sort((one, other) => one.start - other.start);
  const insertions = [
    ...foreignWords(article, quotes),
    ...quotes.map((quote, index) => reference(paragraph, quote, quotes[index + 1], numbers, voice)),
  ];
  return weave(paragraph, insertions);
}

/** The bounds of words in another language; none for words inside of an earlier quote, whose element they could cross. */
function foreignWords(article: SyndicatedArticle, quotes: readonly SyndicatedQuote[]): Insertion[] {
  const insertions: Insertion[] = [];
  let done = 0;
  for (const quote of quotes) {
    const attributes = languageAttributes(languageOfQuote(article, quote), article.language);
    if (Object.keys(attributes).length > 0 && quote.start >= done) {
      insertions.push({ at: quote.start, html: openTag("span", attributes) }, { at: quote.end, html: "</span>" });
    }
    done = Math.max(done, quote.end);
  }
  return insertions;
}

function reference(
  { text }: SyndicatedParagraph,
  quote: SyndicatedQuote,
  next: SyndicatedQuote | undefined,
  numbers: ReadonlyMap<SyndicatedQuote, number>,
  voice: Voice,
): Insertion {
  const tail = TAIL.exec(text.slice(quote.end, quote.end + 8))?.[0].length ?? 0;
  const wanted = quote.end + tail;
  const at = next && next.start >= quote.end ? Math.min(wanted, next.start) : wanted;
  const number = formatNumber(voice, numbers.get(quote) ?? 0);
  const label = phraseText(voice.wording.quote, { number });
  const link = element(
    "a",
    { id: referenceId(quote), href: `#${encodeURIComponent(quote.id)}`, "aria-label": label },
    escapeMarkup(number),
  );
  return { at, html: element("sup", {}, link) };
}

/** Closing bounds come first where several are at one place, opening ones last, so that elements nest. */
function rankOf({ html }: Insertion): number {
  if (html.startsWith("</")) return 0;
  return html.startsWith("<sup") ? 1 : 2;
}

function weave({ text, marks }: SyndicatedParagraph, insertions: readonly Insertion[]): string {
  const ordered = [...insertions].sort((one, other) => one.at - other.at || rankOf(one) - rankOf(other));
  const normal = normaliseMarks(text, marks);
  let html = "";
  let done = 0;
  for (const { at, html: inserted } of ordered) {
    html += stretch(text, normal, done, at) + inserted;
    done = Math.max(done, at);
  }
  return html + stretch(text, normal, done, text.length);
}

/** A stretch of a text as HTML, with what its marks cover of it. */
function stretch(text: string, marks: readonly Mark[], start: number, end: number): string {
  if (end <= start) return "";
  const covered = marks.filter((mark) => mark.start < end && mark.end > start);
  const moved = covered.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  return renderParagraphHtml(text.slice(start, end), moved);
}
