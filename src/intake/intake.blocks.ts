import { isNoteMark } from "./intake.apparatus.js";
import { framesPosts, isFurniture } from "./intake.furniture.js";
import { collapse, type IntakeBlock, type IntakeRole } from "./intake.parts.js";
import { readEmbed, readEmbedLine } from "./intake.posts.js";
import { attribute, childElements, classesOf, type Element, isUnreadable, textOf, textSize } from "./intake.tree.js";

/** A block together with the element that holds it. */
export interface PlacedBlock {
  readonly block: IntakeBlock;
  readonly element: Element;
  /** The share of its characters that stand in links, from 0 to 1. */
  readonly linkedShare: number;
  /** Whether it is set off from the text as a quotation is. */
  readonly isSetOff: boolean;
}

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  (
    "address article blockquote body center dd details dialog div dl dt fieldset figure form header hgroup hr html li " +
    "main ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 " +
    // What NITF adds.
    "bq block body.content hl2 nitf-table q-block"
  ).split(" "),
);

const SUBHEADS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "hl2"]);

/** What a figure may hold besides a picture and the words under it. */
const FIGURED = new Set(["blockquote", "table", "pre"]);

/** What a figure begins with that stands for a post. */
const ADDRESS = /^https?:\/\/\S{1,2000}$/u;

/** The most characters in a cell of a table of data; a cell with more is there for the layout of a page. */
const LONGEST_CELL = 300;

/** How the text of an element is read. */
export interface BlockOptions {
  /** What is left out; furniture where nothing else is told: navigation, forms, captions and hidden parts. */
  readonly isDropped?: (element: Element, root: Element) => boolean;
  /** Whether blank lines part paragraphs, as in text that its editor has yet to mark up. */
  readonly breaksAtBlankLines?: boolean;
}

/** The running text of an element in reading order, piece by piece, with the posts embedded in it. */
export function readBlocks(root: Element, options: BlockOptions = {}): readonly PlacedBlock[] {
  const reader = new BlockReader(root, options);
  reader.readInto(root, "text");
  reader.flush();
  return reader.placed;
}

/** Whether an element begins a line of its own. */
export function isBlock({ name }: Element): boolean {
  return BLOCKS.has(name);
}

class BlockReader {
  readonly placed: PlacedBlock[] = [];
  #text: string[] = [];
  #holder: Element | null = null;
  #role: IntakeRole = "text";
  #linked = 0;
  #linkDepth = 0;
  #setOffDepth = 0;

  readonly #isDropped: (element: Element, root: Element) => boolean;
  #breaks: boolean;

  constructor(
    readonly root: Element,
    { isDropped = isFurniture, breaksAtBlankLines = false }: BlockOptions,
  ) {
    this.#isDropped = isDropped;
    this.#breaks = breaksAtBlankLines;
  }

  readInto(element: Element, role: IntakeRole): void {
    let breaks = 0;
    for (const child of element.children) {
      if (typeof child === "string") {
        if (child.trim() !== "") breaks = 0;
        this.#takeLines(child, element, role);
      } else if (child.name === "br") {
        breaks += 1;
        if (breaks > 1) this.flush();
        else this.#take(" ", element, role);
      } else {
        breaks = 0;
        this.#readElement(child, role);
      }
    }
  }

