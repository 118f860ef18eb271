import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Database } from "../database/client.js";
import { type ImageStore, originalKey } from "../image/image-store.js";

/*
 * The files of images in an export: the originals in a folder beside its lines, each under the SHA-256 of its content. Renditions
 * are made again.
 */

/** What of a line with an image its file is found by. */
export interface ExportedImage {
  /** The bare key. */
  readonly id: string;
  readonly contentHash: string;
  readonly mediaType: string;
}

/** The folder of the files of images of an export: `newsroom.images` for `newsroom.jsonl`. */
export function imageFolderOf(file: string): string {
  return `${file.replace(/\.jsonl$/u, "")}.images`;
}

const IMAGE_KIND = '"kind":"image"';

const imageLine = z.object({
  kind: z.literal("image"),
  image: z.object({ id: z.uuid(), contentHash: z.string().regex(/^[0-9a-f]{64}$/u), mediaType: z.string() }),
});

/** The image of a line of an export; null for a line of another kind. */
export function imageOfLine(line: string): ExportedImage | null {
  // The kind is near the beginning of a line; lines with articles can be megabytes.
  if (!line.slice(0, 200).replaceAll(" ", "").includes(IMAGE_KIND)) return null;
  const { data } = imageLine.safeParse(JSON.parse(line));
  return data?.image ?? null;
}

/** How many files there were, and how many were missing. */
export interface FileCounts {
  readonly written: number;
  readonly missing: number;
}

/**
 * Writes the originals of images into a new folder, or into an earlier one of the same export. A file there is kept if it has the
 * content of its image, and written again if it was cut off or changed.
 */
export async function exportImageFiles(
  store: ImageStore,
  folder: string,
  images: readonly ExportedImage[],
): Promise<FileCounts> {
  if (images.length > 0) await mkdir(folder, { recursive: true, mode: 0o700 });
  const counts = { written: 0, missing: 0 };
  for (const { id, contentHash } of images) {
    const file = join(folder, contentHash);
    if ((await hashOf(file)) === contentHash || (await exportImageFile(store, id, file))) counts.written += 1;
    else counts.missing += 1;
  }
  return counts;
}

/** Writes the original of an image so that the file appears whole or not at all; false when there is no original. */
async function exportImageFile(store: ImageStore, id: string, file: string): Promise<boolean> {
  const original = await store.get(originalKey(id));
  if (original === null) return false;
  const unfinished = `${file}.part`;
  try {
    await pipeline(original.stream, createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, file);
    return true;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The SHA-256 of a file, in hexadecimal; null when there is none. */
async function hashOf(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return null;
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** A file that differs from its line; the message is one sentence. */
export class ImageFileFault extends Error {}

/**
 * Stores the files of images whose rows are there and whose original is not.
 *
 * @throws ImageFileFault when the content of a file is not that of the image.
 */
export async function restoreImageFiles(
  database: Database,
  store: ImageStore,
  folder: string,
  images: readonly ExportedImage[],
): Promise<FileCounts> {
  const ids = images.map(({ id }) => id);
  const rows = await database.prisma.image.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const restored = new Set(rows.map(({ id }) => id));
  const counts = { written: 0, missing: 0 };
  for (const image of images) {
    // The row exists under another id, and so does its file.
    if (!restored.has(image.id) || (await store.has(originalKey(image.id)))) continue;
    if (await restoreImageFile(store, folder, image)) counts.written += 1;
    else counts.missing += 1;
  }
  return counts;
}

async function restoreImageFile(store: ImageStore, folder: string, image: ExportedImage): Promise<boolean> {
  const file = join(folder, image.contentHash);
  const contentHash = await hashOf(file);
  if (contentHash === null) return false;
  if (contentHash !== image.contentHash) {
    throw new ImageFileFault(`${file} is damaged: its content is not that of the image ${image.id}.`);
  }
  const { size: sizeBytes } = await stat(file);
  await store.put(originalKey(image.id), { file, sizeBytes }, image.mediaType);
  return true;
}
