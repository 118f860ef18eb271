import "./production-mode.js";
import "reflect-metadata";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type Logger, pino } from "pino";
import { type App, createApp } from "./app.js";
import { describeTokens, writeFirstTokens } from "./auth/first-tokens-file.service.js";
import { type FirstToken, issueFirstTokens } from "./auth/first-tokens.service.js";
import { OPERATOR } from "./auth/role.js";
import { type Config, parseConfig } from "./config.js";
import { type OpenDatabase, openDatabase } from "./database/open.js";
import type { StartupLog } from "./database/embedded-postmaster.js";
import { codeOf, messageOf, StartupError } from "./database/startup-error.js";
import { isDeskBuilt } from "./desk/desk-files.http.js";
import { loadDemo } from "./demo/demo.service.js";
import { demoNewsroom } from "./demo/demo.stories.js";
import { openImages } from "./image/open-images.js";
import { fetchRulesOf } from "./import/import-settings.js";
import { FIRST_QUERY } from "./graphql/sandbox.js";
import { parseTrustedDocuments, type TrustedDocuments, TrustedDocumentsFault } from "./graphql/trusted-documents.js";
import { systemClock } from "./lib/clock.js";
import { type LogDestination, standardOutputLog } from "./lib/log-destination.js";
import { newId } from "./lib/new-id.js";
import { schema } from "./schema.js";

/*
 * The server process: settings, database, app, listen; and on SIGTERM all of it backwards.
 */

/** How often the server does what it does at intervals. */
const INTERVALS = {
  /** An article is published at most so much late. */
  scheduleIntervalMs: 1000,
  /** The search finds what a server of another version has written at most so much late. */
  searchIntervalMs: 5000,
  eventIntervalMs: 600_000,
  countIntervalMs: 60_000,
} as const;

/** Exit statuses: all was answered; the server could not start or go on; it ended before all was answered. */
const EXIT = { DRAINED: 0, FAILED: 1, NOT_DRAINED: 2 } as const;

/** How long the end of the process waits for the last lines of the log. */
const LOG_FLUSH_MS = 500;

// The reader of an output may go away and its disk may be full: that is no reason to end.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

/** Prints a line for a person. Where the standard output is no terminal, it belongs to the lines of the log alone. */
function printLine(text: string): void {
  (process.stdout.isTTY ? process.stdout : process.stderr).write(`${text}\n`);
}

/** How many connections readers and the newsroom have of so many. */
function sharesOf(connections: number): { readonly poolSize: number; readonly readerPoolSize: number } {
  const readerPoolSize = Math.ceil(connections * 0.6);
  return { readerPoolSize, poolSize: Math.max(1, connections - readerPoolSize) };
}

/** Ends the process with one clear sentence and a status that is not zero. */
function fail(error: unknown): never {
  const message =
    error instanceof StartupError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`dateline: ${message}\n`);
  process.exit(EXIT.FAILED);
}

async function listen(app: App, { port, host }: Config): Promise<string> {
  try {
    const address = await app.http.listen({ port, host });
    return address.replace("127.0.0.1", "localhost").replace("[::1]", "localhost");
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE") {
      throw new StartupError(`Port ${port} is taken by another process; set PORT to a free one.`, { cause: error });
    }
    if (codeOf(error) === "EACCES" || codeOf(error) === "EADDRNOTAVAIL" || codeOf(error) === "ENOTFOUND") {
      throw new StartupError(
        `Cannot listen on ${host}:${port} (${codeOf(error)}); set HOST and PORT to an address of this machine.`,
        { cause: error },
      );
    }
    throw error;
  }
}

/** SIGHUP comes when a terminal is closed: PostgreSQL must not outlive the server then. */
const STOP_SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
type StopSignal = (typeof STOP_SIGNALS)[number];

/** What of the server is there already while it starts. */
interface Starting {
  readonly opening: Promise<OpenDatabase>;
  app: App | null;
}

/** What the process ends with. */
interface Ending {
  readonly starting: Starting;
  readonly config: Config;
  readonly log: Logger;
  readonly logDestination: LogDestination;
}

/**
 * Stops once, however many signals come: requests in progress are answered first, as long as the time limit allows. A
 * signal during the start waits for the database to have started, so that none is left running.
 */
function stopOnSignals(ending: Ending): void {
  let isStopping = false;
  const stop = async (signal: StopSignal): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    process.exit(await endInOrder(ending, signal));
  };
  for (const signal of STOP_SIGNALS) process.on(signal, () => void stop(signal).catch(fail));
}

async function endInOrder({ starting, config, log, logDestination }: Ending, signal: StopSignal): Promise<number> {
  // Only an orchestrator needs time to send its requests elsewhere; who presses Ctrl-C does not.
  if (signal === "SIGTERM" && config.shutdownDelayMs > 0 && starting.app !== null) {
    log.info(`SIGTERM: answering requests for another ${config.shutdownDelayMs} ms while readiness fails.`);
    starting.app.announceStop();
    await pause(config.shutdownDelayMs);
  }
  log.info(`${signal}: finishing the requests under way.`);
  const drained = starting.app ? starting.app.stop().then(() => true) : Promise.resolve(null);
  const isDrained = await Promise.race([drained, pause(config.shutdownTimeoutMs, false, { ref: false })]);
  const open = await starting.opening.catch(() => null);
  await open?.close(isDrained !== true);
  if (isDrained === false) log.warn(`Some requests were not answered within ${config.shutdownTimeoutMs} ms.`);
  await logDestination.flush(LOG_FLUSH_MS);
  return isDrained === false ? EXIT.NOT_DRAINED : EXIT.DRAINED;
}

