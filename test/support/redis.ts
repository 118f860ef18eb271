import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../src/database/embedded-postmaster.js";
import { isListening } from "./sockets.js";

/** Whether there is a redis-server; Debian's package of that name has one. */
export const HAS_REDIS = spawnSync("redis-server", ["--version"]).status === 0;
if (!HAS_REDIS) console.warn("SKIPPED: there is no redis-server, so answers shared in Redis are not tested.");

/** A redis-server that keeps nothing on disk. */
export interface TestRedis {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Starts it again on the same port, empty. */
  readonly start: () => Promise<void>;
  /** From now on it takes commands and answers none, until it is woken. */
  readonly freeze: () => void;
  readonly wake: () => void;
}

/** Starts a redis-server of a test file alone. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn("redis-server", ["--port", String(port), "--save", "", "--appendonly", "no"], { stdio: "ignore" });
    while (!(await isListening(port))) await pause(20);
  };
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill();
    await ended;
  };
  await start();
  const freeze = (): void => void child?.kill("SIGSTOP");
  const wake = (): void => void child?.kill("SIGCONT");
  return { url: `redis://127.0.0.1:${port}`, start, stop, freeze, wake };
}
