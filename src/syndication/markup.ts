import { escapeMarkup } from "../lib/escape-markup.js";

/**
 * Characters that XML 1.0 forbids (fifth edition, production 2) or discourages, and that HTML counts as errors: controls
 * except for tab and line ends, halves of surrogate pairs, noncharacters.
 */
const UNFIT = /(?![\t\n\r\u0085])[\p{Cc}\p{Cs}\p{NChar}]/gu;

/** Attributes of an element, in order; those that are null are left out. */
export type Attributes = Readonly<Record<string, string | null>>;

/** A text as HTML content with its line breaks kept. */
export function escapeLines(text: string): string {
  return escapeMarkup(text).replaceAll("\n", "<br>");
}

/** An element with attributes, which are escaped, around content that is markup already. */
export function element(name: string, attributes: Attributes, content: string): string {
  return `${openTag(name, attributes)}${content}</${name}>`;
}

/** An element around plain text, which is escaped; nothing for null. */
export function textElement(name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null ? "" : element(name, attributes, escapeMarkup(text));
}

/** The opening tag of an element, or the whole of one that has no content in HTML, such as `meta`. */
export function openTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? "" : ` ${key}="${escapeMarkup(value)}"`,
  );
  return `<${name}${written.join("")}>`;
}

/** A document without the characters that neither XML 1.0 nor HTML allows. */
export function dropUnfit(document: string): string {
  return document.replace(UNFIT, "");
}
