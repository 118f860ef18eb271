import { parseArgs } from "node:util";
import { OPERATOR } from "./auth/role.js";
import { print, report } from "./cli-output.js";
import type { OpenDatabase } from "./database/open.js";
import { ExportFault, restoreFile } from "./export/export.command.js";
import type { ImageStore } from "./image/image-store.js";
import {
  type FileEnd,
  type FileOptions,
  type StoryReport,
  readEncoding,
  readFormat,
  readLanguage,
  summariseEnds,
  UNDONE,
} from "./import/import.command.js";
import { ImportFault, listFiles, type ListedFile } from "./import/import.files.js";
import type { PictureTools } from "./import/import.pictures.service.js";
import { type FileStep, importFile } from "./import/import-file.command.js";
import { systemClock } from "./lib/clock.js";
import { newId } from "./lib/new-id.js";
import { printableLine } from "./lib/printable.js";
import { UsageError } from "./lib/usage-error.js";

/*
 * The command that imports: its arguments, each file, and what is printed of them.
 */

interface CommandOptions extends FileOptions {
  /** Whether one line is printed of a file and no more. */
  readonly isQuiet: boolean;
}

/** What an import was asked to do. */
interface ImportArguments {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly options: CommandOptions;
}

function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      headline: { type: "string" },
      language: { type: "string" },
      format: { type: "string" },
      encoding: { type: "string" },
      publish: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      quiet: { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0) throw new UsageError("Name a file or folder to import.");
  const options: CommandOptions = {
    isQuiet: values.quiet,
    headline: values.headline,
    language: values.language === undefined ? undefined : readLanguage(values.language),
    format: values.format === undefined ? undefined : readFormat(values.format),
    encoding: values.encoding === undefined ? undefined : readEncoding(values.encoding),
    isPublished: values.publish,
    isDryRun: values["dry-run"],
  };
  return { paths: positionals, options };
}

/** Refuses options that do not go with the files. */
function expectOptionsFit(files: readonly ListedFile[], { headline, isDryRun = false }: CommandOptions): void {
  if (headline !== undefined && files.filter(({ fault }) => fault === null).length > 1)
    throw new UsageError("--headline goes with one file.");
  if (isDryRun && files.some(({ path }) => isExport(path)))
    throw new UsageError("--dry-run goes with copy, not with an export.");
}

/** What an import writes to. */
export interface OpenNewsroom extends OpenDatabase {
  readonly store: ImageStore;
  readonly pictures: PictureTools;
}

/** Imports files and folders. The database is opened only when there is a file to import. */
export async function importCommand(args: readonly string[], open: () => Promise<OpenNewsroom>): Promise<void> {
  const { paths, options } = readImportArguments(args);
  const { files, notes } = await listFiles(paths);
  expectOptionsFit(files, options);
  for (const note of notes) report(`dateline: ${printableLine(note)}`);
  if (files.every(({ fault }) => fault !== null)) return importAll(files, options, async () => ["failed"]);
  const opened = await open();
  try {
    await importAll(files, options, (file) => importOne(opened, file, options));
  } finally {
    await opened.close();
  }
}

function isExport(file: string): boolean {
  return file.endsWith(".jsonl");
}

/** A file that cannot be imported does not keep the others from it. */
async function importAll(
  files: readonly ListedFile[],
  { isQuiet, isDryRun = false }: CommandOptions,
  take: (file: string) => Promise<readonly FileEnd[]>,
): Promise<void> {
  const ends: FileEnd[] = [];
  for (const [at, { path, fault }] of files.entries()) {
    if (files.length > 1 && !isQuiet) report(`[${at + 1}/${files.length}] ${printableLine(path)}`);
    try {
      if (fault !== null) throw new ImportFault(fault);
      ends.push(...(await take(path)));
    } catch (error) {
      if (!(error instanceof ImportFault || error instanceof ExportFault)) throw error;
      report(`dateline: ${printableLine(error.message)}`);
      ends.push("failed");
    }
  }
  if (files.length > 1 || ends.length > 1)
    print(summariseEnds(ends, isDryRun, ends.length > files.length ? "stories" : "files"));
  if (ends.some((end) => UNDONE.has(end))) process.exitCode = 1;
}

/** So many stories of one file are imported between two lines of progress. */
const STORIES_OF_PROGRESS = 100;

/** Imports one file and returns what became of each of its stories. */
async function importOne(
  { database, store, pictures }: Omit<OpenNewsroom, "close">,
  file: string,
  options: CommandOptions,
): Promise<readonly FileEnd[]> {
  if (isExport(file)) {
    print(await restoreFile(database, file, store));
    return ["imported"];
  }
  const work = { database, clock: systemClock, newId, actor: OPERATOR, origin: null };
  const ends: FileEnd[] = [];
  try {
    for await (const step of importFile(work, file, { ...options, pictures })) {
      if (step.kind === "note") report(`dateline: ${printableLine(step.note)}`);
      else ends.push(printStep(step, options.isQuiet || step.label !== file));
      if (step.kind !== "note" && ends.length % STORIES_OF_PROGRESS === 0)
        report(`${printableLine(file)}: ${ends.length} stories, ${Math.floor(step.share * 100)} % of the file`);
    }
  } catch (error) {
    // The stories before the fault are imported, and stay so.
    if (!(error instanceof ImportFault)) throw error;
    report(`dateline: ${printableLine(error.message)}`);
    ends.push("failed");
  }
  return ends;
}

function printStep(step: Exclude<FileStep, { kind: "note" }>, isShort: boolean): FileEnd {
  if (step.kind === "story") {
    printStory(step, isShort);
    return step.end;
  }
  report(`dateline: ${printableLine(step.fault.message)}`);
  return "failed";
}

/** The whole table of a story that is alone in its file, otherwise one line. */
function printStory({ table, outcome, warningCount, label }: StoryReport & { label: string }, isShort: boolean): void {
  const warned = warningCount === 0 ? "" : ` ${warningCount} ${warningCount === 1 ? "warning" : "warnings"}.`;
  const name = printableLine(label);
  print(
    isShort || table === ""
      ? `${name}: ${outcome}${warned}`
      : `${table}

${name}: ${outcome}`,
  );
}
