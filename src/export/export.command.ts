import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "../database/client.js";
import { messageOf } from "../database/startup-error.js";
import { exportNewsroom, type ExportOptions } from "./export.service.js";
import { RestoreFault, restoreLine } from "./restore.service.js";

/** An export or its way back that ended early; the message is one sentence that names the file and, where there is one, the line. */
export class ExportFault extends Error {}

/**
 * Writes the newsroom into a new file, or to the standard output where none is named, as one JSON object a line.
 *
 * @throws ExportFault when the file is there already or cannot be written.
 */
export async function exportTo(database: Database, file: string | undefined, options: ExportOptions): Promise<void> {
  const lines = Readable.from(withLineEnds(exportNewsroom(database, options)));
  if (file === undefined) return pipeline(lines, process.stdout, { end: false });
  try {
    await pipeline(lines, createWriteStream(file, { flags: "wx" }));
  } catch (error) {
    throw isFileError(error) ? new ExportFault(`${file}: ${messageOf(error)}.`) : error;
  }
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/**
 * Takes an export back line by line, and gives one sentence on what was written.
 *
 * @throws ExportFault at the first line that cannot be taken back; the lines before it stay, so that the same file can
 * be taken back again once it is mended.
 */
export async function restoreFile(database: Database, file: string): Promise<string> {
  const counts = { topic: 0, person: 0, post: 0, article: 0, known: 0 };
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === "") continue;
      const { kind, wasKnown } = await restoreLine(database, line.replace(/^\ufeff/u, ""));
      counts[wasKnown ? "known" : kind] += 1;
    }
  } catch (error) {
    if (error instanceof RestoreFault) throw new ExportFault(`${file}:${number}: ${error.message}`, { cause: error });
    throw isFileError(error) ? new ExportFault(`${file}: ${messageOf(error)}.`) : error;
  }
  const { topic, person, post, article, known } = counts;
  return `${file}: ${article} articles, ${post} posts, ${person} persons and ${topic} topics were written; ${known} were there already.`;
}
