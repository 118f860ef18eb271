import { registerEnumType } from "type-graphql";

/** How an article renders a statement. */
export const QuoteKind = {
  DIRECT: "DIRECT",
  PARTIAL: "PARTIAL",
  INDIRECT: "INDIRECT",
  TRANSLATED: "TRANSLATED",
} as const;
export type QuoteKind = keyof typeof QuoteKind;
registerEnumType(QuoteKind, {
  name: "QuoteKind",
  description: "How an article reproduces a statement.",
  valuesConfig: {
    DIRECT: { description: "Whole sentences in the speaker's own words, in quotation marks." },
    PARTIAL: { description: "A few of the speaker's own words within a sentence of the article." },
    INDIRECT: { description: "A paraphrase in the article's own words." },
    TRANSLATED: { description: "The speaker's words, translated into another language." },
  },
});

/** The result of the check of a quote against its source. */
export const QuoteVerdict = {
  EXACT: "EXACT",
  MARKED_EDIT: "MARKED_EDIT",
  ALTERED: "ALTERED",
  NOT_FOUND: "NOT_FOUND",
  NOT_COMPARABLE: "NOT_COMPARABLE",
  UNSOURCED: "UNSOURCED",
} as const;
export type QuoteVerdict = keyof typeof QuoteVerdict;
registerEnumType(QuoteVerdict, {
  name: "QuoteVerdict",
  description: "Result of the check of a quote against its source.",
  valuesConfig: {
    EXACT: { description: "Identical word for word." },
    MARKED_EDIT: { description: "It differs only where brackets or an ellipsis mark the change." },
    ALTERED: { description: "Words differ without a mark." },
    NOT_FOUND: { description: "The source contains nothing similar." },
    NOT_COMPARABLE: { description: "A translation, whose words cannot be compared with those of the source." },
    UNSOURCED: { description: "There is no source to check against." },
  },
});

export const DifferenceKind = { ADDED: "ADDED", REMOVED: "REMOVED", CHANGED: "CHANGED" } as const;
export type DifferenceKind = keyof typeof DifferenceKind;
registerEnumType(DifferenceKind, {
  name: "DifferenceKind",
  description: "How two texts differ in one place.",
  valuesConfig: {
    ADDED: { description: "Only the newer text, or the quote, contains it." },
    REMOVED: { description: "Only the older text, or the source, contains it." },
    CHANGED: { description: "Both contain it, with different words." },
  },
});
