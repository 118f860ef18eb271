import type { Element } from "domhandler";
import type { ShownImage } from "../../story/story-value.js";
import { readEmbed } from "./embeds/posts.js";
import { isPageFurniture } from "./furniture.js";
import { readPictureData } from "./picture-data.js";
import { attribute, childElements, classesOf, elementText, find, findAll, isUnreadable, lineOf } from "./tree.js";

/** A picture together with the element that shows it. */
export interface PlacedImage {
  readonly image: ShownImage;
  readonly element: Element;
}

/** The files that come with a document, by the addresses that it has for them, such as `cid:quay`. */
export type AttachedFiles = ReadonlyMap<string, Uint8Array>;

/** How the pictures of an element are read. */
export interface ImageOptions {
  /** The address against which relative addresses are resolved. */
  readonly base?: string | undefined;
  readonly attached?: AttachedFiles | undefined;
}

/** The pictures in an element, in reading order, without those of its furniture, icons and invisible ones. */
export function readImages(root: Element, options: ImageOptions = {}): readonly PlacedImage[] {
  const found: PlacedImage[] = [];
  const visit = (element: Element): void => {
    if (isUnreadable(element) || readEmbed(element)) return;
    const isCaptioned = element.name === "figure" || classesOf(element).some((name) => CAPTIONED.test(name));
    const images = isCaptioned ? findAll(element, isPicture) : element.name === "img" ? [element] : [];
    for (const img of images) {
      const image = toImage(img, isCaptioned ? captionOf(element) : null, options);
      if (image) found.push({ image, element });
    }
    if (images.length > 0 || isPageFurniture(element, root)) return;
    for (const child of childElements(element)) visit(child);
  };
  for (const child of childElements(root)) visit(child);
  return found;
}

/** A box with a picture and the words under it, where it is no figure. */
const CAPTIONED = /^(?:wp-caption|image-caption|caption-img|media-with-caption|bildbox)$/u;

/** What is smaller on a side is a sign and no picture, in pixels. */
const SMALLEST_SIDE = 48;

/** Names of what is shown among words or beside a name. */
const SIGN = /(?:^|-)(?:emoji|wp-smiley|avatar|gravatar|icon|logo|pixel|spacer)(?:-|$)/u;

function isPicture(element: Element): boolean {
  if (element.name !== "img" || classesOf(element).some((name) => SIGN.test(name))) return false;
  return ["width", "height"].every((side) => !(Number.parseInt(attribute(element, side) ?? "", 10) < SMALLEST_SIDE));
}

/** Where pages that load pictures late keep the address. */
const LATE = ["data-src", "data-lazy-src", "data-original", "data-orig-file"] as const;

type PictureSource = Pick<ShownImage, "url" | "content">;

/** Its file where that comes with the document, and its address otherwise; data is often a placeholder for what is loaded late. */
function sourceOf(img: Element, { base, attached }: ImageOptions): PictureSource | null {
  const own = attribute(img, "src");
  const content = own === null ? undefined : attached?.get(own);
  if (own !== null && content) return { url: own, content };
  for (const address of [...LATE.map((name) => attribute(img, name)), own, largestOf(img)]) {
    const url = address !== null && URL.canParse(address, base) ? new URL(address, base) : null;
    if (url && /^https?:$/u.test(url.protocol)) return { url: url.href };
  }
  return own === null ? null : readPictureData(own);
}

/** The last address of a list of renditions is usually the largest. */
function largestOf(img: Element): string | null {
  const list = (attribute(img, "srcset") ?? attribute(img, "data-srcset") ?? "").slice(0, 10_000);
  return list.split(/,\s+/u).at(-1)?.trim().split(/\s+/u)[0] || null;
}

interface Caption {
  readonly caption: string | null;
  readonly credit: string | null;
}

function toImage(img: Element, words: Caption | null, options: ImageOptions): ShownImage | null {
  const source = isPicture(img) ? sourceOf(img, options) : null;
  if (source === null) return null;
  const alt = attribute(img, "alt") ?? "";
  return { ...source, caption: null, credit: null, ...words, alt, isLead: false, line: lineOf(img) };
}

const CREDIT_NAME = /(?:^|[-_])(?:credits?|copyright|source|photographer|fotograf|author)(?:[-_]|$)/iu;
const CAPTION_NAME = /caption/iu;

/** The words under a picture, and who made it. */
function captionOf(figure: Element): Caption {
  const box = find(figure, "figcaption") ?? findAll(figure, isCaptionText)[0] ?? null;
  const credited = findAll(figure, isCredit)[0] ?? null;
  const text = elementText(box);
  const credit = elementText(credited);
  if (credit === "") return partCredit(text);
  const isWithin = box !== null && findAll(box, (each) => each === credited).length > 0;
  const caption = isWithin ? text.replace(credit, "").replace(/[\s|–—/()]+$/u, "") : text;
  return { caption: caption.trim() || null, credit: withoutLabel(credit) };
}

function isCaptionText(element: Element): boolean {
  return element.name !== "img" && classesOf(element).some((name) => CAPTION_NAME.test(name) && !CAPTIONED.test(name));
}

function isCredit(element: Element): boolean {
  return element.name === "cite" || classesOf(element).some((name) => CREDIT_NAME.test(name));
}

const LABEL =
  "(?:Photo(?:graph|graphe)?(?: credit| by)?|Picture|Image|Foto(?:graf(?:ía)?)?|Bild|Cr[eé]dits?(?: photo)?|Credit|Source|Quelle|Fuente)";
const LABELLED = new RegExp(`^${LABEL}\\s*[:：/]\\s*|^${LABEL}\\s+by\\s+|^©\\s*`, "iu");
const BRACKETED = new RegExp(`\\s*[(\\[](?:${LABEL}\\s*[:：/]|©)\\s*([^()\\[\\]]{2,120})[)\\]]\\.?$`, "iu");
const AT_END = new RegExp(`(?:^|[.!?–—|/]\\s*|\\s{2,})(?:${LABEL}\\s*[:：]|©)\\s*([^.!?]{2,120})\\.?$`, "iu");

/** A caption and the credit at its end. */
export function partCredit(text: string): Caption {
  const tail = text.slice(-240);
  const found = BRACKETED.exec(tail) ?? AT_END.exec(tail);
  if (!found) return { caption: text === "" ? null : text, credit: null };
  const closing = /^[.!?]/u.exec(found[0])?.[0] ?? "";
  const caption = text.slice(0, text.length - tail.length + found.index) + closing;
  return { caption: caption.trim() || null, credit: found[1]?.trim() || null };
}

function withoutLabel(credit: string): string {
  return credit.replace(LABELLED, "").trim() || credit;
}
