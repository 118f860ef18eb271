import { escapeUTF8 } from "entities";
import { type Element, isTag, isText } from "domhandler";
import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import { readEmbed } from "./embeds/posts.js";
import { attribute, elementText, isUnreadable } from "./tree.js";

/** Pages beyond this are read by their own marks alone, so that the time a page takes stays bounded. */
const MOST_JUDGED_ELEMENTS = 4000;
const MOST_JUDGED_DEPTH = 150;

/** The elements that Readability leaves; null when the page is beyond it, or it finds no story. */
export function judge(body: Element, shortest: number): ReadonlySet<Element> | null {
  const numbered: Element[] = [];
  const markup = toMarkup(body, numbered);
  if (markup === null) return null;
  const page = new JSDOMParser().parse(`<html><head><title>-</title></head><body>${markup}</body></html>`);
  const options = { serializer: (node: unknown) => node, charThreshold: shortest, disableJSONLD: true };
  const found = new Readability(page, options).parse();
  return found?.content ? collectKept(found.content, numbered) : null;
}

function collectKept(content: unknown, numbered: readonly Element[]): ReadonlySet<Element> {
  const kept = new Set<Element>();
  const visit = (node: unknown): void => {
    if (!isNode(node)) return;
    const number = node.getAttribute?.("data-n");
    const element = number === undefined ? undefined : numbered[Number(number)];
    if (element) kept.add(element);
    for (const child of node.children ?? []) visit(child);
  };
  visit(content);
  return kept;
}

function isNode(value: unknown): value is JSDOMParser.ParsedNode {
  return typeof value === "object" && value !== null;
}

/** The elements whose names Readability's parser must not see as void. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** The page as well-formed markup in which elements carry numbers; null when it is too large or too deep to be judged. */
function toMarkup(body: Element, numbered: Element[]): string | null {
  const parts: string[] = [];
  const write = (element: Element, depth: number): boolean => {
    if (depth > MOST_JUDGED_DEPTH || numbered.length > MOST_JUDGED_ELEMENTS) return false;
    return element.children.every((child) => {
      if (isText(child)) parts.push(escapeUTF8(child.data));
      return !isTag(child) || writeElement(child, depth);
    });
  };
  const writeElement = (element: Element, depth: number): boolean => {
    const embed = readEmbed(element);
    if (!embed && isUnreadable(element)) return true;
    if (VOID.has(element.name) || !/^[a-z][a-z0-9]*$/u.test(element.name)) return write(element, depth + 1);
    numbered.push(element);
    const name = embed ? "p" : element.name;
    parts.push(`<${name}${attributesOf(element, numbered.length - 1, embed !== null)}>`);
    if (embed) parts.push(escapeUTF8(elementText(element)));
    else if (!write(element, depth + 1)) return false;
    parts.push(`</${name}>`);
    return true;
  };
  return write(body, 0) ? parts.join("") : null;
}

function attributesOf(element: Element, number: number, isEmbed: boolean): string {
  const stated = isEmbed ? [] : ["class", "id", "role", "itemprop", "style", "hidden", "href"];
  const kept = stated.flatMap((name) => {
    const value = attribute(element, name);
    return value === null ? [] : [` ${name}="${escapeUTF8(value.slice(0, 500))}"`];
  });
  return ` data-n="${number}"${kept.join("")}`;
}