  flush(): void {
    const text = collapse(this.#text.join(""));
    if (text !== "" && this.#holder) {
      const own = this.#role === "list" ? text.replace(BULLET, "") : text;
      const post = this.#role === "text" ? readEmbedLine(text, this.#holder) : null;
      const block = post ?? ({ kind: "text", role: this.#role, text: own, line: this.#holder.line } as const);
      this.placed.push({
        block,
        element: this.#holder,
        linkedShare: Math.min(1, this.#linked / text.length),
        isSetOff: this.#setOffDepth > 0,
      });
    }
    this.#text = [];
    this.#holder = null;
    this.#linked = 0;
  }

  #readElement(element: Element, role: IntakeRole): void {
    if (isNoteMark(element)) return;
    const embed = readEmbed(element);
    if (embed) {
      this.flush();
      if (embed.post) this.placed.push({ block: embed.post, element, linkedShare: 0, isSetOff: false });
    } else if (!this.#isDropped(element, this.root)) this.#readContent(element, role);
    else if (framesPosts(element)) this.#readEmbedsIn(element);
  }

  /** What a class calls social or shared may be nothing but the frame around a post. */
  #readEmbedsIn(element: Element): void {
    for (const child of childElements(element)) {
      const embed = readEmbed(child);
      if (embed?.post) {
        this.flush();
        this.placed.push({ block: embed.post, element: child, linkedShare: 0, isSetOff: false });
      } else if (!embed && !isUnreadable(child)) this.#readEmbedsIn(child);
    }
  }

  #readContent(element: Element, role: IntakeRole): void {
    if (element.name === "q") return this.#readQuotation(element, role);
    if (element.name === "a") return this.#readLink(element, role);
    if (!BLOCKS.has(element.name)) return this.readInto(element, role);
    this.flush();
    const setOff = isSetOff(element) ? 1 : 0;
    this.#setOffDepth += setOff;
    this.#readBlock(element, role);
    this.flush();
    this.#setOffDepth -= setOff;
  }

  #readBlock(element: Element, role: IntakeRole): void {
    if (element.name === "tr" && isRowOfData(element)) this.#readRow(element);
    else if (element.name === "figure" && !ADDRESS.test(firstText(element))) this.#readFigure(element, role);
    else if (element.name === "pre") this.#readLines(element, role);
    else this.readInto(element, roleOf(element, role));
  }

  /** Text in which line breaks count. */
  #readLines(element: Element, role: IntakeRole): void {
    const before = this.#breaks;
    this.#breaks = true;
    this.readInto(element, role);
    this.#breaks = before;
  }

  #readLink(element: Element, role: IntakeRole): void {
    const isLink = attribute(element, "href") !== null;
    if (isLink) this.#linkDepth += 1;
    this.readInto(element, role);
    if (isLink) this.#linkDepth -= 1;
  }

  /** Browsers put the marks around a quotation that the markup leaves out. */
  #readQuotation(element: Element, role: IntakeRole): void {
    const isMarked = /^[“„«"‘「]/u.test(firstText(element));
    if (!isMarked) this.#take("“", element, role);
    this.readInto(element, role);
    if (!isMarked) this.#take("”", element, role);
  }

  /** What stands beside a picture are the words under it, whichever element they are in. */
  #readFigure(figure: Element, role: IntakeRole): void {
    for (const child of childElements(figure)) {
      const isText = FIGURED.has(child.name) || readEmbed(child) !== null;
      if (isText) this.#readElement(child, role);
      else if (!this.#isDropped(child, this.root)) this.#readFigure(child, role);
    }
  }

  #readRow(row: Element): void {
    const cells = childElements(row).map((cell) => textOf(cell));
    this.#take(cells.filter((text) => text !== "").join(" | "), row, "text");
  }

  #takeLines(text: string, holder: Element, role: IntakeRole): void {
    const pieces = this.#breaks ? text.split(/\n[^\S\n]*\n/u) : [text];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) this.flush();
      this.#take(piece, holder, role);
    }
  }

  #take(text: string, holder: Element, role: IntakeRole): void {
    if (this.#holder === null && text.trim() !== "") {
      this.#holder = holder;
      this.#role = role;
    }
    if (this.#linkDepth > 0) this.#linked += text.replace(/\s+/gu, " ").length;
    this.#text.push(text);
  }
}

/** The first piece of text in an element; it is looked for no further. */
function firstText(element: Element): string {
  for (const child of element.children) {
    const text = typeof child === "string" ? child.trim() : firstText(child);
    if (text !== "") return text;
  }
  return "";
}

function isRowOfData(row: Element): boolean {
  return childElements(row).length > 1 && childElements(row).every((cell) => textSize(cell) <= LONGEST_CELL);
}

const SET_OFF = /(?:^|[-_])(?:pull-?quotes?|blockquote|quotes?|zitat|cita|citation|highlight)(?:$|[-_])/iu;

function isSetOff(element: Element): boolean {
  if (element.name === "blockquote" || element.name === "figure") return true;
  return attribute(element, "class") !== null && classesOf(element).some((name) => SET_OFF.test(name));
}

/** Word writes an item of a list as a paragraph of its own class, with the bullet in its text. */
const WORD_LIST = /^MsoList/u;
const BULLET = /^[·•▪§]\s+/u;

function roleOf(element: Element, around: IntakeRole): IntakeRole {
  const { name } = element;
  if (SUBHEADS.has(name)) return "subhead";
  const isItem = name === "li" || name === "dd" || classesOf(element).some((each) => WORD_LIST.test(each));
  return isItem ? "list" : around;
}
