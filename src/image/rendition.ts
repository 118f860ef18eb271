import { createHmac, timingSafeEqual } from "node:crypto";
import { decodeUuid, encodeUuid } from "../lib/uuid.js";
import type { ImageFit, ImageFormat } from "./image.type.js";

/*
 * A rendition is a picture as clients get it: in one size and format, without the metadata of the original. Its address
 * contains everything that it depends on and a signature, so only sizes that a query returned can be requested. The
 * address is computed from columns of the image, the arguments and the key, and from nothing else.
 */

/** The name of the key that addresses are signed with. */
export const IMAGE_KEY = "image";

/** The file formats of renditions: the ending of their address and their media type. GIF is for originals that are GIF. */
export const RENDITION_FORMATS = {
  AVIF: { extension: "avif", mediaType: "image/avif" },
  WEBP: { extension: "webp", mediaType: "image/webp" },
  JPEG: { extension: "jpg", mediaType: "image/jpeg" },
  PNG: { extension: "png", mediaType: "image/png" },
  GIF: { extension: "gif", mediaType: "image/gif" },
} as const;
export type RenditionFormat = keyof typeof RENDITION_FORMATS;

const FORMATS = Object.keys(RENDITION_FORMATS) as RenditionFormat[]; // Object.keys returns strings.

/** The format of a media type; null for one that no image has. */
export function formatOfMediaType(mediaType: string): RenditionFormat | null {
  return FORMATS.find((format) => RENDITION_FORMATS[format].mediaType === mediaType) ?? null;
}

/** One rendition of one image. */
export interface Rendition {
  /** The bare key of the image. */
  readonly imageId: string;
  /** Exact size in pixels. */
  readonly width: number;
  readonly height: number;
  /** What is kept in view, in ten-thousandths from the left and from the top; null where nothing is cropped. */
  readonly focus: { readonly x: number; readonly y: number } | null;
  readonly format: RenditionFormat;
}

