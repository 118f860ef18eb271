import type { Element } from "domhandler";
import { attribute, childElements, elementText, find, findAll, ownText } from "./tree.js";

/** Numbers and signs that mark a note, alone or several of them. */
const ONE = "(?:\\p{Nd}{1,3}|[*†‡§¶]{1,3}|[a-z]|\\[[^\\s\\[\\]]{1,8}\\])";
const MARK = new RegExp(`^${ONE}(?:(?:[\\s,;–-]+|(?=\\[))${ONE}){0,5}$`, "u");
/** What leads back from a note into the text. */
const BACK = /^[\s[\]().:]*(?:\p{Nd}{1,3}|[↑↩↵⏎^*†‡§¶][\ufe0e\ufe0f]?|[a-z])?[\s[\]().:]*$/u;
const WITHIN = /#[^\s#]+$/u;

/** Whether an element is nothing but a raised number or sign that leads to a note. */
export function isNoteMark(element: Element): boolean {
  if (element.name !== "sup" && element.name !== "a") return false;
  const sup = element.name === "sup" ? element : find(element, "sup");
  const link = element.name === "a" ? element : find(element, "a");
  if (link === null || !WITHIN.test(attribute(link, "href") ?? "")) return false;
  if (sup === null) return attribute(link, "role") === "doc-noteref" && MARK.test(elementText(element));
  return elementText(sup) === elementText(element) && MARK.test(elementText(element));
}

/**
 * Whether an element holds only the notes to a text: a list whose every item leads back to where it is noted, with the
 * heading over it, or what a reading page names the sources of its quotes.
 */
export function isApparatus(element: Element): boolean {
  const { name } = element;
  if (name === "ol" || name === "ul") return isListOfNotes(element);
  if (name !== "section" && name !== "div") return false;
  if (/^doc-(?:end|foot)notes?$/u.test(attribute(element, "role") ?? "")) return true;
  if (ownText(element).trim() !== "") return false;
  const parts = childElements(element).filter((child) => !/^h[1-6r]$/u.test(child.name));
  if (parts.length === 0) return false;
  const isSources = attribute(element, "aria-labelledby") === "sources" && name === "section";
  return parts.every((part) => isListOfNotes(part) || (isSources && part.name === "figure"));
}

function isListOfNotes(list: Element): boolean {
  if (list.name !== "ol" && list.name !== "ul") return false;
  const items = childElements(list);
  return items.length > 0 && items.every(leadsBack);
}

function leadsBack(item: Element): boolean {
  if (item.name !== "li" || attribute(item, "id") === null) return false;
  const links = findAll(item, ({ name }) => name === "a").filter((link) => attribute(link, "href")?.startsWith("#"));
  return links.some((link) => attribute(link, "role") === "doc-backlink" || BACK.test(elementText(link)));
}
