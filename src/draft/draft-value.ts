import type { Mark } from "../marked-text/html.js";
import type { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import type { ArticleState } from "./article.type.js";
import type { HeadValues } from "./head-fields.js";
import type { HeadListValues } from "./head-lists.js";
import type { QuoteValues } from "./quote-fields.js";

/*
 * An article's working draft as one value. Every write to an article is: load this value, make another of it by a pure
 * function, save the difference. So no rule about articles needs to know of tables.
 */

/** A quote of a draft. Ids are bare keys. */
export interface DraftQuote extends QuoteValues {
  readonly id: string;
  /** UTF-16 code units into the paragraph's text. */
  readonly start: number;
  /** UTF-16 code units, exclusive. */
  readonly end: number;
  /** When the quote was first recorded; RFC 3339. */
  readonly createdAt: string;
}

/** A paragraph of a draft. */
export interface DraftParagraph {
  readonly kind: "paragraph";
  readonly id: string;
  readonly style: ParagraphStyle;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** In the order of their spans. */
  readonly quotes: readonly DraftQuote[];
}

/** A post placed in a draft; its id is that of the post. */
export interface DraftPost {
  readonly kind: "post";
  readonly id: string;
}

/** An image that a draft shows. Its texts are null where those of the image are shown. */
export interface DraftFigure {
  readonly kind: "figure";
  readonly id: string;
  readonly imageId: string;
  /** The caption in this article: null for that of the image, empty for none. */
  readonly caption: string | null;
  readonly alt: string | null;
}

/** One part of a draft's body. */
export type DraftElement = DraftParagraph | DraftPost | DraftFigure;

/** The head of a draft with its lists: all of it but its parts. */
export type DraftMetadata = HeadValues & HeadListValues;

/** An article's working draft. */
export interface Draft extends DraftMetadata, DraftParts {
  readonly articleId: string;
  readonly state: ArticleState;
  readonly version: number;
  /** Whether readers have ever seen the article. */
  readonly wasPublished: boolean;
  /** No act publishes the article before; null without an embargo. It belongs to the article, not to a version of its text. */
  readonly embargoedUntil: Date | null;
  /** The persons that the text mentions: a mention stays with a person even if others have the name by now. */
  readonly linkedIds: readonly string[];
}

/** The parts of a draft that have ids of their own. */
export interface DraftParts {
  /** The picture that teasers show; null without one. */
  readonly leadImage: DraftFigure | null;
  readonly body: readonly DraftElement[];
}

/** A draft without parts. */
export const NO_PARTS: DraftParts = { leadImage: null, body: [] };

/** All parts of a draft: its lead image, then its body. */
export function partsOf({ leadImage, body }: DraftParts): readonly DraftElement[] {
  return leadImage ? [leadImage, ...body] : body;
}

/** The figures of a draft, the lead image first. */
export function figuresIn(parts: DraftParts): readonly DraftFigure[] {
  return partsOf(parts).filter((part) => part.kind === "figure");
}

/** The paragraphs of a body, in reading order. */
export function paragraphsOf(body: readonly DraftElement[]): readonly DraftParagraph[] {
  return body.filter((element) => element.kind === "paragraph");
}

/** Quotes in the order in which a paragraph lists them: by their start, then the longer one first, then by key. */
export function inReadingOrder<Quote extends Pick<DraftQuote, "id" | "start" | "end">>(
  quotes: readonly Quote[],
): readonly Quote[] {
  return [...quotes].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** The words of a quote in its paragraph. */
export function wordsOf(paragraph: DraftParagraph, quote: DraftQuote): string {
  return paragraph.text.slice(quote.start, quote.end);
}