/** The columns of an image in the address of a rendition. */
export interface RenderedImage {
  /** The bare key. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly focalX: number | null;
  readonly focalY: number | null;
}

/** What a client wants of an image; absent: as the original. */
export interface WantedRendition {
  readonly width?: number | null;
  readonly height?: number | null;
  readonly fit?: ImageFit | null;
  readonly format?: ImageFormat | null;
}

/** The greatest width and height of a rendition. All formats have such pictures. */
export const MAX_RENDITION_SIDE = 10_000;

/** The most pixels of a rendition in AVIF, whose encoder takes 35 MB of memory for a million, and seconds. */
const MAX_AVIF_PIXELS = 12_000_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Rounded halves up, as SQL can do it too. */
function pixels(value: number, most: number): number {
  return Math.min(most, Math.max(1, Math.floor(value + 0.5)));
}

function scaled({ width, height }: Size, factor: number): Size {
  return { width: pixels(width * factor, width), height: pixels(height * factor, height) };
}

function isSame(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

/** The factor by which a size is made smaller for a format: 1 where the format takes it as it is. */
function factorFor({ width, height }: Size, format: RenditionFormat): number {
  const bySide = MAX_RENDITION_SIDE / Math.max(width, height);
  return Math.min(1, bySide, format === "AVIF" ? Math.sqrt(MAX_AVIF_PIXELS / (width * height)) : 1);
}

/** The size of a whole picture within a width and a height, either of which may be absent: it is never enlarged. */
function sizeOfWhole(original: Size, { width, height }: Pick<WantedRendition, "width" | "height">): Size {
  const across = (width ?? original.width) / original.width;
  const down = (height ?? original.height) / original.height;
  return scaled(original, Math.min(1, across, down));
}

/** The size of a part of a picture that fills a box, as large as the original has it. */
function sizeOfPart(original: Size, box: Size): Size {
  // A box that is larger than the original in one direction is made smaller in both, so that its shape stays.
  const factor = Math.min(1, original.width / box.width, original.height / box.height);
  return { width: pixels(box.width * factor, original.width), height: pixels(box.height * factor, original.height) };
}

/** The size that a picture is scaled to before it is cropped to `size`. */
export function sizeBeforeCrop(original: Size, size: Size): Size {
  const factor = Math.max(size.width / original.width, size.height / original.height);
  const whole = scaled(original, factor);
  return { width: Math.max(whole.width, size.width), height: Math.max(whole.height, size.height) };
}

/** The offset of a part within a whole that keeps a focus in view, as near to the middle of the part as possible. */
export function offsetOf(whole: number, part: number, focus: number): number {
  return Math.min(whole - part, Math.max(0, Math.floor((whole * focus) / FOCUS_STEPS - part / 2 + 0.5)));
}

/** The steps of a focus from one edge to the other. */
const FOCUS_STEPS = 10_000;

function focusOf(value: number | null): number {
  return Math.floor((value ?? 0.5) * FOCUS_STEPS + 0.5);
}

/** The rendition of an image that a client wants. */
export function renditionOf(image: RenderedImage, wanted: WantedRendition): Rendition {
  const { width, height, fit } = wanted;
  const format = wanted.format ?? formatOfMediaType(image.mediaType) ?? "JPEG";
  const isFilled = typeof width === "number" && typeof height === "number" && fit !== "CONTAIN";
  const full = isFilled ? sizeOfPart(image, { width, height }) : sizeOfWhole(image, wanted);
  const size = scaled(full, factorFor(full, format));
  const isCropped = isFilled && !isSame(size, sizeOfWhole(image, size));
  const focus = isCropped ? { x: focusOf(image.focalX), y: focusOf(image.focalY) } : null;
  return { imageId: image.id, ...size, focus, format };
}

/** What of a rendition its name contains besides the ending, such as `640x360-5000-3333`. */
function describe({ width, height, focus }: Rendition): string {
  return `${width}x${height}${focus === null ? "" : `-${focus.x}-${focus.y}`}`;
}

/** The name of a rendition in the store, among those of its image. */
export function storedName(rendition: Rendition): string {
  return `${describe(rendition)}.${RENDITION_FORMATS[rendition.format].extension}`;
}

/** The bytes of a signature: too many to guess. */
const SIGNATURE_BYTES = 18;

function sign(rendition: Rendition, key: Uint8Array): string {
  const signed = `${encodeUuid(rendition.imageId)}/${storedName(rendition)}`;
  return createHmac("sha256", key).update(signed).digest().subarray(0, SIGNATURE_BYTES).toString("base64url");
}

/** The path of a rendition, such as `/images/AZrg…/640x360-5000-3333.kUm8….webp`. */
export function pathOfRendition(rendition: Rendition, key: Uint8Array): string {
  const { extension } = RENDITION_FORMATS[rendition.format];
  const name = `${describe(rendition)}.${sign(rendition, key)}.${extension}`;
  return `/images/${encodeUuid(rendition.imageId)}/${name}`;
}

const NAME = /^(\d{1,5})x(\d{1,5})(?:-(\d{1,5})-(\d{1,5}))?\.([\w-]{24})\.([a-z]{3,4})$/;

/** The rendition of a path, given as its two last parts; null when it is not one, or its signature is not valid. */
export function readRendition(id: string, name: string, key: Uint8Array): Rendition | null {
  const [, width, height, x, y, signature = "", extension] = NAME.exec(name) ?? [];
  const imageId = decodeUuid(id);
  const format = FORMATS.find((each) => RENDITION_FORMATS[each].extension === extension);
  if (imageId === null || format === undefined) return null;
  const focus = x === undefined ? null : { x: Number(x), y: Number(y) };
  const rendition = { imageId, width: Number(width), height: Number(height), focus, format };
  const expected = Buffer.from(pathOfRendition(rendition, key));
  // The whole path is compared: numbers and signatures have more than one spelling.
  const given = Buffer.from(`/images/${id}/${name}`);
  const isSigned = expected.length === given.length && timingSafeEqual(expected, given);
  return isSigned && signature !== "" ? rendition : null;
}
