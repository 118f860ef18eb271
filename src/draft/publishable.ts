import type { QuoteKind, QuoteVerdict } from "../quote-check/quote-kinds.type.js";

/** What the rules of publishing look at in a text, as it is read from the database: keys are bare, moments and days texts. */
export interface Publishable {
  readonly embargoedUntil: string | null;
  readonly figures: readonly PublishableFigure[];
  /** Only those that an editor should look at, in reading order. */
  readonly quotes: readonly DoubtfulQuote[];
}

/** A figure with its image. */
export interface PublishableFigure {
  readonly id: string;
  readonly imageId: string;
  readonly alt: string | null;
  /** Place in the body; null for the lead image. */
  readonly position: number | null;
  readonly image: { readonly alt: string; readonly credit: string | null; readonly usableUntil: string | null };
}

/** A quote whose words do not hold, cannot be checked, or belong to nobody. */
export interface DoubtfulQuote {
  readonly id: string;
  readonly paragraphId: string;
  /** Place of the paragraph in the body. */
  readonly position: number;
  /** Place in the paragraph. */
  readonly place: number;
  readonly kind: QuoteKind;
  readonly verdict: QuoteVerdict;
  /** Whether it has a speaker, or the role of one. */
  readonly isAttributed: boolean;
}
