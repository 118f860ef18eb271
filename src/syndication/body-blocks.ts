import type { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import { type Attributes, element } from "./markup.js";
import type { SyndicatedElement, SyndicatedParagraph } from "./syndicated.js";

/** The element of a paragraph of each style. */
const ELEMENTS: Readonly<Record<ParagraphStyle, string>> = {
  BODY: "p",
  HEADING: "h2",
  SUBHEADING: "h3",
  BULLET: "li",
  NUMBERED: "li",
  BLOCK_QUOTE: "p",
};

/** The element around consecutive paragraphs of a style. */
const CONTAINERS: Readonly<Partial<Record<ParagraphStyle, string>>> = {
  BULLET: "ul",
  NUMBERED: "ol",
  BLOCK_QUOTE: "blockquote",
};

/** What a body is rendered with. */
export interface BlockRenderers {
  /** The attributes and the content of a paragraph's element. */
  readonly paragraph: (paragraph: SyndicatedParagraph) => { readonly attributes: Attributes; readonly content: string };
  readonly other: (part: Exclude<SyndicatedElement, SyndicatedParagraph>) => string;
}

/** Consecutive parts of a body that are one block: one part, or the items of a list, or the paragraphs of a quotation. */
type Block<Part extends SyndicatedElement = SyndicatedElement> = readonly [Part, ...Part[]];

function containerOf(part: SyndicatedElement): string | undefined {
  return part.kind === "paragraph" ? CONTAINERS[part.style] : undefined;
}

function blocksOf<Part extends SyndicatedElement>(body: readonly Part[]): readonly Block<Part>[] {
  const blocks: Block<Part>[] = [];
  for (const part of body) {
    const last = blocks.at(-1);
    const container = containerOf(part);
    if (last && container !== undefined && containerOf(last[0]) === container) blocks.splice(-1, 1, [...last, part]);
    else blocks.push([part]);
  }
  return blocks;
}

/** The blocks of a body as HTML, in reading order. */
export function renderBlocks(body: readonly SyndicatedElement[], renderers: BlockRenderers): readonly string[] {
  return blocksOf(body).map((block) => {
    const parts = block.map((part) => renderBlockPart(part, renderers));
    const container = containerOf(block[0]);
    return container === undefined ? parts.join("") : element(container, {}, parts.join(""));
  });
}

function renderBlockPart(part: SyndicatedElement, renderers: BlockRenderers): string {
  if (part.kind !== "paragraph") return renderers.other(part);
  const { attributes, content } = renderers.paragraph(part);
  return element(ELEMENTS[part.style], attributes, content);
}

/** The blocks of a body as plain text, in reading order: an item of a list has its bullet or number and is one line. */
export function blockTexts<Part extends SyndicatedElement>(
  body: readonly Part[],
  textOf: (part: Part) => string,
): readonly string[] {
  return blocksOf(body).map((block) => block.map((part, at) => markerOf(part, at) + textOf(part)).join(gapIn(block)));
}

function markerOf(part: SyndicatedElement, at: number): string {
  if (part.kind !== "paragraph") return "";
  if (part.style === "BULLET") return "• ";
  return part.style === "NUMBERED" ? `${at + 1}. ` : "";
}

function gapIn([first]: Block): string {
  return containerOf(first) === "blockquote" ? "\n\n" : "\n";
}
