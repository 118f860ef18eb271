import type { StatedImage } from "../page/lead-image.js";

/** A picture that an export has as an entry of its own. */
export type WxrPicture = StatedImage;

/** The pictures of an export by the numbers of their entries. */
export type WxrPictures = ReadonlyMap<string, WxrPicture>;

/** The field of an entry with the number of the picture of the whole story. */
export const FEATURED = "_thumbnail_id";

const ALT = "_wp_attachment_image_alt";

/** The fields of plug-ins and of the system that are read. */
export const KEPT_META: ReadonlySet<string> = new Set([FEATURED, ALT]);

/** The picture that an entry is; null for every other entry. */
export function readWxrPicture(fields: ReadonlyMap<string, string>): WxrPicture | null {
  const field = (name: string): string => fields.get(name)?.trim() ?? "";
  const url = field("wp:attachment_url");
  if (field("wp:post_type") !== "attachment" || !/\.(?:jpe?g|png|webp|avif|gif)(?:\?|$)/iu.test(url)) return null;
  return { url, caption: withoutMarkup(field("excerpt:encoded")) || null, credit: null, alt: field(ALT) };
}

function withoutMarkup(text: string): string {
  return text.replace(/<[^<>]{0,1000}>/gu, "").trim();
}

const GALLERY = /\[gallery\b[^\]]{0,300}?\bids=["'“”]?(?<ids>[\d\s,]{1,2000})[^\]]{0,300}\]/gu;

/** The text with the pictures of its galleries, which it names by their numbers. */
export function withGalleries(content: string, pictures: WxrPictures): string {
  return content.replace(GALLERY, (gallery, ids: string) => {
    const own = ids.split(",").flatMap((id) => pictures.get(id.trim()) ?? []);
    return own.length === 0 ? gallery : own.map(toFigure).join("");
  });
}

function toFigure({ url, alt, caption }: WxrPicture): string {
  const words = caption === null ? "" : `<figcaption>${escaped(caption)}</figcaption>`;
  return `<figure><img src="${escaped(url)}" alt="${escaped(alt)}">${words}</figure>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
