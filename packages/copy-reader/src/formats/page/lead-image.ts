import type { ShownImage } from "../../story/story-value.js";
import type { DocumentImage } from "../document-parts.js";
import { asList, asObject, asText } from "../json/values.js";
import { firstMeta, type PageMeta } from "./meta.js";

/** A picture that a page names as that of its story. */
export type StatedImage = Pick<ShownImage, "url" | "caption" | "credit" | "alt">;

/** The address of a mark of the site, which pages without a picture name. */
const MARK = /(?:^|[^a-z])(?:logos?|default|placeholder|favicon|avatar|icon|og-?image-?default)(?:[^a-z]|$)/iu;

/** The picture in the meta elements of a page, or that of its structured data, by its absolute address. */
export function readStatedImage(meta: PageMeta, ofData: StatedImage | null, base: string | null): StatedImage | null {
  const url = firstMeta(meta, "og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src");
  const alt = firstMeta(meta, "og:image:alt", "twitter:image:alt") ?? "";
  const ofMeta = url === null ? null : { url, alt, caption: null, credit: null };
  const all = [ofData && { ...ofData, alt: ofData.alt || alt }, ofMeta].flatMap((image) => {
    const absolute = image && URL.canParse(image.url, base ?? undefined) ? new URL(image.url, base ?? undefined) : null;
    return image && absolute && /^https?:$/u.test(absolute.protocol) ? [{ ...image, url: absolute.href }] : [];
  });
  return all.find((image) => !MARK.test(new URL(image.url).pathname)) ?? null;
}

/** The picture in the structured data of an article: an address, an object or a list of either. */
export function imageOfData(value: unknown, things: readonly Readonly<Record<string, unknown>>[]): StatedImage | null {
  for (const each of asList(value)) {
    const object = asObject(each);
    const id = asText(object?.["@id"]);
    const image = things.find((thing) => id !== null && thing["@id"] === id && thing !== object) ?? object;
    const url = asText(image?.["contentUrl"]) ?? asText(image?.["url"]) ?? asText(each);
    const [credit] = ["creditText", "creator", "author", "copyrightNotice"].flatMap(
      (name) => nameOf(image?.[name]) ?? [],
    );
    const caption = asText(image?.["caption"]) ?? asText(image?.["description"]);
    if (url !== null) return { url, caption, credit: credit ?? null, alt: "" };
  }
  return null;
}

function nameOf(value: unknown): string | null {
  const [first] = asList(value);
  return asText(asObject(first)?.["name"]) ?? asText(first);
}

/** The pictures of a text under the one that its page names, which may be one of them in another size. */
export function withLead(lead: StatedImage | null, images: readonly DocumentImage[]): readonly DocumentImage[] {
  if (lead === null) return images;
  const at = images.findIndex(({ url }) => isSamePicture(url, lead.url));
  const own = images[at];
  if (!own) return [{ ...lead, isLead: true, before: 0, line: 1 }, ...images];
  const { caption, credit, alt } = lead;
  const known = {
    ...own,
    isLead: true,
    caption: own.caption ?? caption,
    credit: own.credit ?? credit,
    alt: own.alt || alt,
  };
  return images.with(at, known);
}

/** What content systems put into the name of a file or behind its address for another size of one picture. */
const SIZE =
  /(?:[-_@](?:\d{2,5}x\d{2,5}|\d{3,5}(?:w|px)?|w\d{2,5}|scaled|\d(?:\.\d)?x|large|medium|small|thumb(?:nail)?))+$/iu;

function isSamePicture(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [fileOf(one), fileOf(other)];
  return first !== null && first === second;
}

/** The host and the name of a file without its size; null where the address names no file of a picture. */
function fileOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const name = /(?<name>[^/]+)\.(?:jpe?g|png|webp|avif|gif)$/iu.exec(url?.pathname ?? "")?.groups?.["name"];
  return url && name !== undefined ? `${url.host}/${name.replace(SIZE, "").toLowerCase()}` : null;
}
