import "reflect-metadata";
import { constants } from "node:os";
import { parseArgs } from "node:util";
import { lexicographicSortSchema, printSchema } from "graphql";
import { OPERATOR } from "./auth/role.js";
import { runTokenCommand } from "./auth/token.command.js";
import { type Config, parseConfig } from "./config.js";
import type { Database } from "./database/client.js";
import { type OpenDatabase, openDatabase } from "./database/open.js";
import { messageOf, StartupError } from "./database/startup-error.js";
import { ExportFault, exportTo, restoreFile } from "./export/export.command.js";
import { UsageError } from "./lib/usage-error.js";
import { printable, printableLine } from "./lib/printable.js";
import { systemClock } from "./lib/clock.js";
import { newId } from "./lib/new-id.js";
import { schema } from "./schema.js";
import {
  type FileEnd,
  type FileOptions,
  type ImportReport,
  readEncoding,
  readFormat,
  readLanguage,
  summariseEnds,
  UNDONE,
} from "./import/import.command.js";
import { type FileStep, importFile } from "./import/import-file.command.js";
import { ImportFault, listFiles, type ListedFile } from "./import/import.files.js";

/*
 * The commands. Each prints its result on stdout, faults and progress on stderr, and ends with status 1 when it could not
 * do all that it was asked.
 */

const USAGE = {
  import: `  npm run import -- FILE... [--publish] [--dry-run]        reads wire copy into drafts; a folder stands for its files
      [--headline "…"] [--language TAG] [--format FORMAT]  what is known of the copy; else it is recognised
      [--encoding NAME]                                    of the files; else it is seen from their bytes
      [--quiet]                                            one line a file
  npm run import -- FILE.jsonl                             takes an export back
`,
  export: `  npm run export -- [FILE] [--drafts]                      writes the published newsroom, or all of it, as JSON lines
`,
  token: `  npm run token -- create --role ROLE --name "…" [--days N]  makes a token, shown once on the last line
  npm run token -- list                                    lists the tokens
  npm run token -- revoke ID                               makes a token useless at once
`,
  migrate: `  npm run migrate                                          applies the migrations of this version and ends
`,
  schema: `  npm run --silent schema                                  prints the schema
`,
} as const;
type Command = keyof typeof USAGE;

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(USAGE, word);
}

function usageOf(word: string | undefined): string {
  return `Usage:\n${isCommand(word) ? USAGE[word] : Object.values(USAGE).join("")}`.trimEnd();
}

function say(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

function tell(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

async function open(config: Config, migrates = false): Promise<OpenDatabase> {
  const complain = (text: string): void => void (isEnding || tell(text));
  const quiet = { debug: () => {}, info: () => {}, warn: complain, error: complain };
  const onLost = (error: StartupError): void => {
    tell(`dateline: ${error.message}`);
    process.exit(1);
  };
  const opening = openDatabase({ ...config, poolSize: 2, log: quiet, joinsRunning: true, migrates, onLost });
  endOnSignals(opening);
  return opening;
}

/** Whether a signal asked the command to end: what fails from then on fails for that reason. */
let isEnding = false;

/** A PostgreSQL that the command started for itself must not outlive it. What was begun is rolled back. */
function endOnSignals(opening: Promise<OpenDatabase>): void {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.once(signal, () => {
      isEnding = true;
      const ended = opening.then((opened) => opened.close(true)).catch(() => undefined);
      // As a shell reports a process that a signal has ended.
      void ended.then(() => process.exit(128 + constants.signals[signal]));
    });
  }
}

interface CommandOptions extends FileOptions {
  /** Whether one line is said of a file and no more. */
  readonly isQuiet: boolean;
}

async function importCommand(args: readonly string[]): Promise<void> {
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
  const { files, notes } = await listFiles(positionals);
  const paths = files.map(({ path }) => path);
  if (values.headline !== undefined && files.filter(({ fault }) => fault === null).length > 1)
    throw new UsageError("--headline goes with one file.");
  if (values["dry-run"] && paths.some(isExport)) throw new UsageError("--dry-run goes with copy, not with an export.");
  for (const note of notes) tell(`dateline: ${printableLine(note)}`);
  if (files.every(({ fault }) => fault !== null)) return importAll(files, options, async () => ["failed"]);
  const opened = await open(parseConfig(process.env));
  try {
    await importAll(files, options, (file) => importOne(opened.database, file, options));
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
    if (files.length > 1 && !isQuiet) tell(`[${at + 1}/${files.length}] ${printableLine(path)}`);
    try {
      if (fault !== null) throw new ImportFault(fault);
      ends.push(...(await take(path)));
    } catch (error) {
      if (!(error instanceof ImportFault || error instanceof ExportFault)) throw error;
      tell(`dateline: ${printableLine(error.message)}`);
      ends.push("failed");
    }
  }
  if (files.length > 1 || ends.length > 1)
    say(summariseEnds(ends, isDryRun, ends.length > files.length ? "stories" : "files"));
  if (ends.some((end) => UNDONE.has(end))) process.exitCode = 1;
}

/** So many stories of one file are imported between two lines of progress. */
const STORIES_OF_PROGRESS = 100;

/** Imports one file and returns what became of each of its stories. */
async function importOne(database: Database, file: string, options: CommandOptions): Promise<readonly FileEnd[]> {
  if (isExport(file)) {
    say(await restoreFile(database, file));
    return ["imported"];
  }
  const work = { database, clock: systemClock, newId, actor: OPERATOR, origin: null };
  const ends: FileEnd[] = [];
  try {
    for await (const step of importFile(work, file, options)) {
      if (step.kind === "note") tell(`dateline: ${printableLine(step.note)}`);
      else ends.push(sayStep(step, options.isQuiet || step.label !== file));
      if (step.kind !== "note" && ends.length % STORIES_OF_PROGRESS === 0)
        tell(`${printableLine(file)}: ${ends.length} stories, ${Math.floor(step.share * 100)} % of the file`);
    }
  } catch (error) {
    // The stories before the fault are imported, and stay so.
    if (!(error instanceof ImportFault)) throw error;
    tell(`dateline: ${printableLine(error.message)}`);
    ends.push("failed");
  }
  return ends;
}

function sayStep(step: Exclude<FileStep, { kind: "note" }>, isShort: boolean): FileEnd {
  if (step.kind === "story") {
    sayStory(step, isShort);
    return step.end;
  }
  tell(`dateline: ${printableLine(step.fault.message)}`);
  return "failed";
}

/** The whole table of a story that is alone in its file, else one line. */
function sayStory({ table, outcome, warningCount, label }: ImportReport & { label: string }, isShort: boolean): void {
  const warned = warningCount === 0 ? "" : ` ${warningCount} ${warningCount === 1 ? "warning" : "warnings"}.`;
  const name = printableLine(label);
  say(
    isShort || table === ""
      ? `${name}: ${outcome}${warned}`
      : `${table}

${name}: ${outcome}`,
  );
}

async function exportCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { drafts: { type: "boolean", default: false } },
  });
  const [file, ...others] = positionals;
  if (others.length > 0) throw new UsageError("An export goes into one file.");
  const opened = await open(parseConfig(process.env));
  try {
    tell(await exportTo(opened.database, file, { withDrafts: values.drafts }));
  } finally {
    await opened.close();
  }
}

