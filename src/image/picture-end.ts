import { assertNever } from "../lib/assert-never.js";
import type { PictureType } from "./picture-types.js";

/*
 * Where a picture ends in its file. What follows is no part of the picture: cameras append videos and further pictures, and
 * attackers a page or an archive, so that one file is two things.
 */

/** The offset behind the picture; null when its structure breaks off before its end. */
export function endOfPicture(type: PictureType, file: Buffer): number | null {
  switch (type) {
    case "jpeg":
      return endOfJpeg(file);
    case "png":
      return endOfPng(file);
    case "gif":
      return endOfGif(file);
    case "webp":
      return file.length >= 8 ? within(file, paddedTo2(file.readUInt32LE(4)) + 8) : null;
    case "avif":
      return endOfBoxes(file);
    default:
      return assertNever(type);
  }
}

function within(file: Buffer, end: number): number | null {
  return end <= file.length ? end : null;
}

function paddedTo2(length: number): number {
  return length + (length % 2);
}

const EOI = 0xd9;
const SOS = 0xda;

/** Segments with a length, and after the start of a scan its data, in which a marker is never followed by a zero. */
function endOfJpeg(file: Buffer): number | null {
  let at = 2;
  while (at + 4 <= file.length || (at + 2 <= file.length && file[at + 1] === EOI)) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === EOI) return at + 2;
    const isFill = marker === 0xff;
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    if (isFill) at += 1;
    else if (isBare) at += 2;
    else at += 2 + file.readUInt16BE(at + 2);
    if (marker === SOS) at = endOfScan(file, at);
  }
  return null;
}

function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7) || next === 0xff;
    if (!isData) return at;
  }
  return file.length;
}

function endOfPng(file: Buffer): number | null {
  for (let at = 8; at + 12 <= file.length; ) {
    const type = file.subarray(at + 4, at + 8).toString("latin1");
    at += 12 + file.readUInt32BE(at);
    if (type === "IEND") return within(file, at);
  }
  return null;
}

const GIF_TRAILER = 0x3b;
const GIF_EXTENSION = 0x21;
const GIF_FRAME = 0x2c;

/** The bytes of a table of colours, by the byte that declares it. */
function gifTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

function endOfGif(file: Buffer): number | null {
  let at = 13 + gifTable(file[10] ?? 0);
  while (at < file.length) {
    const block = file[at];
    if (block === GIF_TRAILER) return at + 1;
    if (block === GIF_EXTENSION) at = endOfSubBlocks(file, at + 2);
    else if (block === GIF_FRAME) at = endOfSubBlocks(file, at + 11 + gifTable(file[at + 9] ?? 0));
    else return null;
  }
  return null;
}

function endOfSubBlocks(file: Buffer, from: number): number {
  let at = from;
  while (at < file.length && file[at] !== 0) at += (file[at] ?? 0) + 1;
  return at + 1;
}

const BOXES = new Set(["ftyp", "meta", "mdat", "free", "skip", "moov", "pdin", "uuid", "idat", "mvex", "moof", "wide"]);

/** Boxes with a length and a type, one after the other. */
function endOfBoxes(file: Buffer): number | null {
  let at = 0;
  while (at + 8 <= file.length && BOXES.has(file.subarray(at + 4, at + 8).toString("latin1"))) {
    const short = file.readUInt32BE(at);
    // A length of 0 means: to the end of the file; 1: it follows in eight bytes.
    if (short === 0) return file.length;
    const length = short === 1 && at + 16 <= file.length ? Number(file.readBigUInt64BE(at + 8)) : short;
    if (length < 8 || at + length > file.length) return null;
    at += length;
  }
  return at;
}

/**
 * Whether what follows the picture is what cameras append: padding, further pictures and their gain maps, the video of a
 * motion photo, or the trailer of a maker.
 */
export function isCameraTrailer(rest: Buffer): boolean {
  const start = rest.findIndex((byte) => byte !== 0);
  if (start === -1) return true;
  const content = rest.subarray(start);
  const isJpeg = content[0] === 0xff && content[1] === 0xd8;
  const isVideo =
    rest
      .subarray(Math.max(0, start - 3))
      .subarray(4, 8)
      .toString("latin1") === "ftyp";
  const isTrailer = content.subarray(-4).toString("latin1") === "SEFT";
  return isJpeg || isVideo || isTrailer;
}
