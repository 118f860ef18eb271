import { type Draft, type DraftElement, type DraftParagraph, inReadingOrder } from "../draft/draft-value.js";
import type { Mark } from "../marked-text/html.js";
import type { QuoteKind } from "../quote-check/quote-kinds.type.js";

/** A row of a table as a revision's document keeps it: what the columns are called there, they are called here. */
interface HeadRow extends Pick<Draft, "slug" | "headline" | "standfirst" | "byline" | "language"> {
  readonly dateline_text: string | null;
  readonly dateline_place: string | null;
  readonly dateline_on: string | null;
}
interface ParagraphRow {
  readonly id: string;
  readonly position: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}
interface QuoteRow {
  readonly id: string;
  readonly paragraph_id: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly kind: QuoteKind;
  readonly speaker_id: string | null;
  readonly speaker_role: string | null;
  readonly said_on: string | null;
  readonly occasion: string | null;
  readonly source_id: string | null;
  readonly created_at: string;
}

/** The document of a revision, as far as it is read again outside the database. */
export interface RevisionDocument {
  readonly article_head: readonly HeadRow[];
  readonly article_topic: readonly { readonly topic_id: string; readonly position: number }[];
  readonly paragraph: readonly ParagraphRow[];
  readonly placement: readonly { readonly post_id: string; readonly position: number }[];
  readonly quote: readonly QuoteRow[];
  /** What persons, posts and topics were called then, by key. */
  readonly names: Readonly<Record<string, string>>;
}

/** The document of a revision and that of the previous one; null for the first revision. */
export interface ComparedDocuments {
  readonly before: RevisionDocument | null;
  readonly after: RevisionDocument;
}

/** What a revision's article said: a draft without the article's own state. */
export type RevisionText = Omit<Draft, "articleId" | "state" | "version">;

/** The text that a document holds. */
export function textOf(document: RevisionDocument): RevisionText {
  const [head] = document.article_head;
  if (!head) throw new Error("A revision's document has no head.");
  const { slug, headline, standfirst, byline, language } = head;
  const topics = [...document.article_topic].sort((a, b) => a.position - b.position);
  return {
    slug,
    headline,
    standfirst,
    byline,
    language,
    datelineText: head.dateline_text,
    datelinePlace: head.dateline_place,
    datelineOn: head.dateline_on,
    topicIds: topics.map(({ topic_id }) => topic_id),
    body: bodyOf(document),
  };
}

function bodyOf({ paragraph, placement, quote }: RevisionDocument): readonly DraftElement[] {
  const placed: (readonly [number, DraftElement])[] = [
    ...paragraph.map((row) => [row.position, paragraphOf(row, quote)] as const),
    ...placement.map(({ post_id, position }) => [position, { kind: "post", id: post_id }] as const),
  ];
  return placed.sort(([a], [b]) => a - b).map(([, element]) => element);
}

function paragraphOf({ id, text, marks }: ParagraphRow, quotes: readonly QuoteRow[]): DraftParagraph {
  const own = quotes.filter(({ paragraph_id }) => paragraph_id === id);
  return {
    kind: "paragraph",
    id,
    text,
    marks,
    quotes: inReadingOrder(
      own.map((row) => ({
        id: row.id,
        start: row.start_offset,
        end: row.end_offset,
        kind: row.kind,
        speakerId: row.speaker_id,
        speakerRole: row.speaker_role,
        saidOn: row.said_on,
        occasion: row.occasion,
        sourceId: row.source_id,
        createdAt: row.created_at,
      })),
    ),
  };
}
