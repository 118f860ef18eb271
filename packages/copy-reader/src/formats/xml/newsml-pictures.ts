import type { Element } from "domhandler";
import type { ShownImage } from "../../story/story-value.js";
import { attribute, childElements, elementText, find, findAll, lineOf } from "../page/tree.js";

/** The picture whose file a NewsML-G2 item refers to; none where the item has no file of a picture. */
export function readPictureItem(item: Element): readonly ShownImage[] {
  const set = childElements(item).find(({ name }) => name === "contentset");
  const files = set ? childElements(set).filter(isPictureFile) : [];
  const largest = files.reduce<Element | null>(
    (best, each) => (best && widthOf(best) >= widthOf(each) ? best : each),
    null,
  );
  const url = attribute(largest, "href");
  if (!largest || url === null) return [];
  const isText = files.length < childElements(set ?? item).length;
  // The words of an item with a text are those of the story.
  const words = isText ? { caption: null, credit: null, alt: "" } : readWords(item);
  return [{ url, ...words, isLead: false, line: lineOf(largest) }];
}

function isPictureFile(element: Element): boolean {
  const type = attribute(element, "contenttype") ?? "";
  const isNamed = type === "" && /\.(?:jpe?g|png|webp|avif|gif)$/iu.test(attribute(element, "href") ?? "");
  return element.name === "remotecontent" && (type.startsWith("image/") || isNamed);
}

function widthOf(file: Element): number {
  return Number.parseInt(attribute(file, "width") ?? "", 10) || 0;
}

function readWords(item: Element): Pick<ShownImage, "caption" | "credit" | "alt"> {
  const meta = find(item, "contentmeta") ?? item;
  const described = childElements(meta).filter(({ name }) => name === "description");
  const of = (role: RegExp): string =>
    elementText(described.find((each) => role.test(attribute(each, "role") ?? "")) ?? null);
  const plain = described.find((each) => !/alt|credit|keyword/iu.test(attribute(each, "role") ?? "")) ?? null;
  const credit = ["creditline", "by", "creator", "copyrightnotice"]
    .map((name) => elementText(findAll(item, (each) => each.name === name)[0] ?? null))
    .find((text) => text !== "");
  return { caption: of(/caption/iu) || elementText(plain) || null, credit: credit ?? null, alt: of(/alt/iu) };
}
