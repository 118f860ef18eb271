import { DomHandler, Element, isTag, isText, type ChildNode } from "domhandler";
import { findAll as findAllIn, findOne } from "domutils";
import { Parser } from "htmlparser2";
import { SaxesParser } from "saxes";
import { CopyError } from "../../story/fault.js";
import { BLOCKS } from "./block-names.js";
import { collapse } from "../document-parts.js";
import { nameCharacters } from "./characters.js";
import { refuseBroken } from "../xml/broken.js";

/*
 * The trees of documents have elements and text only. The names of elements are in lower case, and those of XML without
 * a namespace prefix.
 */

/** No story nests its elements deeper; what does is broken or meant to break its reader. */
const MOST_DEPTH = 1000;

/** No page of a story has more elements than this. */
const MOST_ELEMENTS = 200_000;

/** An element that knows where it begins. */
class PlacedElement extends Element {
  constructor(
    name: string,
    attribs: Record<string, string>,
    /** The line of the document, from 1. */
    readonly line: number,
    children: ChildNode[] = [],
  ) {
    super(name, attribs, children);
  }
}

/** Builds the tree of a document from the events of its parser. */
class TreeBuilder extends DomHandler {
  #count = 0;

  enter(name: string, attributes: Record<string, string>, line: number): void {
    this.#count += 1;
    if (this.tagStack.length > MOST_DEPTH)
      throw new CopyError(`The elements nest more than ${MOST_DEPTH} deep, which no story does.`, line);
    if (this.#count > MOST_ELEMENTS)
      throw new CopyError(`The document has more than ${MOST_ELEMENTS} elements, which no story has.`, line);
    const element = new PlacedElement(name, attributes, line);
    this.addNode(element);
    this.tagStack.push(element);
  }

  /** The document as an element, so that what reads an element reads a document. */
  finish(): Element {
    return new PlacedElement("#document", {}, 1, this.dom);
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
  const counter = new LineCounter(content);
  const parser = new Parser({
    onopentag: (name, attributes) => builder.enter(htmlName(name), attributes, counter.lineAt(parser.startIndex)),
    ontext: (text) => builder.ontext(text),
    onclosetag: () => builder.onclosetag(),
  });
  parser.end(content);
  return builder.finish();
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
  nameCharacters(parser);
  parser.on("error", (error) => refuseBroken(error, xml, parser));
  parser.on("opentag", ({ name, attributes }) => builder.enter(localName(name), localNames(attributes), parser.line));
  parser.on("text", (text) => builder.ontext(text));
  parser.on("cdata", (text) => builder.ontext(text));
  parser.on("closetag", () => builder.onclosetag());
  parser.write(xml).close();
  return builder.finish();
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

/** The line of the document on which an element begins, from 1. */
export function lineOf(element: Element): number {
  return element instanceof PlacedElement ? element.line : 1;
}

/** A copy of an element with other children. */
export function withChildren(element: Element, children: ChildNode[]): Element {
  return new PlacedElement(element.name, element.attribs, lineOf(element), children);
}

/** A copy of an element without some of the elements in it. */
export function without(element: Element, isLeftOut: (element: Element) => boolean): Element {
  const kept = element.children.filter((child) => !isTag(child) || !isLeftOut(child));
  return withChildren(
    element,
    kept.map((child) => (isTag(child) ? without(child, isLeftOut) : child)),
  );
}

/** The elements among the children. */
export function childElements(element: Element): readonly Element[] {
  return element.children.filter(isTag);
}

/** The text that is in the element itself and not in one of its children. */
export function ownText(element: Element | null): string {
  return (element?.children ?? []).map((child) => (isText(child) ? child.data : "")).join("");
}

/** The element around an element, or null. */
export function parentOf({ parent }: Element): Element | null {
  return parent && isTag(parent) ? parent : null;
}

/** The element and all in it that pass, in the order of the document; what is in one that passes is searched too. */
export function findAll(element: Element, passes: (element: Element) => boolean): readonly Element[] {
  return findAllIn(passes, [element]);
}

/** The elements of this name that are in no other one of it, in the order of the document. */
export function findOutermost(element: Element, name: string): readonly Element[] {
  return childElements(element).flatMap((child) => (child.name === name ? [child] : findOutermost(child, name)));
}

/** The first element of this name in an element, or null. */
export function find(element: Element, name: string): Element | null {
  return findOne((each) => each.name === name, element.children);
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
export function isStruck({ name, attribs }: Element): boolean {
  return name === "del" || name === "s" || name === "strike" || STRIKES.test((attribs["style"] ?? "").slice(0, 2000));
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
    if (isText(child)) parts.push(child.data.replace(/\s+/gu, " "));
    else if (isTag(child) && child.name === "br") parts.push(lineBreak);
    else if (isTag(child) && !isUnreadable(child) && !isStruck(child))
      collectElement(child, parts, lineBreak, between, follows);
    follows = isTag(child) && isNamed(child, between);
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

/** Whether an inline element has a name by which a page may set it apart; in a byline each may be set apart. */
function isNamed({ name, attribs }: Element, between: string): boolean {
  if (BLOCKS.has(name)) return false;
  return between !== " " || "class" in attribs || "itemprop" in attribs || "rel" in attribs;
}

/** Whether two elements in a row are named inline ones, which a page may show apart without a space between them. */
export function areNamed(one: ChildNode | undefined, other: Element): boolean {
  return one !== undefined && isTag(one) && isNamed(one, " ") && isNamed(other, " ");
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
export function classesOf({ attribs }: Element): readonly string[] {
  return (attribs["class"] ?? "").slice(0, 2000).split(/\s+/u);
}

/** An attribute without white space around it, null when it is absent or empty. */
export function attribute(element: Element | null, name: string): string | null {
  return element?.attribs[name]?.trim() || null;
}

/** What was counted of an element stays true, for a tree does not change once it is read. */
const sizes = new WeakMap<Element, number>();

/** The characters of text in an element, without white space around each piece; counted once for each. */
export function textSize(element: Element): number {
  const before = sizes.get(element);
  if (before !== undefined) return before;
  let size = 0;
  if (!isUnreadable(element)) {
    for (const child of element.children) {
      if (isText(child)) size += child.data.trim().length;
      else if (isTag(child)) size += textSize(child);
    }
  }
  sizes.set(element, size);
  return size;
}
