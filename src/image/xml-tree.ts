import { Parser } from "htmlparser2";

/** An element of an XML document. Namespaces are not resolved: names keep their prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, with white space trimmed at both ends. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Reads an XML document; returns an element around its root. Faults are passed over, and entities are not expanded. */
export function readXml(xml: string): XmlElement {
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenElement[] = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: OpenElement = { name, attributes, children: [], text: "" };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      onclosetag: () => {
        const element = open.pop();
        if (element) element.text = element.text.trim();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return root;
}

/** The elements of a name directly in an element. */
export function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of the first element of a name directly in an element; empty without one. */
export function textIn(parent: XmlElement, name: string): string {
  return childrenNamed(parent, name)[0]?.text ?? "";
}
