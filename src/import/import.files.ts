import { type Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { codeOf, messageOf } from "../database/startup-error.js";

/** A file that was not imported; the message is one sentence that names the file and, where there is one, the line. */
export class ImportFault extends Error {}

/** The largest file that is read whole, in bytes. */
export const MAX_FILE_BYTES = 10_000_000;

/** The endings of the files of a folder that are read. What a file is written in is seen from its content. */
const ENDINGS = new Set(
  ".txt .html .htm .xhtml .json .ninjs .ndjson .xml .nitf .newsml .wxr .eml .mbox .iptc .anpa .wire".split(" "),
);

/** Files that systems keep in folders for themselves; hidden files are passed over as well. */
const OF_SYSTEMS = new Set(["thumbs.db", "desktop.ini"]);

/** A file to import, or a name without a file. */
export interface ListedFile {
  readonly path: string;
  /** Why there is nothing to import, one sentence that names the path; null where there is. */
  readonly fault: string | null;
}

/** What some paths name. */
export interface FileList {
  readonly files: readonly ListedFile[];
  /** A sentence for each folder of which not all was listed. */
  readonly notes: readonly string[];
}

/**
 * The files that some paths name. A folder is replaced by all files in it, by name, and not for its subfolders; a file whose
 * ending is not read has a fault, so that it is not mistaken for an imported one.
 */
export async function listFiles(paths: readonly string[]): Promise<FileList> {
  const lists = await Promise.all(paths.map(listPath));
  return { files: lists.flatMap(({ files }) => files), notes: lists.flatMap(({ notes }) => notes) };
}

async function listPath(path: string): Promise<FileList> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return { files: [{ path, fault: null }], notes: [] };
    return listFolder(path, await readdir(path, { withFileTypes: true }));
  } catch (error) {
    const why = codeOf(error) === "ENOENT" ? "there is no such file or folder" : explainFileError(error);
    return { files: [{ path, fault: `${path}: ${why}.` }], notes: [] };
  }
}

function listFolder(path: string, entries: readonly Dirent[]): FileList {
  const isCopy = ({ name }: Dirent): boolean => ENDINGS.has(extname(name).toLowerCase());
  const isListed = (entry: Dirent): boolean => isCopy(entry) || !(entry.isDirectory() || isOfSystem(entry));
  const found = entries.filter(isListed).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = found.map((entry): ListedFile => listEntry(join(path, entry.name), entry, isCopy(entry)));
  const empty = `${path}: the folder contains no files that end in ${[...ENDINGS].join(", ")}.`;
  const skipped = entries.filter((entry) => entry.isDirectory() && !isCopy(entry)).length;
  const which = skipped === 1 ? "1 subfolder was skipped; name it" : `${skipped} subfolders were skipped; name them`;
  return {
    files: files.length === 0 ? [{ path, fault: empty }] : files,
    notes: skipped === 0 ? [] : [`${path}: ${which} to import what is in there.`],
  };
}

function listEntry(path: string, entry: Dirent, isCopy: boolean): ListedFile {
  if (!isCopy) return { path, fault: `${path}: ${explainEnding(extname(entry.name).toLowerCase())}` };
  // Those who can write into the folder must not choose which of the operator's files is read.
  if (entry.isSymbolicLink()) return { path, fault: `${path}: symbolic links are not followed; name the file itself.` };
  const what = entry.isDirectory() ? "a folder" : "no file";
  return { path, fault: entry.isFile() ? null : `${path} cannot be read: it is ${what}.` };
}

function isOfSystem({ name }: Dirent): boolean {
  return name.startsWith(".") || OF_SYSTEMS.has(name.toLowerCase());
}

/** Formats that an editor can save as one that is read. */
const DOCUMENTS = new Set(".doc .docx .odt .rtf .pdf .pages".split(" "));

function explainEnding(ending: string): string {
  if (DOCUMENTS.has(ending)) return `files that end in ${ending} are not read; save it as plain text or HTML.`;
  if (ending === ".jsonl") return "an export is not taken back with its folder; name the file itself.";
  const which = ending === "" ? "files of a folder without an ending" : `files that end in ${ending}`;
  return `${which} are not read; name the file itself if it is copy.`;
}

/**
 * The bytes of a file of copy.
 *
 * @throws ImportFault when it cannot be read or is too large.
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size <= MAX_FILE_BYTES) return await readFile(file);
    throw new ImportFault(`${file}: the file has ${size} bytes, where at most ${MAX_FILE_BYTES} are read.`);
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault(`${file} cannot be read: ${explainFileError(error)}.`, { cause: error });
  }
}

const EXPLAINED: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file, or it leads to none",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ELOOP: "it leads back to itself",
};

/** Why a file cannot be opened or read, as the end of a sentence. */
export function explainFileError(error: unknown): string {
  return EXPLAINED[codeOf(error) ?? ""] ?? messageOf(error);
}
