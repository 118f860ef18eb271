import { readFile } from "node:fs/promises";
import type { Metadata } from "sharp";
import { proposeFields, type ProposedFields } from "./metadata/image-metadata.parse.js";
import { endOfPicture, isCameraTrailer } from "./picture-end.js";
import { describeOther, PICTURE_TYPES, type PictureType, SNIFFED_BYTES, sniffPicture } from "./picture-types.js";
import { sharp, WORK_TIMEOUT_S } from "./sharp.js";
import { UploadRefusal } from "./upload.errors.js";

/** What is accepted as a picture. */
export interface PictureLimits {
  readonly maxImageBytes: number;
  /** Width times height, of all frames together. */
  readonly maxImagePixels: number;
  readonly imageTypes: readonly PictureType[];
}

/** What was seen of a picture. */
export interface InspectedPicture {
  readonly mediaType: string;
  /** Pixels, the right way up. */
  readonly width: number;
  readonly height: number;
  /** A data: URL. */
  readonly placeholder: string;
  readonly proposed: ProposedFields;
}

const MAX_FRAMES = 1000;

/** JPEG and GIF have no larger pictures. */
const MAX_SIDE = 65_535;

const PLACEHOLDER_SIDE = 16;

/**
 * The type of the picture that some bytes begin.
 *
 * @throws UploadRefusal when it is none that is accepted.
 */
export function expectPicture(head: Buffer, { imageTypes }: PictureLimits): PictureType {
  const type = sniffPicture(head);
  if (type !== null && imageTypes.includes(type)) return type;
  const accepted = imageTypes.map((each) => each.toUpperCase()).join(", ");
  const found = type === null ? describeOther(head) : `a ${type.toUpperCase()} picture`;
  const message = `The file is ${found}. Accepted are: ${accepted}; the content decides, not the name of the file.`;
  throw new UploadRefusal("IMAGE_TYPE_UNSUPPORTED", message, { argument: "file" });
}

/**
 * Looks at a picture: decodes all of it, so that a damaged one is refused, and reads its metadata.
 *
 * @throws UploadRefusal when it is no sound picture of an accepted type and size.
 */
export async function inspectPicture(file: string, limits: PictureLimits): Promise<InspectedPicture> {
  const content = await readFile(file);
  const type = expectPicture(content.subarray(0, SNIFFED_BYTES), limits);
  // The library's own limit would refuse in words of its own.
  const metadata = await sharp(content, { limitInputPixels: false }).metadata().catch(refuseDamaged);
  const pages = metadata.pages ?? 1;
  expectSize(metadata, pages, limits);
  expectEnd(type, content);
  const options = { failOn: "error", limitInputPixels: limits.maxImagePixels, pages: pages > 1 ? -1 : 1 } as const;
  if (pages > 1) await decodeFrames(content, options).catch(refuseDamaged);
  const placeholder = await makePlaceholder(content, { ...options, pages: 1 }).catch(refuseDamaged);
  const { width, height } = metadata.autoOrient;
  return { mediaType: PICTURE_TYPES[type], width, height, placeholder, proposed: proposeFields(metadata) };
}

function refuseDamaged(error: unknown): never {
  // The library's own words name offsets and functions, which are of no use to who uploads.
  const isTooSlow = error instanceof Error && error.message.startsWith("timeout");
  const message = isTooSlow
    ? `The picture takes longer than ${WORK_TIMEOUT_S} seconds to decode.`
    : "The picture is damaged or cut off: it cannot be decoded to its end.";
  throw new UploadRefusal("IMAGE_DAMAGED", message, { argument: "file" });
}

function expectSize({ width, height }: Metadata, pages: number, { maxImagePixels }: PictureLimits): void {
  const found = width * height * pages;
  const refuse = (message: string, limit: number, seen: number): never => {
    throw new UploadRefusal("IMAGE_TOO_MANY_PIXELS", message, { argument: "file", limit, found: seen });
  };
  if (pages > MAX_FRAMES)
    refuse(`The animation has ${pages} frames; at most ${MAX_FRAMES} are allowed.`, MAX_FRAMES, pages);
  const side = Math.max(width, height);
  if (side > MAX_SIDE) refuse(`The picture is ${side} pixels long; at most ${MAX_SIDE} are allowed.`, MAX_SIDE, side);
  if (found <= maxImagePixels) return;
  const frames = pages > 1 ? ` × ${pages} frames` : "";
  const size = `${width} × ${height}${frames} = ${found} pixels`;
  refuse(`The picture has ${size}; at most ${maxImagePixels} are allowed (MAX_IMAGE_PIXELS).`, maxImagePixels, found);
}

function expectEnd(type: PictureType, content: Buffer): void {
  const end = endOfPicture(type, content);
  if (end === null) refuseDamaged(null);
  const rest = content.subarray(end);
  if (rest.length === 0 || isCameraTrailer(rest)) return;
  const message = `The file has ${rest.length} bytes after the end of the picture (${describeOther(rest.subarray(0, SNIFFED_BYTES))}); remove them and upload it again.`;
  throw new UploadRefusal("IMAGE_TRAILING_DATA", message, { argument: "file", found: rest.length, limit: 0 });
}

type Options = NonNullable<Parameters<typeof sharp>[1]>;

async function decodeFrames(content: Buffer, options: Options): Promise<void> {
  await sharp(content, options).timeout({ seconds: WORK_TIMEOUT_S }).resize(1, 1, { fit: "fill" }).raw().toBuffer();
}

async function makePlaceholder(content: Buffer, options: Options): Promise<string> {
  const picture = await sharp(content, options)
    .timeout({ seconds: WORK_TIMEOUT_S })
    .autoOrient()
    .resize(PLACEHOLDER_SIDE, PLACEHOLDER_SIDE, { fit: "inside" })
    .webp({ quality: 40, effort: 6 })
    .toBuffer();
  return `data:image/webp;base64,${picture.toString("base64")}`;
}
