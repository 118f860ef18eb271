import type { Attachment, Email } from "postal-mime";
import type { DocumentBlock, DocumentImage, DocumentParts } from "../document-parts.js";
import { fold } from "../fold-text.js";
import type { AttachedFiles } from "../page/images.js";
import type { CutLetter } from "./body.js";

/** The bytes of an attachment. */
export function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** Whether an attachment is the file of a picture. */
export function isPictureFile({ mimeType, filename }: Attachment): boolean {
  if (/^image\/(?!svg)/iu.test(mimeType)) return true;
  return mimeType === "application/octet-stream" && /\.(?:jpe?g|png|webp|avif|gif)$/iu.test(filename ?? "");
}

/** The pictures of a letter by the addresses that its markup has for them. */
export function filesOf({ attachments }: Email): AttachedFiles {
  return new Map(
    attachments.flatMap((each) => (isPictureFile(each) && each.contentId ? [[addressOf(each), bytesOf(each)]] : [])),
  );
}

function addressOf({ contentId = "", filename, mimeType }: Attachment): string {
  return contentId === "" ? (filename ?? mimeType) : `cid:${contentId.replace(/^<|>$/gu, "")}`;
}

/** A line that a mail program has in plain text for a picture. */
const MARKER =
  /^[ \t]*\[(?:(?<cid>cid:[^\]\s]{1,200})|(?:inline )?(?:image|bild)\s?: ?(?<name>[^\]\n]{1,200}))\][ \t]*$/gimu;

/** Where plain text has a picture. */
export interface PictureMarker {
  /** The address or the name of its file. */
  readonly name: string;
  readonly line: number;
}

/** A letter without the lines that are no words but pictures. */
export interface MarkedLetter {
  readonly cut: CutLetter;
  readonly markers: readonly PictureMarker[];
}

/** Takes the lines that are pictures out of the plain text of a letter; the others keep their numbers. */
export function takeMarkers(cut: CutLetter): MarkedLetter {
  const markers: PictureMarker[] = [];
  const text = cut.text
    .split("\n")
    .map((own, at) => {
      const { cid, name } = [...own.matchAll(MARKER)][0]?.groups ?? {};
      const found = cid ?? name;
      if (found === undefined) return own;
      markers.push({ name: found.trim(), line: at + 1 });
      return "";
    })
    .join("\n");
  return { cut: { ...cut, text }, markers };
}

/**
 * The pictures of plain text: those that it marks, and those that the markup of the same letter has before the same
 * paragraphs.
 */
export function placeInPlain(
  { attachments }: Email,
  blocks: readonly DocumentBlock[],
  markers: readonly PictureMarker[],
  byHtml: DocumentParts | null,
): readonly DocumentImage[] {
  const pictures = attachments.filter(isPictureFile);
  const inHtml = (byHtml?.images ?? []).filter(({ content }) => content);
  const marked = markers.flatMap(({ name, line }): DocumentImage | readonly [] => {
    const file = pictures.find((each) => addressOf(each) === name || each.filename === name);
    if (!file) return [];
    const known = inHtml.find(({ url }) => url === addressOf(file));
    const next = blocks.findIndex((block) => block.line > line);
    return { ...(known ?? toImage(file)), before: next < 0 ? blocks.length : next };
  });
  const others = inHtml.filter(({ url }) => !marked.some((each) => each.url === url));
  const placed = others.map((image) => ({ ...image, before: placeOf(image, byHtml?.blocks ?? [], blocks) }));
  return [...marked, ...placed].sort((one, other) => one.before - other.before);
}

/** So many characters of a paragraph are compared: plain text has addresses where markup has links. */
const COMPARED = 40;

function placeOf({ before }: DocumentImage, from: readonly DocumentBlock[], to: readonly DocumentBlock[]): number {
  for (const block of from.slice(before)) {
    const start = fold(block.text.slice(0, COMPARED));
    const found = start === "" ? -1 : to.findIndex(({ text }) => fold(text.slice(0, COMPARED)) === start);
    if (found >= 0) return found;
  }
  return to.length;
}

/** The pictures of the text and below it those that are attached; a picture that the markup shows as a sign is none. */
export function withAttached(
  { attachments, html = "" }: Email,
  end: number,
  images: readonly DocumentImage[],
): readonly DocumentImage[] {
  const shown = new Set(images.map(({ url }) => url));
  const others = attachments.filter((each) => {
    const address = addressOf(each);
    return isPictureFile(each) && !shown.has(address) && !html.includes(address);
  });
  return [...images, ...others.map((each) => ({ ...toImage(each), before: end }))];
}

function toImage(file: Attachment): DocumentImage {
  const content = bytesOf(file);
  return { url: addressOf(file), caption: null, credit: null, alt: "", isLead: false, line: 1, before: 0, content };
}
