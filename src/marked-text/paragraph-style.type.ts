import { registerEnumType } from "type-graphql";

/** What a paragraph is in its body. */
export const ParagraphStyle = {
  BODY: "BODY",
  HEADING: "HEADING",
  SUBHEADING: "SUBHEADING",
  BULLET: "BULLET",
  NUMBERED: "NUMBERED",
  BLOCK_QUOTE: "BLOCK_QUOTE",
} as const;
export type ParagraphStyle = keyof typeof ParagraphStyle;
registerEnumType(ParagraphStyle, {
  name: "ParagraphStyle",
  description: "What a paragraph is in its body.",
  valuesConfig: {
    BODY: { description: "Running text; HTML's `p`." },
    HEADING: { description: "A heading within the article; HTML's `h2`." },
    SUBHEADING: { description: "A heading below a heading; HTML's `h3`." },
    BULLET: { description: "An item of a list with bullets. Consecutive items are one list; HTML's `li` in `ul`." },
    NUMBERED: {
      description:
        "An item of a numbered list, without its number. Consecutive items are one list, counted from 1; HTML's `li` in `ol`.",
    },
    BLOCK_QUOTE: { description: "A passage that is quoted as a block of its own; HTML's `p` in `blockquote`." },
  },
});
