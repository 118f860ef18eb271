import { type Mark, type Node, Schema } from "prosemirror-model";
import { PARAGRAPH_STYLES, type ParagraphStyle, type QuoteSpan } from "./body.ts";
import { linkIn, PASTED_MARKS, pastedStyle } from "./pasted-styles.ts";

/*
 * The body of an article as the editor holds it. Two choices make the offsets of the API those of the editor:
 * - a line break is a leaf of size 1 and is the one `\n` of the text, so that inside a paragraph the position less the
 *   start of the paragraph is the offset in UTF-16 code units;
 * - a quote is a mark with nothing but an id. What is known of it is kept beside the document, by that id, so that undo
 *   restores words together with their anchor and never an old speaker.
 */

/** The element that shows a paragraph of a style. Lists are flat: each of their points is a paragraph. */
const ELEMENTS: Readonly<Record<ParagraphStyle, string>> = {
  BODY: "p",
  HEADING: "h2",
  SUBHEADING: "h3",
  BLOCK_QUOTE: "blockquote",
  BULLET: "p",
  NUMBERED: "p",
};

function ownParagraph(dom: HTMLElement): { readonly id: string | null; readonly style: ParagraphStyle } {
  const { id = null, paragraph } = dom.dataset;
  return { id, style: PARAGRAPH_STYLES.find((style) => style === paragraph) ?? "BODY" };
}

/** What the attribute of a node of the editor's own says; a fragment of another origin has none. */
function readAttributes(json: string | undefined): Readonly<Record<string, unknown>> | false {
  try {
    const read: unknown = JSON.parse(json ?? "");
    return typeof read === "object" && read !== null ? { ...read } : false;
  } catch {
    return false;
  }
}

/** The schema of the editor's documents. */
export const bodySchema = new Schema({
  nodes: {
    doc: { content: "(paragraph | figure | post)+" },
    paragraph: {
      content: "(text | line_break)*",
      attrs: { id: { default: null }, style: { default: "BODY" } },
      parseDOM: [
        { tag: "[data-paragraph]", getAttrs: ownParagraph, priority: 60 },
        // What a page has around a story, and what is no text.
        { tag: "nav, button, select, textarea, template, svg, iframe, noscript", ignore: true },
        { tag: "h1, h2", getAttrs: () => ({ style: "HEADING" }) },
        { tag: "h3, h4, h5, h6", getAttrs: () => ({ style: "SUBHEADING" }) },
        { tag: "blockquote", getAttrs: () => ({ style: "BLOCK_QUOTE" }) },
        { tag: "p, li, dd, dt, td, th, pre, figcaption, address", getAttrs: (dom) => ({ style: pastedStyle(dom) }) },
      ],
      toDOM: ({ attrs }) => [ELEMENTS[styleOf(attrs)], { "data-id": attrs["id"], "data-paragraph": attrs["style"] }, 0],
    },
    figure: {
      atom: true,
      draggable: true,
      attrs: { id: { default: null }, imageId: {}, caption: { default: null }, alt: { default: "" } },
      parseDOM: [{ tag: "figure[data-figure]", getAttrs: (dom) => readAttributes(dom.dataset["figure"]) }],
      toDOM: ({ attrs }) => ["figure", { "data-figure": JSON.stringify(attrs) }, String(attrs["caption"] ?? "")],
    },
    post: {
      atom: true,
      draggable: true,
      // `made` is the input of a post that the newsroom does not have yet.
      attrs: {
        id: { default: null },
        text: {},
        author: {},
        platform: {},
        postedOn: { default: null },
        language: { default: null },
        made: { default: null },
      },
      parseDOM: [{ tag: "figure[data-post]", getAttrs: (dom) => readAttributes(dom.dataset["post"]) }],
      toDOM: ({ attrs }) => [
        "figure",
        { "data-post": JSON.stringify(attrs), class: "post" },
        ["blockquote", { dir: "auto", ...(attrs["language"] && { lang: attrs["language"] }) }, String(attrs["text"])],
        ["figcaption", [attrs["author"], attrs["platform"], attrs["postedOn"]].filter(Boolean).join(" · ")],
      ],
    },
    line_break: {
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      leafText: () => "\n",
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    text: {},
  },
  // From the outermost to the innermost element.
  marks: {
    quote: {
      attrs: { id: {} },
      // Quotes may be within quotes: marks of different ids are on the same words.
      excludes: "",
      inclusive: false,
      parseDOM: [{ tag: "mark[data-quote]", getAttrs: (dom) => ({ id: dom.dataset["quote"] }) }],
      toDOM: ({ attrs }) => ["mark", { "data-quote": attrs["id"] }, 0],
    },
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (dom) => linkIn(dom) }],
      toDOM: ({ attrs }) => ["a", { href: attrs["href"], rel: "noopener" }, 0],
    },
    strong: { parseDOM: PASTED_MARKS.strong, toDOM: () => ["strong", 0] },
    emphasis: { parseDOM: PASTED_MARKS.emphasis, toDOM: () => ["em", 0] },
  },
});

const { nodes, marks } = bodySchema;
export const paragraphType = nodes.paragraph;
export const figureType = nodes.figure;
export const postType = nodes.post;
export const lineBreakType = nodes.line_break;
export const quoteType = marks.quote;
export const linkType = marks.link;
export const strongType = marks.strong;
export const emphasisType = marks.emphasis;

/** The id that an element or the mark of a quote carries; empty before it has one. */
export function idOf({ attrs }: Node | Mark): string {
  const id: unknown = attrs["id"];
  return typeof id === "string" ? id : "";
}

/** The style among the attributes of a paragraph. */
export function styleOf(attrs: Readonly<Record<string, unknown>>): ParagraphStyle {
  return PARAGRAPH_STYLES.find((style) => style === attrs["style"]) ?? "BODY";
}

interface ReadParagraph {
  readonly text: string;
  readonly quotes: readonly QuoteSpan[];
}

/** Nodes never change: what was read of one is kept for as long as the node is. */
const read = new WeakMap<Node, ReadParagraph>();

function readParagraph(paragraph: Node): ReadParagraph {
  const known = read.get(paragraph);
  if (known) return known;
  const text = paragraph.textBetween(0, paragraph.content.size, null, "\n");
  const found = { text, quotes: findQuotes(paragraph) };
  read.set(paragraph, found);
  return found;
}

/** The text of a paragraph with the offsets that the API counts. */
export function textOf(paragraph: Node): string {
  return readParagraph(paragraph).text;
}

/** The quotes of a paragraph in reading order, the outer before the inner one. Unmarked words between the marked ones belong to it. */
export function quotesOf(paragraph: Node): readonly QuoteSpan[] {
  return readParagraph(paragraph).quotes;
}

function findQuotes(paragraph: Node): readonly QuoteSpan[] {
  const spans = new Map<string, { start: number; end: number }>();
  paragraph.forEach((child, offset) => {
    for (const mark of child.marks) {
      if (mark.type !== quoteType) continue;
      const end = offset + child.nodeSize;
      const span = spans.get(idOf(mark));
      if (span) span.end = end;
      else spans.set(idOf(mark), { start: offset, end });
    }
  });
  return [...spans].map(([id, span]) => ({ id, ...span })).sort((a, b) => a.start - b.start || b.end - a.end);
}
