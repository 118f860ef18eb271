import { type Element, isTag, isText } from "domhandler";
import { isNoteMark } from "./apparatus.js";
import { BLOCKS } from "./block-names.js";
import { firstText, isRowOfData, isSetOff, roleOf, styleOfBlock, toText } from "./block-text.js";
import { framesPosts, isBoxOfProse, isPageFurniture } from "./furniture.js";
import { type InlineStyle, PLAIN_STYLE, styleWithin } from "./inline.js";
import { collapseMarked, joinRuns, type StyledRun } from "./marked-text.js";
import type { StoryStyle } from "../../story/story-value.js";
import type { DocumentBlock, DocumentRole } from "../document-parts.js";
import { readEmbed, readEmbedLine } from "./embeds/posts.js";
import { isNamedNote, isRaisedNote, lowerText, raiseText } from "./raised.js";
import { areNamed, attribute, childElements, elementText, find, isJoint, isUnreadable, lineOf } from "./tree.js";

/** A block together with the element that holds it. */
export interface PlacedBlock {
  readonly block: DocumentBlock;
  readonly element: Element;
  /** The child of the element in which it begins; -1 where it begins with the element itself. */
  readonly child: number;
  /** The share of its characters that are in links, from 0 to 1. */
  readonly linkedShare: number;
  /** Whether it is set off from the text as a quotation is. */
  readonly isSetOff: boolean;
  /** What was left out in it or right before it. */
  readonly leftOut: readonly LeftOut[];
}

/** Words of a document that are no part of the text that is read from it. */
export interface LeftOut {
  readonly kind: "struck" | "boxed" | "linked" | "lines" | "behind";
  readonly text: string;
  /** The line of the document on which they begin, from 1. */
  readonly line: number;
}

/** What a figure may hold besides a picture and the words under it. */
const FIGURED = new Set(["blockquote", "table", "pre"]);

/** The first text of a figure that embeds a post by its address. */
const ADDRESS = /^https?:\/\/\S{1,2000}$/u;

/** How the text of an element is read. */
export interface BlockOptions {
  /** What is left out; furniture where nothing else is stated: navigation, forms, captions and hidden parts. */
  readonly isDropped?: (element: Element, root: Element) => boolean;
  /** Whether blank lines part paragraphs, as in text that its editor has yet to mark up. */
  readonly breaksAtBlankLines?: boolean;
  /** The address against which relative links are resolved; without one they are no links. */
  readonly base?: string | undefined;
}

/** The running text of an element in reading order, piece by piece, with the posts embedded in it. */
export function readBlocks(root: Element, options: BlockOptions = {}): readonly PlacedBlock[] {
  const reader = new BlockReader(root, options);
  reader.readInto(root, "text");
  reader.flush();
  return reader.finish();
}

/** Whether an element begins a line of its own. */
export function isBlock({ name }: Element): boolean {
  return BLOCKS.has(name);
}

class BlockReader {
  readonly placed: PlacedBlock[] = [];
  #runs: StyledRun[] = [];
  #style: InlineStyle = PLAIN_STYLE;
  #leftOut: LeftOut[] = [];
  #holder: Element | null = null;
  #child = -1;
  #role: DocumentRole = "text";
  #blockStyle: StoryStyle = "BODY";
  #linked = 0;
  #linkDepth = 0;
  #setOffDepth = 0;

  readonly #isDropped: (element: Element, root: Element) => boolean;
  readonly #base: string | undefined;
  #breaks: boolean;

  constructor(
    readonly root: Element,
    { isDropped = isPageFurniture, breaksAtBlankLines = false, base }: BlockOptions,
  ) {
    this.#isDropped = isDropped;
    this.#base = base;
    this.#breaks = breaksAtBlankLines;
  }

  readInto(element: Element, role: DocumentRole): void {
    let breaks = 0;
    for (const [index, child] of element.children.entries()) {
      if (isText(child)) {
        if (child.data.trim() !== "") breaks = 0;
        this.#takeLines(child.data, element, role, index);
      } else if (isTag(child) && child.name === "br") {
        breaks += 1;
        if (breaks > 1) this.flush();
        else this.#take(" ", element, role);
      } else if (isTag(child)) {
        breaks = 0;
        if (role === "subhead" && areNamed(element.children[index - 1], child)) this.#part(child, element);
        this.#readElement(child, role);
      }
    }
  }

