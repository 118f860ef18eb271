import { escapeMarkup } from "../lib/escape-markup.js";
import { type Attributes, element, escapeLines, openTag } from "./markup.js";
import type { SyndicatedFigure, SyndicatedImage } from "./syndicated.js";

/** The width of a picture in a reading page, as browsers choose a rendition by it. */
const SIZES = "(min-width: 40rem) 37.5rem, 100vw";

/** How a picture is loaded: the first one of a page at once, all others when they come into view. */
export type PictureLoading = "eager" | "lazy";

/**
 * A picture as a figure with its caption and credit. Width and height keep its place before it is loaded, and the browser
 * chooses among its renditions.
 */
export function renderFigure(figure: SyndicatedFigure, loading: PictureLoading, attributes: Attributes = {}): string {
  const { image, alt } = figure;
  const img = openTag("img", {
    src: image.full.url,
    srcset: image.renditions.map(({ url, width }) => `${url} ${width}w`).join(", "),
    sizes: SIZES,
    width: String(image.full.width),
    height: String(image.full.height),
    alt,
    ...(loading === "eager" ? { fetchpriority: "high" } : { loading: "lazy", decoding: "async" }),
  });
  const caption = captionOf(figure);
  const content = caption === "" ? img : img + element("figcaption", {}, caption);
  return element("figure", { ...attributes, class: "picture" }, content);
}

function captionOf({ caption, image }: SyndicatedFigure): string {
  const words = caption === null ? "" : element("p", {}, escapeLines(caption));
  const credit = creditOf(image);
  return words + (credit === null ? "" : element("p", { class: "credit" }, escapeMarkup(credit)));
}

/** The credit and the copyright notice in one line; null without both. A notice that is in the credit is not repeated. */
export function creditOf({ credit, copyright }: Pick<SyndicatedImage, "credit" | "copyright">): string | null {
  const isSaid = credit !== null && copyright !== null && credit.includes(copyright);
  const parts = [credit, isSaid ? null : copyright].flatMap((part) => part ?? []);
  return parts.length === 0 ? null : parts.join(" · ");
}

/** A picture in plain text: its caption, or what it shows, and its credit, in brackets. */
export function pictureText({ caption, alt, image }: SyndicatedFigure): string {
  const parts = [caption ?? alt, creditOf(image) ?? ""].filter((part) => part !== "");
  return `[${parts.join(" – ")}]`;
}
