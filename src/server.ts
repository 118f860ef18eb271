import "reflect-metadata";
import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { type App, createApp } from "./app.js";
import { type FirstToken, issueFirstTokens } from "./auth/first-tokens.service.js";
import { OPERATOR } from "./auth/role.js";
import { type Config, parseConfig } from "./config.js";
import { type OpenDatabase, openDatabase } from "./database/open.js";
import { codeOf, StartupError } from "./database/startup-error.js";
import { loadDemo } from "./demo/demo.service.js";
import { demoNewsroom } from "./demo/demo.stories.js";
import { FIRST_QUERY } from "./graphql/sandbox.js";
import { systemClock } from "./lib/clock.js";
import { newId } from "./lib/new-id.js";

/*
 * The server process: settings, database, app, listen; and on SIGTERM all of it backwards.
 */

/** How late a scheduled article is published at most, in milliseconds. */
const SCHEDULE_INTERVAL_MS = 1000;

/** Whoever reads the output may go away, as `npm start | head` does: then there is nobody to tell, and that is all. */
process.stdout.on("error", () => {});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Ends the process with one clear sentence and a status that is not zero. */
function fail(error: unknown): never {
  const told =
    error instanceof StartupError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`dateline: ${told}\n`);
  process.exit(1);
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

/** What of the server is there already while it starts. */
interface Starting {
  readonly opening: Promise<OpenDatabase>;
  app: App | null;
}

/**
 * Stops once, however many signals come: requests under way are answered first, as long as the time limit allows. A
 * signal during the start waits for the database to have started, so that none is left running.
 */
function stopOnSignals(starting: Starting, config: Config): void {
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    say(`${signal}: finishing the requests under way.`);
    const drained = starting.app ? starting.app.stop().then(() => true) : Promise.resolve(false);
    const isDrained = await Promise.race([drained, pause(config.shutdownTimeoutMs, false, { ref: false })]);
    const open = await starting.opening.catch(() => null);
    await open?.close(!isDrained);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal).catch(fail));
}

/** Shown once: only their hashes are kept. */
function sayTokens(tokens: readonly FirstToken[]): void {
  if (tokens.length === 0) return;
  say("");
  say("  Tokens to write with, shown this once (npm run token -- create makes more):");
  for (const { role, token } of tokens) say(`    ${role.padEnd(7)} ${token}`);
  say("  In Sandbox, set two headers: authorization = Bearer TOKEN, and x-content-view = draft to see drafts.");
}

interface Welcome {
  readonly url: string;
  readonly open: OpenDatabase;
  readonly demo: string | null;
  readonly tokens: readonly FirstToken[];
  readonly startedAtMs: number;
}

function welcome({ url, open, demo, tokens, startedAtMs }: Welcome): void {
  const migrations = open.applied.length === 0 ? "up to date" : `${open.applied.length} applied now`;
  say("");
  say(`  Dateline is ready at ${url}/graphql (${((performance.now() - startedAtMs) / 1000).toFixed(1)} s)`);
  say("");
  say(`  Apollo Sandbox   ${url}/graphql in a browser`);
  say(`  Database         ${open.description}; migrations ${migrations}`);
  if (demo) say(`  Demo newsroom    ${demo}`);
  say(`  Health           ${url}/health/live  ${url}/health/ready`);
  sayTokens(tokens);
  say("");
  say("  A first query to paste:");
  say("");
  say(FIRST_QUERY.replaceAll(/^/gm, "    ").trimEnd());
  say("");
}

async function main(): Promise<void> {
  const startedAtMs = performance.now();
  const config = parseConfig(process.env);
  const log = pino({ level: config.logLevel, base: null, redact: ["req.headers.authorization"] });
  const starting: Starting = {
    opening: openDatabase({ ...config, joinsRunning: false, migrates: true, log, onLost: fail }),
    app: null,
  };
  stopOnSignals(starting, config);
  const open = await starting.opening;
  try {
    const work = { database: open.database, clock: systemClock, newId, actor: OPERATOR, origin: null };
    const demo = config.isDemo ? await loadDemo(open.database, newId, demoNewsroom) : null;
    const app = await createApp({
      ...config,
      scheduleIntervalMs: SCHEDULE_INTERVAL_MS,
      database: open.database,
      log,
      clock: systemClock,
      newId,
      limits: config,
    });
    starting.app = app;
    const url = await listen(app, config);
    // Not before: they are shown once, and a start that fails shows nothing.
    const tokens = config.databaseUrl === null ? await issueFirstTokens(work) : [];
    const brought = demo && `${demo.articles} articles, ${demo.persons} persons, ${demo.posts} posts (loaded now)`;
    welcome({ url: config.publicUrl ?? url, open, demo: brought, tokens, startedAtMs });
  } catch (error) {
    await open.close();
    throw error;
  }
}

await main().catch(fail);
