import { SaxesParser } from "saxes";
import type { ListedItem } from "../json/items.js";

/** The elements that hold one story each. */
const ITEM = { NEWSML_G2: "newsitem", NITF: "nitf" } as const;

/** The outermost items of a document, each as a document of its own; none when the XML is broken, which its reader says. */
export function listNewsItems(format: keyof typeof ITEM, content: string): readonly ListedItem[] {
  const name = ITEM[format];
  const found: ListedItem[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  let start = 0;
  let line = 1;
  parser.on("error", () => {
    // An entity that is not declared is judged by the reader of the item.
  });
  parser.on("opentagstart", (tag) => {
    if (localName(tag.name) !== name) return;
    depth += 1;
    if (depth > 1) return;
    start = content.lastIndexOf("<", parser.position - 1);
    line = parser.line;
  });
  parser.on("closetag", (tag) => {
    if (localName(tag.name) !== name) return;
    depth -= 1;
    if (depth > 0) return;
    const own = content.slice(start, parser.position);
    found.push({ content: own, line, skipped: isWordless(format, own) ? "item without text" : null });
  });
  parser.write(content).close();
  return format === "NEWSML_G2" ? withPictures(found) : found;
}

/** Each story of a message together with the pictures that it links to, so that it can be read alone. */
function withPictures(items: readonly ListedItem[]): readonly ListedItem[] {
  const pictures = new Map(
    items.flatMap((item) => {
      const guid = item.skipped === null ? undefined : /^<[^>]*?\sguid\s*=\s*["']([^"']+)["']/u.exec(item.content)?.[1];
      return guid === undefined ? [] : [[guid, item] as const];
    }),
  );
  if (pictures.size === 0) return items;
  const linked = new Set<ListedItem>();
  const stories = items.map((item) => {
    if (item.skipped !== null) return item;
    const own = [...new Set(linksOf(item.content).flatMap((guid) => pictures.get(guid) ?? []))];
    for (const picture of own) linked.add(picture);
    const message = [item.content, ...own.map(({ content }) => content)].join("");
    return own.length === 0 ? item : { ...item, content: `<newsMessage>${message}</newsMessage>` };
  });
  return stories.filter((item) => !linked.has(item));
}

function linksOf(item: string): readonly string[] {
  return [...item.matchAll(/\sresidref\s*=\s*["']([^"']{1,500})["']/gu)].flatMap((match) => match[1] ?? []);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

/** A picture or a list; what takes a story back is none of these, though it has no text. */
function isWordless(format: keyof typeof ITEM, item: string): boolean {
  if (format === "NITF") return false;
  return !/<(?:\w+:)?inline(?:XML|Data)[\s>]/iu.test(item) && !/pubStatus[^>]{0,200}(?:cancel|withheld)/iu.test(item);
}
