import type { Element } from "domhandler";
import { nameInAddress, pointAt, type PostAddress, readPostAddress } from "../../../posts/addresses.js";
import { readPostDay } from "../../../posts/days.js";
import { dayOf, type DocumentPost, languageTag } from "../../document-parts.js";
import { attribute, childElements, elementText, findAll, lineOf } from "../tree.js";

/** An account as it is behind its name in a signature. */
const HANDLE = /(?:^|[\s(])(?<handle>@[\w.-]{1,100}(?:@[\w.-]{1,100})?)/u;

/**
 * Reads a post that a page shows as a figure: its words as a quotation, where it has any, and below them who signed it,
 * when, and a link to it. Null for every other element, also for a figure that shows anything else.
 */
export function readFigure(element: Element): DocumentPost | null {
  if (element.name !== "figure") return null;
  const children = childElements(element);
  const caption = children.find(({ name }) => name === "figcaption");
  const quotation = children.find(({ name }) => name === "blockquote") ?? null;
  if (!caption || children.length > (quotation ? 2 : 1)) return null;
  // Below the signature, an archive may say when it captured the post.
  const signature = findAll(caption, ({ name }) => name === "p")[0] ?? caption;
  const address = findAddress(quotation, signature);
  return address && describe(element, quotation, signature, address);
}

function findAddress(quotation: Element | null, signature: Element): PostAddress | null {
  const links = findAll(signature, ({ name }) => name === "a").map((link) => attribute(link, "href"));
  const found = [attribute(quotation, "cite"), ...links].map(readPostAddress);
  return found.find((address) => address !== null) ?? null;
}

function describe(element: Element, quotation: Element | null, signature: Element, address: PostAddress): DocumentPost {
  const line = elementText(signature);
  const handle = HANDLE.exec(line)?.groups?.["handle"]?.replace(/[.-]+$/u, "") ?? address.handle;
  const bold = elementText(findAll(signature, ({ name }) => name === "b" || name === "strong")[0] ?? null);
  const [time] = findAll(signature, ({ name }) => name === "time");
  return {
    ...pointAt(address, lineOf(element)),
    authorName: bold || handle?.slice(1).split("@")[0] || (nameInAddress(address) ?? ""),
    authorHandle: handle,
    text: elementText(quotation, { keepsLines: true }),
    postedOn: time ? (dayOf(attribute(time, "datetime")) ?? readPostDay(elementText(time))?.date ?? null) : null,
    language: languageTag(attribute(quotation, "lang")),
  };
}
