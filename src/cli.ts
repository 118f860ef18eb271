import "reflect-metadata";
import { parseArgs } from "node:util";
import { lexicographicSortSchema, printSchema } from "graphql";
import { OPERATOR } from "./auth/role.js";
import { runTokenCommand } from "./auth/token.command.js";
import { type Config, parseConfig } from "./config.js";
import type { Database } from "./database/client.js";
import { type OpenDatabase, openDatabase } from "./database/open.js";
import { StartupError } from "./database/startup-error.js";
import { ExportFault, exportTo, restoreFile } from "./export/export.command.js";
import { UsageError } from "./lib/usage-error.js";
import { systemClock } from "./lib/clock.js";
import { newId } from "./lib/new-id.js";
import { schema } from "./schema.js";
import {
  type FileEnd,
  type FileOptions,
  importFile,
  ImportFault,
  listFiles,
  readFormat,
  readLanguage,
  tellEnds,
  UNDONE,
} from "./import/import.command.js";

/*
 * The commands. Each answers on stdout, tells faults and progress on stderr, and ends with status 1 when it could not
 * do all that it was asked.
 */

const USAGE = `Usage:
  npm run import -- FILE... [--publish] [--dry-run]        reads wire copy into drafts; a folder stands for its files
      [--headline "…"] [--language TAG] [--format FORMAT]  what is known of the copy; else it is recognised
  npm run import -- FILE.jsonl                             takes an export back
  npm run export -- [FILE] [--drafts]                      writes the published newsroom, or all of it, as JSON lines
  npm run token -- create --role ROLE --name "…" [--days N]  makes a token, shown once on the last line
  npm run token -- list                                    lists the tokens
  npm run token -- revoke ID                               makes a token useless at once
  npm run --silent schema                                  prints the schema
`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function open(config: Config): Promise<OpenDatabase> {
  const quiet = { debug: () => {}, info: () => {}, warn: tell, error: tell };
  const onLost = (error: StartupError): void => {
    tell(`dateline: ${error.message}`);
    process.exit(1);
  };
  return openDatabase({ ...config, poolSize: 2, log: quiet, joinsRunning: true, onLost });
}

async function importCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      headline: { type: "string" },
      language: { type: "string" },
      format: { type: "string" },
      publish: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0) throw new UsageError("Name a file or folder to import.");
  const options: FileOptions = {
    headline: values.headline,
    language: values.language === undefined ? undefined : readLanguage(values.language),
    format: values.format === undefined ? undefined : readFormat(values.format),
    isPublished: values.publish,
    isDryRun: values["dry-run"],
  };
  const files = await listFiles(positionals);
  if (values.headline !== undefined && files.length > 1) throw new UsageError("--headline goes with one file.");
  if (values["dry-run"] && files.some(isExport)) throw new UsageError("--dry-run goes with copy, not with an export.");
  const opened = await open(parseConfig(process.env));
  try {
    await importAll(opened.database, files, options);
  } finally {
    await opened.close();
  }
}

function isExport(file: string): boolean {
  return file.endsWith(".jsonl");
}

async function importAll(database: Database, files: readonly string[], options: FileOptions): Promise<void> {
  const work = { database, clock: systemClock, newId, actor: OPERATOR, origin: null };
  const ends: FileEnd[] = [];
  for (const [at, file] of files.entries()) {
    if (files.length > 1) tell(`[${at + 1}/${files.length}] ${file}`);
    if (isExport(file)) {
      say(await restoreFile(database, file));
      ends.push("imported");
    } else ends.push(await importOne(file, () => importFile(work, file, options)));
  }
  if (files.length > 1) say(tellEnds(ends, options.isDryRun ?? false));
  if (ends.some((end) => UNDONE.has(end))) process.exitCode = 1;
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
    await exportTo(opened.database, file, { withDrafts: values.drafts });
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

/** A file that cannot be imported does not keep the others from it. */
async function importOne(file: string, run: () => ReturnType<typeof importFile>): Promise<FileEnd> {
  try {
    const { table, outcome, end } = await run();
    say(`${table}\n\n${file}: ${outcome}`);
    return end;
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    tell(`dateline: ${error.message}`);
    return "failed";
  }
}

async function run([command, ...args]: readonly string[]): Promise<void> {
  switch (command) {
    case "import":
      return importCommand(args);
    case "export":
      return exportCommand(args);
    case "token":
      return tokenCommand(args);
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

await run(process.argv.slice(2)).catch((error: unknown) => {
  if (isUsage(error)) tell(`dateline: ${(error as Error).message}\n\n${USAGE}`);
  else if (error instanceof StartupError || error instanceof ImportFault || error instanceof ExportFault)
    tell(`dateline: ${error.message}`);
  else tell(`dateline: ${error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 1;
});
