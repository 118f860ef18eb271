import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Work } from "../auth/work.js";
import { codeOf, messageOf } from "../database/startup-error.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { UserError, ValidationError } from "../graphql/user-errors.js";
import { formatTable } from "../lib/table.js";
import { decodeCopy } from "../intake/intake.decode.js";
import { type ImportOptions, importStory } from "./import.service.js";
import { type ReadCopy, readAnyCopy } from "./read-copy.js";
import { WireCopyError } from "./wire.fault.js";

/** A file that was not imported; the message is one sentence that names the file and, where there is one, the line. */
export class ImportFault extends Error {}

/** The largest file that is read, in bytes. */
const MAX_FILE_BYTES = 10_000_000;

/** The endings of the files of a folder that are read. */
const ENDINGS = new Set([".txt", ".html", ".htm", ".json", ".xml"]);

/** The files that some paths name: a folder stands for the files of copy in it, by name. */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch((error: unknown) => {
        throw new ImportFault(
          `${path}: ${codeOf(error) === "ENOENT" ? "there is no such file or folder" : messageOf(error)}.`,
        );
      });
      if (!found.isDirectory()) return [path];
      const names = (await readdir(path)).filter((name) => ENDINGS.has(extname(name).toLowerCase())).sort();
      if (names.length === 0)
        throw new ImportFault(`${path}: the folder holds no files that end in ${[...ENDINGS].join(", ")}.`);
      return names.map((name) => join(path, name));
    }),
  );
  return lists.flat();
}

/** Reads a file of copy in any format. */
async function readStory(file: string, headline: string | undefined): Promise<ReadCopy> {
  const { size } = await stat(file);
  if (size > MAX_FILE_BYTES)
    throw new ImportFault(`${file}: the file has ${size} bytes, where at most ${MAX_FILE_BYTES} are read.`);
  const bytes = await readFile(file);
  try {
    return readAnyCopy({ content: decodeCopy(bytes), headline });
  } catch (error) {
    if (error instanceof WireCopyError) throw new ImportFault(`${file}:${error.line}: ${error.message}`);
    throw error;
  }
}

/** What a file became, for a person to read. */
export interface ImportReport {
  /** The table of what was read and why. */
  readonly table: string;
  /** One line on what was written. */
  readonly outcome: string;
}

/**
 * Imports one file.
 *
 * @throws ImportFault when it cannot be read or written; nothing of it is written then.
 */
export async function importFile(work: Work, file: string, options: ImportOptions): Promise<ImportReport> {
  const { story, ownId } = await readStory(file, options.headline);
  const result = await importStory(work, story, { ...options, ownId });
  if (result instanceof UserError) throw new ImportFault(`${file}: ${explain(result)}`);
  const rows = story.proposals.map(({ path, value, confidence, reason }) => [
    path,
    value,
    confidence.toFixed(2),
    reason,
  ]);
  const persons = result.persons.map(({ name, decision }, at) => [`persons[${at}]`, name, "", decision]);
  const id = encodeNodeId("Article", result.articleId);
  const state = options.isPublished ? "published" : "a draft";
  const outcome = result.wasKnown
    ? `It was imported before, as ${id}; nothing was written.`
    : `It is ${state} now: ${id}, version ${result.version}.`;
  const warnings = story.warnings.map((warning) => `\n! ${warning}`).join("");
  return { table: `${formatTable(["what", "value", "sure", "why"], [...rows, ...persons])}${warnings}`, outcome };
}

function explain(error: UserError): string {
  if (!(error instanceof ValidationError)) return error.message;
  return error.issues.map(({ path, message }) => `${path.slice(1).join(".")}: ${message}`).join(" ");
}
