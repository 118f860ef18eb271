import { encodeNodeId } from "../graphql/node-id.js";
import {
  formatOfMediaType,
  pathOfRendition,
  RENDITION_FORMATS,
  type RenderedImage,
  type RenditionFormat,
  renditionOf,
  type WantedRendition,
} from "../image/rendition.js";
import type { ImageFormat } from "../image/image.type.js";
import { serverAddress } from "./addresses.js";
import type { ImageRendition, SyndicatedImage, SyndicatedSite } from "./syndicated.js";

/** An image as it is loaded. */
export interface ImageRow extends RenderedImage, Omit<SyndicatedImage, "full" | "renditions"> {}

/** What addresses of renditions are made with. */
export interface PictureMeans {
  readonly site: SyndicatedSite;
  readonly key: Uint8Array;
}

/** The longest side of the picture that feeds and other newsrooms get, in pixels. */
const LONGEST_SIDE = 2048;

/** The widths of which a reading page offers those that are smaller than the picture, in pixels. */
const WIDTHS = [480, 800, 1200, 1600] as const;

/** The formats that every reader of feeds shows; others become JPEG. */
const COMMON: ReadonlySet<RenditionFormat> = new Set(["JPEG", "PNG", "GIF"]);

/** An image with the renditions that the formats offer. */
export function syndicatedImage(row: ImageRow, means: PictureMeans): SyndicatedImage {
  const { focalX: _x, focalY: _y, mediaType: _type, ...image } = row;
  const original = formatOfMediaType(row.mediaType);
  const format = original && COMMON.has(original) ? null : ("JPEG" as const);
  const longest = { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "CONTAIN" } as const;
  const full = renderedAs(row, { ...longest, format }, means);
  // Animations stay in their format.
  const small: ImageFormat | null = original === "GIF" ? null : "WEBP";
  const widths = WIDTHS.filter((width) => width < full.width);
  const renditions = [...widths, full.width].map((width) => renderedAs(row, { width, format: small }, means));
  return { ...image, id: encodeNodeId("Image", row.id), width: full.width, height: full.height, full, renditions };
}

function renderedAs(row: ImageRow, wanted: WantedRendition, { site, key }: PictureMeans): ImageRendition {
  const rendition = renditionOf(row, wanted);
  const { width, height, format } = rendition;
  const url = serverAddress(site, pathOfRendition(rendition, key));
  return { url, width, height, mediaType: RENDITION_FORMATS[format].mediaType };
}
