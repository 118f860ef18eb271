import { readXml, type XmlElement } from "../xml-tree.js";

/*
 * The metadata of news pictures in XMP (ISO 16684-1), by the properties of the IPTC Photo Metadata Standard. A property is
 * an attribute of a description, an element with a text, or an element with a list of texts or of texts by language.
 */

const PROPERTIES = {
  headline: "photoshop:Headline",
  caption: "dc:description",
  creator: "dc:creator",
  credit: "photoshop:Credit",
  copyright: "dc:rights",
  usageTerms: "xmpRights:UsageTerms",
  alt: "Iptc4xmpCore:AltTextAccessibility",
  takenAt: "photoshop:DateCreated",
  location: "Iptc4xmpCore:Location",
  city: "photoshop:City",
  country: "photoshop:Country",
} as const;
type Property = keyof typeof PROPERTIES;

/** The XMP data of a picture, by property; empty properties are absent. */
export type XmpTexts = Readonly<Partial<Record<Property, string>>>;

/** Reads an XMP packet. What is broken is left out. */
export function readXmp(packet: string): XmpTexts {
  const texts: Partial<Record<Property, string>> = {};
  const descriptions = [...elementsNamed(readXml(packet), "rdf:Description")];
  for (const [name, property] of Object.entries(PROPERTIES)) {
    const found = descriptions.map((description) => textOf(description, property)).find((text) => text !== "");
    if (found !== undefined) texts[name as Property] = found; // Object.entries returns strings.
  }
  return texts;
}

/** Without recursion, because nothing bounds the depth of a packet. */
function* elementsNamed(root: XmlElement, name: string): Generator<XmlElement> {
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.name === name) yield element;
    open.push(...element.children.toReversed());
  }
}

function textOf(description: XmlElement, property: string): string {
  const attribute = description.attributes[property]?.trim();
  if (attribute) return attribute;
  const element = description.children.find((child) => child.name === property);
  if (!element) return "";
  const items = [...elementsNamed(element, "rdf:li")];
  if (items.length === 0) return element.text;
  const isByLanguage = items.some(({ attributes }) => "xml:lang" in attributes);
  // Of texts by language the default counts; a list names several persons.
  if (!isByLanguage)
    return items
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join(", ");
  return (items.find(({ attributes }) => attributes["xml:lang"] === "x-default") ?? items[0])?.text ?? "";
}
