import { Parser } from "htmlparser2";
import { SaxesParser } from "saxes";
import { CopyError } from "../../story/fault.js";
import { BLOCKS } from "./block-names.js";
import { collapse } from "../document-parts.js";
import { NAMED_CHARACTERS } from "./characters.js";
import { refuseBroken } from "../xml/broken.js";

/** An element of a document; names are in lower case and without a namespace prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/** No story nests its elements deeper; what does is broken or meant to break its reader. */
const MOST_DEPTH = 1000;

/** No page of a story has more elements than this. */
const MOST_ELEMENTS = 200_000;

class TreeBuilder {
  readonly root: Element = { name: "#document", attributes: {}, children: [], line: 1 };
  readonly #open: Element[] = [this.root];
  #count = 0;

  enter(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.#count += 1;
    if (this.#open.length > MOST_DEPTH)
      throw new CopyError(`The elements nest more than ${MOST_DEPTH} deep, which no story does.`, line);
    if (this.#count > MOST_ELEMENTS)
      throw new CopyError(`The document has more than ${MOST_ELEMENTS} elements, which no story has.`, line);
    const element = { name, attributes, children: [], line };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  take(text: string): void {
    this.#open.at(-1)?.children.push(text);
  }

  leave(): void {
    if (this.#open.length > 1) this.#open.pop();
  }
}

/** Counts lines up to offsets that only grow, so that a whole document costs one pass. */
class LineCounter {
  #line = 1;
  #next: number;

  constructor(readonly content: string) {
    this.#next = content.indexOf("\n");
  }

  lineAt(offset: number): number {
    while (this.#next >= 0 && this.#next < offset) {
      this.#line += 1;
      this.#next = this.content.indexOf("\n", this.#next + 1);
    }
    return this.#line;
  }
}

/**
 * Reads HTML, however broken, into a tree. Scripts are text in it that nobody runs. Throws a CopyError when elements
 * nest deeper, or are more, than a story's can be.
 */
export function readHtmlTree(content: string): Element {
  const builder = new TreeBuilder();
  const lines = new LineCounter(content);
  const parser = new Parser({
    onopentag: (name, attributes) => builder.enter(htmlName(name), attributes, lines.lineAt(parser.startIndex)),
    ontext: (text) => builder.take(text),
    onclosetag: () => builder.leave(),
  });
  parser.end(content);
  return builder.root;
}

/**
 * Reads XML into a tree. Entities that a document declares are not expanded, external ones are not fetched, and a
 * reference to one is refused. Throws a CopyError with the line when the XML is not well-formed, cut off, or nests
 * deeper than a story can.
 */
export function readXmlTree(content: string): Element {
  const xml = content.replace(/^\ufeff?\s+(?=<\?xml)/u, "");
  const builder = new TreeBuilder();
  const parser = new SaxesParser({ xmlns: false, position: true });
  // The five that XML names are inherited, which a copy would lose.
  Object.assign(parser.ENTITIES, NAMED_CHARACTERS);
  parser.on("error", (error) => refuseBroken(error, xml, parser));
  parser.on("opentag", ({ name, attributes }) => builder.enter(localName(name), localNames(attributes), parser.line));
  parser.on("text", (text) => builder.take(text));
  parser.on("cdata", (text) => builder.take(text));
  parser.on("closetag", () => builder.leave());
  parser.write(xml).close();
  return builder.root;
}

/** Word marks with prefixed elements of its own what is no paragraph of the text, as with "o:p". */
function htmlName(name: string): string {
  return /^(?:o|w|v|m|st\d)$/iu.test(name.slice(0, Math.max(0, name.indexOf(":"))))
    ? name.toLowerCase()
    : localName(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

/** The elements among the children. */
export function childElements(element: Element): readonly Element[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The element and all in it that pass, in the order of the document; what lies in one that passes is visited too. */
export function findAll(element: Element, passes: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  walk(element, (each) => {
    if (passes(each)) found.push(each);
  });
  return found;
}

/** The elements of this name that lie in no other one of it, in the order of the document. */
export function findOutermost(element: Element, name: string): readonly Element[] {
  return childElements(element).flatMap((child) => (child.name === name ? [child] : findOutermost(child, name)));
}

/** Visits the element and all in it, in the order of the document. */
export function walk(element: Element, visit: (element: Element) => void): void {
  visit(element);
  for (const child of element.children) if (typeof child !== "string") walk(child, visit);
}

/** The first element of this name, or null; the search ends with it. */
export function find(element: Element, name: string): Element | null {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    const found = child.name === name ? child : find(child, name);
    if (found) return found;
  }
  return null;
}

/** Elements whose content is not text to read. */
const UNREADABLE = new Set(
  "script style textarea option noscript iframe noembed noframes title template object svg math audio video select head xml".split(
    " ",
  ),
);

/** Whether an element holds no text to read. */
export function isUnreadable({ name }: Element): boolean {
  return UNREADABLE.has(name);
}

const STRIKES = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*\bline-through\b/iu;

/** Whether an element strikes its words out. */
export function isStruck({ name, attributes }: Element): boolean {
  return (
    name === "del" || name === "s" || name === "strike" || STRIKES.test((attributes["style"] ?? "").slice(0, 2000))
  );
}

/** How the text of an element is put together. */
interface TextOptions {
  /** Whether `br` and the bounds of blocks are line breaks; they are spaces otherwise. */
  readonly keepsLines?: boolean;
  /** What parts two inline elements in a row that only their look keeps apart, such as a name and an office. */
  readonly between?: string;
}

/** The text of an element without the words that are struck out, with its white space collapsed. */
export function elementText(element: Element | null, { keepsLines = false, between = " " }: TextOptions = {}): string {
  if (!element) return "";
  const parts: string[] = [];
  collect(element, parts, keepsLines ? "\n" : " ", between);
  const text = parts.join("");
  if (!keepsLines) return collapse(text);
  return text
    .replace(/[^\S\n]*\n[^\S\n]*/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function collect(element: Element, parts: string[], lineBreak: string, between: string): void {
  let follows = false;
  for (const child of element.children) {
    if (typeof child === "string") parts.push(child.replace(/\s+/gu, " "));
    else if (child.name === "br") parts.push(lineBreak);
    else if (!isUnreadable(child) && !isStruck(child)) collectElement(child, parts, lineBreak, between, follows);
    follows = typeof child !== "string" && isNamed(child, between);
  }
}

function collectElement(child: Element, parts: string[], lineBreak: string, between: string, follows: boolean): void {
  const isBlock = BLOCKS.has(child.name);
  if (isBlock) parts.push(lineBreak);
  const from = parts.length;
  collect(child, parts, lineBreak, between);
  if (isBlock) parts.push(lineBreak);
  else if (follows && isNamed(child, between) && isGlued(parts, from)) parts.splice(from, 0, between);
}

/** Whether an inline element bears a name by which a page may set it apart; in a byline each may be set apart. */
function isNamed({ name, attributes }: Element, between: string): boolean {
  if (BLOCKS.has(name)) return false;
  return between !== " " || "class" in attributes || "itemprop" in attributes || "rel" in attributes;
}

/** Whether two elements in a row are named inline ones, which a page may show apart without a space between them. */
export function areNamed(one: Element | string | undefined, other: Element): boolean {
  return typeof one === "object" && isNamed(one, " ") && isNamed(other, " ");
}

/** Whether a small letter and a capital meet between two texts. */
export function isJoint(before: string, after: string): boolean {
  return /\p{Ll}[.!?:]?$/u.test(before.slice(-2)) && /^\p{Lu}/u.test(after.slice(0, 2));
}

function isGlued(parts: readonly string[], at: number): boolean {
  let [before, after] = [at - 1, at];
  while (before >= 0 && parts[before] === "") before -= 1;
  while (after < parts.length && parts[after] === "") after += 1;
  return isJoint(parts[before] ?? "", parts[after] ?? "");
}

/** The classes of an element. */
export function classesOf({ attributes }: Element): readonly string[] {
  return (attributes["class"] ?? "").slice(0, 2000).split(/\s+/u);
}

/** An attribute without white space around it, null when it is absent or empty. */
export function attribute(element: Element | null, name: string): string | null {
  return element?.attributes[name]?.trim() || null;
}

/** What was counted of an element stays true, for a tree does not change once it is read. */
const sizes = new WeakMap<Element, number>();

/** The characters of text in an element, without white space around each piece; counted once for each. */
export function textSize(element: Element): number {
  const before = sizes.get(element);
  if (before !== undefined) return before;
  let size = 0;
  if (!isUnreadable(element)) {
    for (const child of element.children) size += typeof child === "string" ? child.trim().length : textSize(child);
  }
  sizes.set(element, size);
  return size;
}
