import "reflect-metadata";
import { parseArgs } from "node:util";
import { lexicographicSortSchema, printSchema } from "graphql";
import { OPERATOR } from "./auth/role.js";
import { runTokenCommand } from "./auth/token.command.js";
import { isEnding, openForCommand } from "./cli-database.js";
import { importCommand } from "./cli-import.js";
import { print, report } from "./cli-output.js";
import { asksForHelp, helpFor, usageOf } from "./cli-usage.js";
import { parseConfig } from "./config.js";
import { messageOf, StartupError } from "./database/startup-error.js";
import { recheckAllQuotes } from "./embedded-post/recheck.command.js";
import { ExportFault, exportTo } from "./export/export.command.js";
import { runImagesCommand } from "./image/images.command.js";
import { pictureIntake } from "./image/picture-intake.service.js";
import { fetchRulesOf } from "./import/import-settings.js";
import { openImages } from "./image/open-images.js";
import { systemClock } from "./lib/clock.js";
import { newId } from "./lib/new-id.js";
import { UsageError } from "./lib/usage-error.js";
import { schema } from "./schema.js";

/*
 * The commands. Each prints its result on stdout, faults and progress on stderr, and ends with status 1 when it could not
 * do all that it was asked.
 */

async function exportCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { drafts: { type: "boolean", default: false } },
  });
  const [file, ...others] = positionals;
  if (others.length > 0) throw new UsageError("An export goes into one file.");
  const config = parseConfig(process.env);
  const opened = await openForCommand(config);
  try {
    report(await exportTo(opened.database, file, { withDrafts: values.drafts }, openImages(config).store));
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
  const opened = await openForCommand(parseConfig(process.env));
  try {
    const work = { database: opened.database, clock: systemClock, newId, actor: OPERATOR, origin: null };
    print(await runTokenCommand(work, { verb, id, ...values }));
  } finally {
    await opened.close();
  }
}

async function recheckCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { write: { type: "boolean", default: false } } });
  const opened = await openForCommand(parseConfig(process.env));
  try {
    const work = { database: opened.database, clock: systemClock, newId, actor: OPERATOR, origin: null };
    print(await recheckAllQuotes(work, { isWritten: values.write, report }));
  } finally {
    await opened.close();
  }
}

async function imagesCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { delete: { type: "boolean", default: false } } });
  const config = parseConfig(process.env);
  const opened = await openForCommand(config);
  try {
    const means = { database: opened.database, ...openImages(config), now: systemClock.now() };
    for await (const line of runImagesCommand(means, values.delete)) print(line);
  } finally {
    await opened.close();
  }
}

async function migrateCommand(args: readonly string[]): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const { applied, description, close } = await openForCommand(parseConfig(process.env), true);
  await close();
  for (const name of applied) print(name);
  const count = applied.length === 1 ? "1 migration was" : `${applied.length} migrations were`;
  report(applied.length === 0 ? `Nothing to do in ${description}.` : `${count} applied in ${description}.`);
}

async function run(words: readonly string[]): Promise<void> {
  const [command, ...args] = words;
  if (asksForHelp(words)) return print(usageOf(command));
  switch (command) {
    case "import":
      return importCommand(args, async () => {
        const config = parseConfig(process.env);
        const images = openImages(config);
        const pictures = { intake: pictureIntake(images, config), fetching: fetchRulesOf(config) };
        return { ...(await openForCommand(config)), store: images.store, pictures };
      });
    case "export":
      return exportCommand(args);
    case "images":
      return imagesCommand(args);
    case "token":
      return tokenCommand(args);
    case "recheck":
      return recheckCommand(args);
    case "migrate":
      return migrateCommand(args);
    case "schema":
      return print(printSchema(lexicographicSortSchema(schema)));
    default:
      throw new UsageError(command === undefined ? "Name a command." : `There is no command ${command}.`);
  }
}

function isUsage(error: unknown): boolean {
  // What parseArgs throws is a TypeError with such a code.
  const code = error instanceof TypeError && "code" in error ? String(error.code) : "";
  return error instanceof UsageError || code.startsWith("ERR_PARSE_ARGS");
}

// The reader of the output may close it early; what is being written is written nevertheless.
process.stdout.on("error", () => {
  process.exitCode = 1;
});
const words = process.argv.slice(2);
await run(words).catch((error: unknown) => {
  if (isEnding()) return;
  if (isUsage(error)) report(`dateline: ${messageOf(error).replace(/\.?$/u, ".")} Usage: ${helpFor(words[0])}`);
  else if (error instanceof StartupError || error instanceof ExportFault) report(`dateline: ${error.message}`);
  else report(`dateline: ${error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 1;
});
