import { SaxesParser } from "saxes";

/** An element as it was read: its name with its prefix, its attributes, its own text and its children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its texts and children, as they follow each other. */
  readonly content: readonly (string | XmlElement)[];
  readonly text: string;
}

interface Opened {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  readonly content: (string | XmlElement)[];
  text: string;
}

/** Reads a document as a conforming XML 1.0 parser does, namespaces included; throws at the first fault. */
export function readXml(document: string): XmlElement {
  const root: Opened = { name: "", attributes: {}, children: [], content: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    open.push({ name, attributes: Object.fromEntries(values), children: [], content: [], text: "" });
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (!last) return;
    last.text += text;
    last.content.push(text);
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (!closed || !parent) return;
    parent.children.push(closed);
    parent.content.push(closed);
  });
  parser.write(document).close();
  const [element] = root.children;
  if (!element) throw new Error("The document has no element.");
  return element;
}

/** Every element of a name within another, in the order of the document. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** The text of the first element of a name, or null without one. */
export function textOf(element: XmlElement, name: string): string | null {
  return findAll(element, name)[0]?.text ?? null;
}

/** The whole text within an element, in its order, without that of elements of one name. */
export function wholeText(element: XmlElement, without = ""): string {
  const parts = element.content.map((part) => {
    if (typeof part === "string") return part;
    return part.name === without ? "" : wholeText(part, without);
  });
  return parts.join("");
}

/** Reads an HTML page strictly: it must be well-formed XML except for its doctype and elements that never have content. */
export function readPage(page: string): XmlElement {
  return readXml(
    page.replace("<!DOCTYPE html>", "").replace(/<(meta|link|br|img)((?: [\w-]+="[^"]*")*)>/gu, "<$1$2/>"),
  );
}
