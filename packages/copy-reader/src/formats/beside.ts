import type { ShownImage } from "../story/story-value.js";
import type { DocumentImage, DocumentParts } from "./document-parts.js";

/**
 * The pictures of a text together with those that its document has beside it: the picture of the whole story is above the
 * text, the others are below it. Where none is named as that, it is the first one.
 */
export function placeBeside(
  beside: readonly ShownImage[],
  { images = [], blocks }: Pick<DocumentParts, "images" | "blocks">,
): readonly DocumentImage[] {
  const known = new Set(images.map(({ url }) => url));
  const lead = beside.find(({ isLead }) => isLead) ?? beside[0];
  const others = beside.filter((each) => each !== lead && !known.has(each.url));
  const below = others.map((image): DocumentImage => ({ ...image, isLead: false, before: blocks.length }));
  if (!lead) return images;
  if (!known.has(lead.url)) return [{ ...lead, isLead: true, before: 0 }, ...images, ...below];
  return [...images.map((image) => (image.url === lead.url ? { ...image, isLead: true } : image)), ...below];
}