async function tokenCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { role: { type: "string" }, name: { type: "string" }, days: { type: "string" } },
  });
  const [verb, id] = positionals;
  const opened = await open(parseConfig(process.env));
  try {
    const work = { database: opened.database, clock: systemClock, newId, actor: OPERATOR, origin: null };
    say(await runTokenCommand(work, { verb, id, ...values }));
  } finally {
    await opened.close();
  }
}

async function migrateCommand(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const { applied, description, close } = await open(parseConfig(process.env), true);
  await close();
  for (const name of applied) say(name);
  const count = applied.length === 1 ? "1 migration was" : `${applied.length} migrations were`;
  tell(applied.length === 0 ? `Nothing to do in ${description}.` : `${count} applied in ${description}.`);
}

const HELP = new Set(["--help", "-h", "help"]);

function asksHelp([command = "", ...args]: readonly string[]): boolean {
  const end = args.indexOf("--");
  const flags = end === -1 ? args : args.slice(0, end);
  return HELP.has(command) || flags.includes("--help") || flags.includes("-h");
}

async function run(words: readonly string[]): Promise<void> {
  const [command, ...args] = words;
  if (asksHelp(words)) return say(usageOf(command));
  switch (command) {
    case "import":
      return importCommand(args);
    case "export":
      return exportCommand(args);
    case "token":
      return tokenCommand(args);
    case "migrate":
      return migrateCommand(args);
    case "schema":
      return say(printSchema(lexicographicSortSchema(schema)));
    default:
      throw new UsageError(command === undefined ? "Name a command." : `There is no command ${command}.`);
  }
}

function isUsage(error: unknown): boolean {
  // What parseArgs throws is a TypeError with such a code.
  const code = error instanceof TypeError && "code" in error ? String(error.code) : "";
  return error instanceof UsageError || code.startsWith("ERR_PARSE_ARGS");
}

function helpFor(word: string | undefined): string {
  return isCommand(word) && word !== "schema" ? `npm run ${word} -- --help` : "node dist/cli.js --help";
}

// The reader of the output may close it early; what is being written is written all the same.
process.stdout.on("error", () => {
  process.exitCode = 1;
});
const words = process.argv.slice(2);
await run(words).catch((error: unknown) => {
  if (isEnding) return;
  if (isUsage(error)) tell(`dateline: ${messageOf(error).replace(/\.?$/u, ".")} Usage: ${helpFor(words[0])}`);
  else if (error instanceof StartupError || error instanceof ExportFault) tell(`dateline: ${error.message}`);
  else tell(`dateline: ${error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 1;
});
