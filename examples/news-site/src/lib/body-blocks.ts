import type { ArticlePageQuery, ParagraphStyle } from "../generated/graphql";

/** A part of a body. */
export type BodyElement = NonNullable<ArticlePageQuery["article"]>["body"][number];

/** A paragraph of a body. */
export type BodyParagraph = Extract<BodyElement, { readonly __typename: "Paragraph" }>;

/** The HTML element around neighbours of a style. */
const CONTAINERS: Readonly<Partial<Record<ParagraphStyle, string>>> = {
  BULLET: "ul",
  NUMBERED: "ol",
  BLOCK_QUOTE: "blockquote",
};

/** The HTML element of a paragraph of each style. */
export const PARAGRAPH_TAGS: Readonly<Record<ParagraphStyle, string>> = {
  BODY: "p",
  HEADING: "h2",
  SUBHEADING: "h3",
  BULLET: "li",
  NUMBERED: "li",
  BLOCK_QUOTE: "p",
};

/** Paragraphs in one list or block quote, or a part that is by itself. */
export type BodyBlock =
  | { readonly container: string; readonly paragraphs: readonly BodyParagraph[] }
  | { readonly container: null; readonly element: BodyElement };

/** The blocks of a body: neighbours that are items of one list, or paragraphs of one block quote, are together. */
export function blocksOf(body: readonly BodyElement[]): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  for (const element of body) {
    const container = element.__typename === "Paragraph" ? CONTAINERS[element.style] : undefined;
    const last = blocks.at(-1);
    if (element.__typename !== "Paragraph" || container === undefined) blocks.push({ container: null, element });
    else if (last?.container === container)
      blocks.splice(-1, 1, { container, paragraphs: [...last.paragraphs, element] });
    else blocks.push({ container, paragraphs: [element] });
  }
  return blocks;
}
