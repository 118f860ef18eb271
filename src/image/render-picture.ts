import type { Sharp } from "sharp";
import { assertNever } from "../lib/assert-never.js";
import { offsetOf, type Rendition, sizeBeforeCrop } from "./rendition.js";
import { sharp, WORK_TIMEOUT_S } from "./sharp.js";

/**
 * Makes a rendition of an original: upright, in the colours of sRGB, and without the metadata of the original, among which
 * are places and devices. Of an animation JPEG, PNG and AVIF show the first frame.
 */
export async function renderPicture(original: Buffer, rendition: Rendition): Promise<Buffer> {
  const isAnimated = rendition.format === "WEBP" || rendition.format === "GIF";
  // The original was inspected when it was stored, against a limit that may have been lowered since.
  const options = { failOn: "none", limitInputPixels: false, pages: isAnimated ? -1 : 1 } as const;
  const { autoOrient } = await sharp(original).metadata();
  const picture = sharp(original, options).timeout({ seconds: WORK_TIMEOUT_S }).autoOrient();
  return encode(resize(picture, autoOrient, rendition), rendition).toBuffer();
}

function resize(
  picture: Sharp,
  original: { readonly width: number; readonly height: number },
  rendition: Rendition,
): Sharp {
  const { width, height, focus } = rendition;
  if (focus === null) return picture.resize(width, height, { fit: "fill" });
  const whole = sizeBeforeCrop(original, rendition);
  const left = offsetOf(whole.width, width, focus.x);
  const top = offsetOf(whole.height, height, focus.y);
  return picture.resize(whole.width, whole.height, { fit: "fill" }).extract({ left, top, width, height });
}

/** From so many pixels on, more effort takes seconds for some per cent of the size. */
const LARGE_PIXELS = 4_000_000;

/** The qualities are those at which differences from the original are hard to see at the size of a page. */
function encode(picture: Sharp, { format, width, height }: Rendition): Sharp {
  const isLarge = width * height > LARGE_PIXELS;
  switch (format) {
    case "AVIF":
      return picture.avif({ quality: 55, effort: 1 });
    case "WEBP":
      return picture.webp({ quality: 80, effort: isLarge ? 0 : 4 });
    case "JPEG":
      return picture.flatten({ background: "#ffffff" }).jpeg({ quality: 82, progressive: true });
    case "PNG":
      return picture.png();
    case "GIF":
      return picture.gif();
    default:
      return assertNever(format);
  }
}
