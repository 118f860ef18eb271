/*
 * The body of an article as the API returns it. The types name what the editor needs of it, so that the model knows
 * nothing of operations; the types of the operations are assignable to them.
 */

/** What a paragraph is in the body. */
export type ParagraphStyle = "BODY" | "HEADING" | "SUBHEADING" | "BLOCK_QUOTE" | "BULLET" | "NUMBERED";

/** All styles, in the order in which menus list them. */
export const PARAGRAPH_STYLES = [
  "BODY",
  "HEADING",
  "SUBHEADING",
  "BLOCK_QUOTE",
  "BULLET",
  "NUMBERED",
] as const satisfies readonly ParagraphStyle[];

/** A link or emphasis on words of a paragraph; UTF-16 code units, the end excluded. */
export interface BodyMark {
  readonly kind: "LINK" | "STRONG" | "EMPHASIS";
  readonly start: number;
  readonly end: number;
  readonly href?: string | null;
}

/** The words of a quote in the text of its paragraph; UTF-16 code units, the end excluded. */
export interface QuoteSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** How the words of a quote are rendered. */
export type KindOfQuote = "DIRECT" | "INDIRECT" | "PARTIAL" | "TRANSLATED";

/** A quote as far as the model reads it. */
export interface BodyQuote extends QuoteSpan {
  readonly kind: KindOfQuote;
  readonly speaker?: { readonly id: string } | null;
  readonly speakerRole?: string | null;
  readonly saidOn?: string | null;
  readonly occasion?: string | null;
  readonly source?: { readonly id: string } | null;
}

/** A paragraph of a body. */
export interface BodyParagraph {
  readonly __typename: "Paragraph";
  readonly id: string;
  readonly style: ParagraphStyle;
  readonly text: string;
  readonly marks: readonly BodyMark[];
  readonly quotes: readonly BodyQuote[];
}

/** A figure of a body. Its texts are those that readers see: its own, or those of the image. */
export interface BodyFigure {
  readonly __typename: "Figure";
  readonly id: string;
  readonly caption?: string | null;
  readonly alt: string;
  readonly image: { readonly id: string };
}

/** A post of a body. */
export interface BodyPost {
  readonly __typename: "EmbeddedPost";
  readonly id: string;
  readonly platform: string;
  readonly authorName: string;
  readonly authorHandle?: string | null;
  readonly postText: string;
  readonly postedOn?: string | null;
  readonly language?: string | null;
}

/** One element of a body. */
export type BodyElement = BodyParagraph | BodyFigure | BodyPost;
