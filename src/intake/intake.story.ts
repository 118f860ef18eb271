import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import { type PlacedBlock, readBlocks } from "./intake.blocks.js";
import { readEmbed } from "./intake.posts.js";
import { attribute, type Element, find, findAll, isUnreadable, textOf } from "./intake.tree.js";

/** Pages beyond this are read by their own marks alone, so that the time a page takes stays bounded. */
const MOST_JUDGED_ELEMENTS = 4000;
const MOST_JUDGED_DEPTH = 150;

/** Less than this is no story, but a teaser or a notice. */
const SHORTEST_STORY = 140;

/**
 * The blocks of the story that a whole page holds. The element that the page itself marks as the text of the article is
 * taken where there is one; else Readability judges which blocks are the story; else the largest article, the main part
 * or the whole body is taken.
 */
export function findStory(page: Element): readonly PlacedBlock[] {
  const marked = largest(page, isMarkedBody);
  if (marked) return readBlocks(marked);
  const scope = largest(page, ({ name }) => name === "article") ?? find(page, "main") ?? find(page, "body") ?? page;
  const body = find(page, "body") ?? page;
  const judged = judge(body);
  if (judged === null) return readBlocks(scope);
  const kept = keepJudged(readBlocks(body), judged);
  return sizeOf(kept) >= SHORTEST_STORY ? kept : readBlocks(scope);
}

const BODY_NAMES =
  /^(?:article[-_]*body|article[-_]*content|article[-_]*text|story[-_]*body|story[-_]*content|entry-content|post-content|post-body|articlebody|body-text|rich-text-article|caas-body)$/iu;

function isMarkedBody(element: Element): boolean {
  if (/\barticleBody\b/iu.test(attribute(element, "itemprop") ?? "")) return true;
  const names = (attribute(element, "class") ?? "").slice(0, 1000).split(/\s+/u);
  return names.some((name) => BODY_NAMES.test(name));
}

/** The one of these with the most text, null when none has as much as a story. */
function largest(page: Element, passes: (element: Element) => boolean): Element | null {
  const sizes = measure(page);
  let best: Element | null = null;
  for (const each of findAll(page, passes)) {
    if ((sizes.get(each) ?? 0) > (best ? (sizes.get(best) ?? 0) : SHORTEST_STORY)) best = each;
  }
  return best;
}

/** The characters in each element, all counted in one pass. */
function measure(page: Element): ReadonlyMap<Element, number> {
  const sizes = new Map<Element, number>();
  const visit = (element: Element): number => {
    let size = 0;
    if (!isUnreadable(element) || element.name === "head") {
      for (const child of element.children) size += typeof child === "string" ? child.trim().length : visit(child);
    }
    sizes.set(element, size);
    return size;
  };
  visit(page);
  return sizes;
}

function sizeOf(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((size, { block }) => size + block.text.length, 0);
}

/** Blocks that were judged to be the story, and the posts that stand between them. */
function keepJudged(blocks: readonly PlacedBlock[], judged: ReadonlySet<Element>): readonly PlacedBlock[] {
  const first = blocks.findIndex(({ element }) => judged.has(element));
  const last = blocks.findLastIndex(({ element }) => judged.has(element));
  return blocks.filter(({ block, element }, index) => {
    if (judged.has(element)) return true;
    return block.kind === "post" && index >= first - 1 && index <= last + 1;
  });
}

/** The elements that Readability leaves; null when the page is beyond it, or it finds no story. */
function judge(body: Element): ReadonlySet<Element> | null {
  const numbered: Element[] = [];
  const markup = toMarkup(body, numbered);
  if (markup === null) return null;
  const page = new JSDOMParser().parse(`<html><head><title>-</title></head><body>${markup}</body></html>`);
  const options = { serializer: (node: unknown) => node, charThreshold: SHORTEST_STORY, disableJSONLD: true };
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
      if (typeof child === "string") parts.push(escape(child));
      else return writeElement(child, depth);
      return true;
    });
  };
  const writeElement = (element: Element, depth: number): boolean => {
    const embed = readEmbed(element);
    if (!embed && isUnreadable(element)) return true;
    if (VOID.has(element.name) || !/^[a-z][a-z0-9]*$/u.test(element.name)) return write(element, depth + 1);
    numbered.push(element);
    const name = embed ? "p" : element.name;
    parts.push(`<${name}${attributesOf(element, numbered.length - 1, embed !== null)}>`);
    if (embed) parts.push(escape(textOf(element)));
    else if (!write(element, depth + 1)) return false;
    parts.push(`</${name}>`);
    return true;
  };
  return write(body, 0) ? parts.join("") : null;
}

function attributesOf(element: Element, number: number, isEmbed: boolean): string {
  const told = isEmbed ? [] : ["class", "id", "role", "itemprop", "style", "hidden", "href"];
  const kept = told.flatMap((name) => {
    const value = attribute(element, name);
    return value === null ? [] : [` ${name}="${escape(value.slice(0, 500))}"`];
  });
  return ` data-n="${number}"${kept.join("")}`;
}

function escape(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}
