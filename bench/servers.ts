import { type ChildProcess, fork } from "node:child_process";
import { openSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../src/database/embedded-postmaster.js";
import { HttpConnection } from "./http-client.js";
import { missingPostgraphile, postgraphileNode } from "./postgraphile.js";
import type { Protocol } from "./questions.js";

/** How the same answer can be made. */
export interface Way {
  readonly name: string;
  readonly protocol: Protocol;
  /** The module that serves it. */
  readonly module: string;
  readonly env: Readonly<Record<string, string>>;
  /** The Node.js that runs it; that of the benchmark where absent. */
  readonly node?: string;
}

const APPLICATION = { protocol: "graphql", module: "../dist/server.js" } as const;

/** The ways that are measured, in the order of the report. */
export const WAYS: readonly Way[] = [
  { name: "limit", protocol: "plain", module: "./ways/limit.ts", env: {} },
  { name: "dateline", ...APPLICATION, env: { LOG_LEVEL: "silent", CACHE_MB: "0" } },
  { name: "dateline, logging", ...APPLICATION, env: { LOG_LEVEL: "info", CACHE_MB: "0" } },
  { name: "dateline, cached", ...APPLICATION, env: { LOG_LEVEL: "info", CACHE_MB: "64" } },
  { name: "naive", protocol: "graphql", module: "./ways/naive.ts", env: {} },
  ...postgraphileWay(),
];

/** PostGraphile, where it is installed. */
function postgraphileWay(): readonly Way[] {
  const node = postgraphileNode();
  if (node === null || missingPostgraphile() !== null) return [];
  return [{ name: "postgraphile", protocol: "postgraphile", module: "./postgraphile/server.mjs", env: {}, node }];
}

/** What answers as fast as Node can. */
export const PING: Way = { name: "ping", protocol: "plain", module: "./ways/ping.ts", env: {} };

/** A way that runs on one corpus. */
export interface RunningWay {
  readonly way: Way;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** How long a server may take to answer for the first time. */
const START_TIMEOUT_MS = 30_000;

/** Starts a server process for a way and waits until it listens. */
export async function startWay(way: Way, databaseUrl: string): Promise<RunningWay> {
  const port = await freePort();
  const module = fileURLToPath(new URL(way.module, import.meta.url));
  const child = fork(module, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      ...way.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      DEMO: "off",
      // All requests of a run come from one address.
      RATE_LIMIT_PER_ADDRESS: "10000000",
    },
    // The application runs compiled, by Node alone; the other ways are run from their source like this module.
    execArgv: /\.m?js$/.test(module) ? [] : process.execArgv,
    ...(way.node !== undefined && { execPath: way.node }),
    // What is logged is written, but not kept.
    stdio: ["ignore", openSync("/dev/null", "w"), "inherit", "ipc"],
  });
  await waitUntilListening(child, port, way.name);
  return { way, port, pid: child.pid ?? 0, stop: () => stopChild(child) };
}

async function waitUntilListening(child: ChildProcess, port: number, name: string): Promise<void> {
  const endsAtMs = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < endsAtMs && child.exitCode === null) {
    const connection = await HttpConnection.open(port).catch(() => null);
    connection?.close();
    if (connection) return;
    await pause(50);
  }
  child.kill("SIGKILL");
  throw new Error(`The server of "${name}" did not start.`);
}

/** Ends a process that was started here, and waits for its end. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(timer);
}