/**
 * Shown once: only their hashes are kept. An output other than a terminal may be stored for years by a log collector, so
 * that the tokens are written into a file and only its path is printed.
 */
async function printTokens(tokens: readonly FirstToken[], { dataDir }: Config): Promise<void> {
  if (tokens.length === 0) return;
  printLine("");
  if (process.stdout.isTTY) {
    printLine("  Tokens to write with, shown this once (npm run token -- create makes more):");
    for (const line of describeTokens(tokens)) printLine(`    ${line}`);
  } else {
    printLine(`  Tokens to write with, in a file to remove: ${await writeFirstTokens(dataDir, tokens)}`);
    printLine("  (npm run token -- create makes more)");
  }
  printLine("  In Sandbox, set two headers: authorization = Bearer TOKEN, and x-content-view = draft to see drafts.");
}

async function readTrustedDocuments({
  trustMode,
  trustedDocumentsFile: file,
}: Config): Promise<TrustedDocuments | null> {
  if (trustMode === "off") return null;
  try {
    return parseTrustedDocuments(await readFile(file, "utf8"), schema, trustMode === "only");
  } catch (error) {
    const problem = error instanceof TrustedDocumentsFault ? error.message : `cannot be read (${messageOf(error)})`;
    throw new StartupError(`The file ${file} of TRUSTED_DOCUMENTS_FILE ${problem}.`);
  }
}

interface Welcome {
  readonly app: App;
  readonly url: string;
  readonly open: OpenDatabase;
  readonly demo: string | null;
  readonly tokens: readonly FirstToken[];
  readonly config: Config;
  readonly startedAtMs: number;
}

async function welcome({ app, url, open, demo, tokens, config, startedAtMs }: Welcome): Promise<void> {
  const migrations = open.applied.length === 0 ? "up to date" : `${open.applied.length} applied now`;
  printLine("");
  printLine(`  Dateline is ready at ${url}/graphql (${((performance.now() - startedAtMs) / 1000).toFixed(1)} s)`);
  printLine("");
  if (isDeskBuilt()) printLine(`  The desk         ${url}/desk in a browser: where journalists work`);
  printLine(`  Apollo Sandbox   ${url}/graphql in a browser; GraphiQL at ${url}/graphiql`);
  printLine(`  Database         ${open.description}; migrations ${migrations}`);
  if (demo) printLine(`  Demo newsroom    ${demo}`);
  printLine(`  Health           ${url}/health/live  ${url}/health/ready`);
  await printTokens(tokens, config);
  const signInPath = signInPathOf(app, tokens);
  if (signInPath !== null) {
    printLine("");
    printLine("  Sign in to the desk with this link; it works once, within half an hour:");
    printLine(`    ${url}${signInPath}`);
  }
  printLine("");
  printLine("  A first query to paste:");
  printLine("");
  printLine(FIRST_QUERY.replaceAll(/^/gm, "    ").trimEnd());
  printLine("");
}

/** A page that signs the operator in to the desk; null unless the first tokens were made just now. */
function signInPathOf(app: App, tokens: readonly FirstToken[]): string | null {
  const admin = tokens.find(({ role }) => role === "ADMIN");
  return admin && isDeskBuilt() ? app.createSignInPath(admin.token) : null;
}

function openConfigured(config: Config, log: StartupLog): Promise<OpenDatabase> {
  const shares = sharesOf(config.poolSize);
  return openDatabase({ ...config, ...shares, joinsRunning: false, migrates: true, log, onLost: fail });
}

/** What bounds imports. */
function importRulesOf(config: Config) {
  const { importThreads: threads, importTimeoutMs: timeoutMs } = config;
  return { fetchRules: fetchRulesOf(config), copyReaderLimits: { threads, timeoutMs } };
}

async function main(): Promise<void> {
  const startedAtMs = performance.now();
  const config = parseConfig(process.env);
  const logDestination = standardOutputLog();
  const log = pino({ level: config.logLevel, base: null, redact: ["req.headers.authorization"] }, logDestination);
  const starting: Starting = { opening: openConfigured(config, log), app: null };
  stopOnSignals({ starting, config, log, logDestination });
  const open = await starting.opening;
  try {
    const work = { database: open.database, clock: systemClock, newId, actor: OPERATOR, origin: null };
    const images = openImages(config);
    const demo = config.isDemo ? await loadDemo(open.database, work, demoNewsroom, images) : null;
    const app = await createApp({
      ...config,
      ...INTERVALS,
      database: open.database,
      log,
      clock: systemClock,
      newId,
      limits: config,
      rules: config,
      trustedDocuments: await readTrustedDocuments(config),
      images,
      imageLimits: config,
      ...importRulesOf(config),
    });
    starting.app = app;
    const url = await listen(app, config);
    // Not before: they are shown once, and a start that fails shows nothing.
    const tokens = config.databaseUrl === null ? await issueFirstTokens(work) : [];
    const brought = demo && `${demo.articles} articles, ${demo.persons} persons, ${demo.posts} posts (loaded now)`;
    const address = config.publicUrl ?? url;
    if (!process.stdout.isTTY) log.info({ url: address }, `Dateline is ready at ${address}/graphql`);
    await welcome({ app, url: address, open, demo: brought, tokens, config, startedAtMs });
  } catch (error) {
    await open.close();
    throw error;
  }
}

await main().catch(fail);
