import {
  type Draft,
  type DraftElement,
  type DraftFigure,
  type DraftParagraph,
  type DraftQuote,
  inReadingOrder,
} from "./draft-value.js";
import { headOfRow } from "./head-fields.js";
import { type HeadListRow, type HeadListTable, listsOfDocument } from "./head-lists.js";
import type { Mark } from "../marked-text/html.js";
import type { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import { attributionOfRow } from "./quote-fields.js";

/*
 * An article's text as rows of its tables in JSON. Revisions store this document, and the working draft is loaded as the
 * same document, so that one function turns rows into a draft.
 */

interface ParagraphRow {
  readonly id: string;
  readonly position: number;
  /** Absent in revisions from before there were styles. */
  readonly style?: ParagraphStyle;
  readonly text: string;
  readonly marks: readonly Mark[];
}
interface FigureRow {
  readonly id: string;
  readonly image_id: string;
  /** Null of the lead image. */
  readonly position: number | null;
  readonly caption: string | null;
  readonly alt: string | null;
}
interface QuoteRow extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly paragraph_id: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly created_at: string;
}

/** The rows of one head, by table. Columns have the names that they have in the database. */
export interface DraftDocument extends Readonly<Partial<Record<HeadListTable, readonly HeadListRow[]>>> {
  readonly article_head: readonly Readonly<Record<string, unknown>>[];
  readonly paragraph: readonly ParagraphRow[];
  readonly placement: readonly { readonly post_id: string; readonly position: number }[];
  readonly quote: readonly QuoteRow[];
  /** Absent in revisions from before there were pictures. */
  readonly figure?: readonly FigureRow[];
}

/** The text of a document: a draft without the article's own state. */
export type DraftText = Omit<
  Draft,
  "articleId" | "state" | "version" | "wasPublished" | "embargoedUntil" | "linkedIds"
>;

/** Reads the text of a document. Columns that older documents lack are null. */
export function textOfDocument(document: DraftDocument): DraftText {
  const [head] = document.article_head;
  if (!head) throw new Error("The document has no head.");
  const lead = (document.figure ?? []).find(({ position }) => position === null);
  const parts = { leadImage: lead ? figureOf(lead) : null, body: bodyOf(document) };
  return { ...headOfRow(head), ...listsOfDocument(document), ...parts };
}

function bodyOf({ paragraph, placement, quote, figure = [] }: DraftDocument): readonly DraftElement[] {
  const quotes = new Map<string, QuoteRow[]>();
  for (const row of quote) {
    const own = quotes.get(row.paragraph_id);
    if (own) own.push(row);
    else quotes.set(row.paragraph_id, [row]);
  }
  const placed: (readonly [number, DraftElement])[] = [
    ...paragraph.map((row) => [row.position, paragraphOf(row, quotes.get(row.id) ?? [])] as const),
    ...placement.map(({ post_id, position }) => [position, { kind: "post", id: post_id }] as const),
    ...figure.flatMap((row) => (row.position === null ? [] : [[row.position, figureOf(row)] as const])),
  ];
  return placed.sort(([a], [b]) => a - b).map(([, element]) => element);
}

function paragraphOf({ id, style = "BODY", text, marks }: ParagraphRow, quotes: readonly QuoteRow[]): DraftParagraph {
  return { kind: "paragraph", id, style, text, marks, quotes: inReadingOrder(quotes.map(quoteOf)) };
}

function figureOf({ id, image_id, caption, alt }: FigureRow): DraftFigure {
  return { kind: "figure", id, imageId: image_id, caption, alt };
}

function quoteOf(row: QuoteRow): DraftQuote {
  return {
    id: row.id,
    start: row.start_offset,
    end: row.end_offset,
    ...attributionOfRow(row),
    createdAt: row.created_at,
  };
}