  /** A kicker and a headline in one heading are apart, though only their look says so. */
  #part(next: Element, heading: Element): void {
    if (isJoint(this.#runs.at(-1)?.text ?? "", firstText(next))) this.#take(" ", heading, "subhead");
  }

  flush(): void {
    const marked = collapseMarked(joinRuns(this.#runs));
    if (marked.text !== "" && this.#holder) {
      const post = this.#role === "text" ? readEmbedLine(marked.text, this.#holder) : null;
      const block = post ?? toText(marked, this.#role, this.#styleOfText(), lineOf(this.#holder));
      this.#place(block, this.#holder, Math.min(1, this.#linked / marked.text.length), this.#child);
    }
    this.#runs = [];
    this.#holder = null;
    this.#linked = 0;
  }

  /** A list of definitions or a bullet of Word is an item without a list around it; a list may frame what is no item. */
  #styleOfText(): StoryStyle {
    const isItem = this.#blockStyle === "BULLET" || this.#blockStyle === "NUMBERED";
    if (this.#role === "list") return isItem ? this.#blockStyle : "BULLET";
    return isItem ? "BODY" : this.#blockStyle;
  }

  /** What was read; words that were left out behind the last block belong to it. */
  finish(): readonly PlacedBlock[] {
    const last = this.placed.pop();
    if (last) this.placed.push({ ...last, leftOut: [...last.leftOut, ...this.#leftOut] });
    return this.placed;
  }

  #place(block: DocumentBlock, element: Element, linkedShare = 0, child = -1): void {
    const isSetOff = block.kind === "text" && this.#setOffDepth > 0;
    this.placed.push({ block, element, child, linkedShare, isSetOff, leftOut: this.#leftOut });
    this.#leftOut = [];
  }

  #readElement(element: Element, role: DocumentRole): void {
    if (isNoteMark(element)) return;
    const embed = readEmbed(element);
    if (embed) {
      this.flush();
      if (embed.post) this.#place(embed.post, element);
    } else if (!this.#isDropped(element, this.root)) this.#readContent(element, role);
    else if (framesPosts(element)) this.#readEmbedsIn(element);
    else if (isBoxOfProse(element)) this.#leaveOut(element, "boxed");
  }

  /** What a class calls social or shared may be nothing but the frame around a post. */
  #readEmbedsIn(element: Element): void {
    for (const child of childElements(element)) {
      const embed = readEmbed(child);
      if (embed?.post) {
        this.flush();
        this.#place(embed.post, child);
      } else if (!embed && !isUnreadable(child)) this.#readEmbedsIn(child);
    }
  }

  #readContent(element: Element, role: DocumentRole): void {
    const around = this.#style;
    this.#style = styleWithin(element.name, element.attribs, around, this.#base);
    if (this.#style.isStruck) this.#leaveOut(element, "struck");
    else if (!this.#style.isIgnored) this.#readShown(element, role, around);
    this.#style = around;
  }

  #leaveOut(element: Element, kind: LeftOut["kind"]): void {
    const text = elementText(element);
    if (text !== "") this.#leftOut.push({ kind, text, line: lineOf(element) });
  }

  #readShown(element: Element, role: DocumentRole, around: InlineStyle): void {
    if (this.#style.position !== around.position) return this.#readOffLine(element, role);
    if (element.name === "q") return this.#readQuotation(element, role);
    if (element.name === "a") return this.#readLink(element, role);
    if (!BLOCKS.has(element.name)) return this.readInto(element, role);
    this.flush();
    const setOff = isSetOff(element) ? 1 : 0;
    const style = this.#blockStyle;
    this.#setOffDepth += setOff;
    this.#blockStyle = styleOfBlock(element, roleOf(element, role), style);
    this.#readBlock(element, role);
    this.flush();
    this.#blockStyle = style;
    this.#setOffDepth -= setOff;
  }

  /** Raised and lowered text, as it is written on the line. */
  #readOffLine(element: Element, role: DocumentRole): void {
    const isRaised = this.#style.position === "raised";
    const text = elementText(element);
    const before = this.#runs.at(-1)?.text ?? "";
    if (text === "" || (isRaised && (isRaisedNote(text, before) || isNamedNote(element.attribs["class"], text))))
      return;
    const link = find(element, "a");
    if (link) this.#style = styleWithin("a", link.attribs, this.#style, this.#base);
    this.#take(isRaised ? raiseText(text) : lowerText(text), element, role);
  }

  #readBlock(element: Element, role: DocumentRole): void {
    if (element.name === "tr" && isRowOfData(element)) this.#readRow(element);
    else if (element.name === "figure" && !ADDRESS.test(firstText(element))) this.#readFigure(element, role);
    else if (element.name === "pre") this.#readLines(element, role);
    else this.readInto(element, roleOf(element, role));
  }

  /** Text in which line breaks count. */
  #readLines(element: Element, role: DocumentRole): void {
    const before = this.#breaks;
    this.#breaks = true;
    this.readInto(element, role);
    this.#breaks = before;
  }

  #readLink(element: Element, role: DocumentRole): void {
    const isLink = attribute(element, "href") !== null;
    if (isLink) this.#linkDepth += 1;
    this.readInto(element, role);
    if (isLink) this.#linkDepth -= 1;
  }

  /** Browsers put the marks around a quotation that the markup leaves out. */
  #readQuotation(element: Element, role: DocumentRole): void {
    const isMarked = /^[“„«"‘「]/u.test(firstText(element));
    if (!isMarked) this.#take("“", element, role);
    this.readInto(element, role);
    if (!isMarked) this.#take("”", element, role);
  }

  /** The words beside a picture are those under it, whichever element they are in. */
  #readFigure(figure: Element, role: DocumentRole): void {
    for (const child of childElements(figure)) {
      const isShown = FIGURED.has(child.name) || readEmbed(child) !== null;
      if (isShown) this.#readElement(child, role);
      else if (!this.#isDropped(child, this.root)) this.#readFigure(child, role);
    }
  }

  #readRow(row: Element): void {
    const cells = childElements(row).filter((cell) => elementText(cell) !== "");
    for (const [index, cell] of cells.entries()) {
      if (index > 0) this.#take(" | ", row, "text");
      this.#readCell(cell, row);
    }
  }

  /** The text of a cell with its marks; what is a block in it is parted by a space. */
  #readCell(element: Element, row: Element): void {
    for (const child of element.children) {
      if (isText(child)) this.#take(child.data, row, "text");
      else if (!isTag(child)) continue;
      else if (child.name === "br") this.#take(" ", row, "text");
      else if (!isUnreadable(child) && !isNoteMark(child)) this.#readInCell(child, row);
    }
  }

  #readInCell(child: Element, row: Element): void {
    const around = this.#style;
    this.#style = styleWithin(child.name, child.attribs, around, this.#base);
    const space = BLOCKS.has(child.name) ? " " : "";
    if (this.#style.isStruck) this.#leaveOut(child, "struck");
    else if (this.#style.position !== around.position) this.#readOffLine(child, "text");
    else if (!this.#style.isIgnored) {
      this.#take(space, row, "text");
      this.#readCell(child, row);
      this.#take(space, row, "text");
    }
    this.#style = around;
  }

  #takeLines(text: string, holder: Element, role: DocumentRole, child: number): void {
    const pieces = this.#breaks ? text.split(/\n[^\S\n]*\n/u) : [text];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) this.flush();
      this.#take(piece, holder, role, child);
    }
  }

  #take(text: string, holder: Element, role: DocumentRole, child = -1): void {
    if (this.#holder === null && text.trim() !== "") {
      this.#holder = holder;
      this.#child = child;
      this.#role = role;
    }
    if (this.#linkDepth > 0) this.#linked += text.replace(/\s+/gu, " ").length;
    this.#runs.push({ text, style: this.#style });
  }
}
