import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "../database/client.js";
import { codeOf, messageOf } from "../database/startup-error.js";
import { exportNewsroom, isArticleLine, type ExportOptions } from "./export.service.js";
import type { ImageStore } from "../image/image-store.js";
import { type ExportedKindName, KINDS } from "./exported-tables.queries.js";
import {
  type ExportedImage,
  exportImageFiles,
  type FileCounts,
  ImageFileFault,
  imageFolderOf,
  imageOfLine,
  restoreImageFiles,
} from "./image-files.service.js";
import { type RestoredLine, RestoreFault, restoreLines } from "./restore.service.js";

/** An export or its way back that ended early; the message is one sentence that names the file and, where there is one, the line. */
export class ExportFault extends Error {}

/**
 * Writes the newsroom into a new file, or to the standard output where none is named, as one JSON object a line, and the
 * files of its images into a folder beside the file. Returns what was written, in sentences.
 *
 * @throws ExportFault when the file exists already or cannot be written, or the output is closed before its end.
 */
export async function exportTo(
  database: Database,
  file: string | undefined,
  options: ExportOptions,
  store: ImageStore | null = null,
): Promise<string> {
  const counts: ExportCounts = { lines: 0, articles: 0, images: [] };
  try {
    await database.snapshot(async (tx) => {
      const lines = Readable.from(countLines(exportNewsroom(tx, options), counts));
      if (file === undefined) await pipeline(lines, process.stdout, { end: false });
      // Other accounts on this machine must not read drafts.
      else await pipeline(lines, createWriteStream(file, { flags: "wx", mode: 0o600 }));
    });
  } catch (error) {
    throw isFileError(error) ? new ExportFault(`${file ?? "The output"}: ${explain(error)}.`, { cause: error }) : error;
  }
  const files = await exportFiles(file, counts.images, store);
  const where = file === undefined ? "to the standard output" : `into ${file}`;
  return `${counts.lines} objects, ${counts.articles} of them articles, were written ${where}.${files}`;
}

/** What was written so far. */
interface ExportCounts {
  lines: number;
  articles: number;
  readonly images: ExportedImage[];
}

/** Writes the files of the images of an export; returns a sentence about them, or nothing if there are none. */
async function exportFiles(
  file: string | undefined,
  images: readonly ExportedImage[],
  store: ImageStore | null,
): Promise<string> {
  if (images.length === 0 || store === null) return "";
  if (file === undefined) return ` The files of ${images.length} images were not; name a file to have them beside it.`;
  const folder = imageFolderOf(file);
  const { written, missing } = await exportImageFiles(store, folder, images).catch((error: unknown) => {
    throw isFileError(error) ? new ExportFault(`${folder}: ${explain(error)}.`, { cause: error }) : error;
  });
  const lost = missing === 0 ? "" : ` Those of ${missing} images are missing in ${store.description}.`;
  return ` ${written} files of images were written into ${folder}.${lost}`;
}

async function* countLines(lines: AsyncIterable<string>, counts: ExportCounts): AsyncGenerator<string> {
  for await (const line of lines) {
    counts.lines += 1;
    if (isArticleLine(line)) counts.articles += 1;
    const image = imageOfLine(line);
    if (image !== null) counts.images.push(image);
    yield `${line}\n`;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

const EXPLAINED: Readonly<Record<string, string>> = {
  EEXIST: "the file is there already; an export never overwrites one",
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder; name a file",
  ENOTDIR: "a part of the path is no folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOSPC: "the disk is full",
  EPIPE: "the reader closed it before everything was written",
};

function explain(error: unknown): string {
  return EXPLAINED[codeOf(error) ?? ""] ?? messageOf(error);
}

/**
 * Restores an export line by line, with the files of its images from the folder beside it. Returns what was written, in
 * sentences.
 *
 * @throws ExportFault at the first line that cannot be restored; the lines before it stay, so that the same file can
 * be restored again once it is corrected.
 */
export async function restoreFile(database: Database, file: string, store: ImageStore | null = null): Promise<string> {
  const written = new Map<ExportedKindName, number>();
  const files = { written: 0, missing: 0 };
  let known = 0;
  let batch: NumberedLine[] = [];
  const restore = async (): Promise<void> => {
    for (const { kind, wasKnown } of await restoreNumbered(database, file, batch)) {
      if (wasKnown) known += 1;
      else written.set(kind, (written.get(kind) ?? 0) + 1);
    }
    const { written: stored, missing } = await restoreFiles(database, file, batch, store);
    files.written += stored;
    files.missing += missing;
    batch = [];
  };
  try {
    for await (const numbered of linesOf(file)) {
      batch.push(numbered);
      if (batch.length >= BATCH) await restore();
    }
    await restore();
  } catch (error) {
    throw isFileError(error) ? new ExportFault(`${file}: ${explain(error)}.`, { cause: error }) : error;
  }
  return `${file}: ${listCounts(written)} were written; ${known} were there already.${describeFiles(files, file)}`;
}

async function restoreFiles(
  database: Database,
  file: string,
  batch: readonly NumberedLine[],
  store: ImageStore | null,
): Promise<FileCounts> {
  const images = batch.flatMap(({ text }) => imageOfLine(text) ?? []);
  if (store === null || images.length === 0) return { written: 0, missing: 0 };
  return restoreImageFiles(database, store, imageFolderOf(file), images).catch((error: unknown) => {
    throw error instanceof ImageFileFault ? new ExportFault(error.message, { cause: error }) : error;
  });
}

function describeFiles({ written, missing }: FileCounts, file: string): string {
  const stored = written === 0 ? "" : ` ${written} files of images were stored.`;
  return missing === 0 ? stored : `${stored} ${missing} files of images are missing in ${imageFolderOf(file)}.`;
}

/** Names the counts of all kinds: content from the last kind of the list to the first, then what is internal. */
function listCounts(written: ReadonlyMap<ExportedKindName, number>): string {
  const content = KINDS.filter(([, { isInternal }]) => !isInternal).reverse();
  const internal = KINDS.filter(([, { isInternal }]) => isInternal);
  const parts = [...content, ...internal].map(([name, { plural }]) => `${written.get(name) ?? 0} ${plural}`);
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** This many lines are written at once; memory holds no more of the file than them. */
const BATCH = 100;

interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of a file that are not empty, counted from 1. */
async function* linesOf(file: string): AsyncGenerator<NumberedLine> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== "") yield { number, text: line.replace(/^\ufeff/u, "") };
  }
}

async function restoreNumbered(
  database: Database,
  file: string,
  batch: readonly NumberedLine[],
): Promise<readonly RestoredLine[]> {
  try {
    return await restoreLines(
      database,
      batch.map(({ text }) => text),
    );
  } catch (error) {
    if (!(error instanceof RestoreFault)) throw error;
    throw new ExportFault(`${file}:${batch[error.at]?.number ?? 0}: ${error.message}`, { cause: error });
  }
}
