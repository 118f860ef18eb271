import { type Element, isTag, isText } from "domhandler";
import { type StyledText, sliceMarked } from "./marked-text.js";
import type { StoryStyle } from "../../story/story-value.js";
import type { DocumentRole, DocumentText } from "../document-parts.js";
import { attribute, childElements, classesOf, textSize } from "./tree.js";

const SUBHEADS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "hl2"]);

/** The most characters in a cell of a table of data; a cell with more is there for the layout of a page. */
const LONGEST_CELL = 300;

/** A block of text; emphasis of a whole subhead adds nothing to its rank. */
export function toText(marked: StyledText, role: DocumentRole, style: StoryStyle, line: number): DocumentText {
  const bullet = role === "list" ? (BULLET.exec(marked.text)?.[0].length ?? 0) : 0;
  const { text, marks } = bullet === 0 ? marked : sliceMarked(marked, bullet);
  const kept = role === "subhead" ? marks.filter(({ kind }) => kind !== "strong") : marks;
  return { kind: "text", role, style, text, line, ...(kept.length > 0 ? { marks: kept } : {}) };
}

/** The first piece of text in an element; it is looked for no further. */
export function firstText(element: Element): string {
  for (const child of element.children) {
    const text = isText(child) ? child.data.trim() : isTag(child) ? firstText(child) : "";
    if (text !== "") return text;
  }
  return "";
}

/** Whether a row of a table holds data, and is not there for the layout of a page. */
export function isRowOfData(row: Element): boolean {
  return childElements(row).length > 1 && childElements(row).every((cell) => textSize(cell) <= LONGEST_CELL);
}

const SET_OFF = /(?:^|[-_])(?:pull-?quotes?|blockquote|quotes?|zitat|cita|citation|highlight)(?:$|[-_])/iu;

/** Whether an element is set off from the text as a quotation is. */
export function isSetOff(element: Element): boolean {
  if (element.name === "blockquote" || element.name === "figure") return true;
  return attribute(element, "class") !== null && classesOf(element).some((name) => SET_OFF.test(name));
}

/** Word writes an item of a list as a paragraph of its own class, with the bullet in its text. */
const WORD_LIST = /^MsoList/u;
const WORD_ITEM = /(?:^|[;\s])mso-list\s*:\s*l\d/iu;
const BULLET = /^[·•▪§]\s+/u;

function styleOf({ attribs }: Element): string {
  return (attribs["style"] ?? "").slice(0, 2000);
}

/** What a heading of each name is in an article, whose headline is above all of them. */
const HEADINGS: Readonly<Record<string, StoryStyle>> = { h1: "HEADING", h2: "HEADING", hl2: "HEADING" };

/** What the blocks in an element are in the body of an article, within a block of another style. */
export function styleOfBlock(element: Element, role: DocumentRole, around: StoryStyle): StoryStyle {
  const { name } = element;
  if (role === "subhead") return HEADINGS[name] ?? (SUBHEADS.has(name) ? "SUBHEADING" : around);
  if (name === "ol") return "NUMBERED";
  if (name === "ul" || (role === "list" && around !== "NUMBERED")) return "BULLET";
  if (name === "blockquote" || name === "bq") return "BLOCK_QUOTE";
  return around;
}

/** What the text of an element is for the reader, within text of another role. */
export function roleOf(element: Element, around: DocumentRole): DocumentRole {
  const { name } = element;
  if (SUBHEADS.has(name)) return "subhead";
  const isWordItem = classesOf(element).some((each) => WORD_LIST.test(each)) || WORD_ITEM.test(styleOf(element));
  const isItem = name === "li" || name === "dd" || isWordItem;
  return isItem ? "list" : around;
}
