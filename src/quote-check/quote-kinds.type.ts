import { registerEnumType } from "type-graphql";

/** How an article renders what somebody said. */
export const QuoteKind = {
  DIRECT: "DIRECT",
  PARTIAL: "PARTIAL",
  INDIRECT: "INDIRECT",
  TRANSLATED: "TRANSLATED",
} as const;
export type QuoteKind = keyof typeof QuoteKind;
registerEnumType(QuoteKind, {
  name: "QuoteKind",
  description: "How an article renders what somebody said.",
  valuesConfig: {
    DIRECT: { description: "Whole sentences in the speaker's own words, in quotation marks." },
    PARTIAL: { description: "A few of the speaker's own words within a sentence of the article." },
    INDIRECT: { description: "The sense of what was said, in the article's words." },
    TRANSLATED: { description: "The speaker's words, put into another language." },
  },
});

/** What holding a quote against its source gave. */
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
  description: "What holding a quote against its source gave.",
  valuesConfig: {
    EXACT: { description: "Word for word." },
    MARKED_EDIT: { description: "It differs only where brackets or an ellipsis say so." },
    ALTERED: { description: "Words differ and nothing marks it." },
    NOT_FOUND: { description: "The source holds nothing like it." },
    NOT_COMPARABLE: { description: "A translation, whose words cannot be compared with those of the source." },
    UNSOURCED: { description: "There is no source to check against." },
  },
});

/** How two texts differ in one place. */
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
