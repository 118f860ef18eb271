import type { ReadParagraph, SpeakerPhrase } from "../phrases/speaker-phrases.js";

/** How a quotation was tied to its speaker where it is. */
export type AttributionRule =
  | "after"
  | "inverted"
  | "reportingClause"
  | "source"
  | "trailing"
  | "before"
  | "label"
  | "subject"
  | "possessive";

/** The speaker of a quotation as its own sentence names them. */
export interface Attribution {
  readonly phrase: SpeakerPhrase;
  readonly rule: AttributionRule;
  /** The verb or particle that ties them, as it is; empty when there is none. */
  readonly cue: string;
  /** Whether nothing but a comma, colon or "that" is between the tie and the quotation. */
  readonly isTight: boolean;
  readonly confidence: number;
}

/** An attribution with the paragraph it is in, which may be another than the quotation's. */
export interface PlacedAttribution extends Attribution {
  readonly paragraph: number;
}

/** Where a quotation is: a quoted stretch of a paragraph. */
export interface QuoteSite {
  readonly paragraph: number;
  readonly span: number;
  /** The index of its token, or of the first of its tokens where reporting clauses interrupt it. */
  readonly token: number;
}

/** The last token of the quotation that begins at a token: itself, or what its reporting clauses leave of it. */
export function lastOfSpan({ tokens }: ReadParagraph, quote: number): number {
  const span = tokens[quote]?.span ?? -1;
  if (span < 0) return quote;
  let last = quote;
  while (tokens[last + 1]?.span === span) last++;
  return last;
}

/** Whether the quoted words end as a sentence that goes on: with a comma, a dash, a question or exclamation mark. */
export function endsOpen(paragraph: ReadParagraph, quote: number): boolean {
  const next = paragraph.tokens[quote + 1];
  return /[,،?!؟—–-]$/u.test(lastWords(paragraph, quote)) || /^[,–—-]$/u.test(next?.text ?? "");
}

/** Whether the quoted words end with a full stop. */
export function endsFull(paragraph: ReadParagraph, quote: number): boolean {
  return /[.…]$/u.test(lastWords(paragraph, quote));
}

/** The last characters of a quotation without its closing marks. */
export function lastWords(paragraph: ReadParagraph, quote: number): string {
  const token = paragraph.tokens[quote];
  if (!token) return "";
  return paragraph.text.slice(Math.max(token.start, token.end - 6), token.end).replace(/[\s'"”»“’]+$/u, "");
}

/** The token behind a quotation and the comma, the dash or both that follow it. */
export function behindMarks({ tokens }: ReadParagraph, quote: number): number {
  if (!/^[,.;–—'’"”-]$/u.test(tokens[quote + 1]?.text ?? "")) return quote + 1;
  const hasBoth = tokens[quote + 1]?.text === "," && /^[–—-]$/u.test(tokens[quote + 2]?.text ?? "");
  return hasBoth ? quote + 3 : quote + 2;
}
