import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { findBinaries } from "../../../src/database/embedded-binaries.js";
import { CLUSTER_ENV } from "../../../src/database/embedded-cluster.js";
import { readPostmasterFile } from "../../../src/database/embedded-orphan.js";
import { freePort } from "../../../src/database/embedded-postmaster.js";
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from "../../../src/database/embedded.js";

const run = promisify(execFile);

/** Makes a data folder that ends with the test; nothing is in it and nothing runs on it yet. */
export async function dataFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "dateline-embedded-"));
  // As root PostgreSQL runs under another account, which has to get in.
  await chmod(parent, 0o711);
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, "data");
}

let template: Promise<string> | undefined;

/** Makes a data folder with an empty database in it, which has never been anywhere else: a copy of one of the run's. */
export async function initialisedFolder(): Promise<string> {
  template ??= createTemplate();
  const dir = await dataFolder();
  // Unlike Node's own copying it keeps the owner.
  await run("cp", ["-a", await template, dir]);
  return dir;
}

/** Removes what initialisedFolder copies; call it in `afterAll`. */
export async function removeInitialisedFolder(): Promise<void> {
  if (template !== undefined) await rm(dirname(await template), { recursive: true, force: true });
}

async function createTemplate(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "dateline-initialised-"));
  await chmod(parent, 0o711);
  const dir = join(parent, "data");
  const embedded = await startEmbedded({ dir, log: new Log(), onLost: () => undefined });
  await embedded.stop();
  return dir;
}

/** A log that a test can read and wait on. */
export class Log {
  readonly lines: string[] = [];
  readonly #waiting = new Set<() => void>();

  readonly debug = (line: string): void => this.#add(line);
  readonly info = (line: string): void => this.#add(line);
  readonly warn = (line: string): void => this.#add(line);
  readonly error = (line: string): void => this.#add(line);

  /** Resolves once `count` lines have matched. */
  async until(pattern: RegExp, count = 1): Promise<void> {
    while (this.lines.filter((line) => pattern.test(line)).length < count) {
      await new Promise<void>((resolve) => void this.#waiting.add(resolve));
    }
  }

  #add(line: string): void {
    this.lines.push(line);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

/** Starts an embedded database in this process that ends with the test. */
export async function start(dir: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const lost = (error: Error): void => {
    throw error;
  };
  const embedded = await startEmbedded({ log: new Log(), onLost: lost, ...options, dir });
  onTestFinished(() => embedded.stop());
  return embedded;
}

/** A server in a process of its own. */
export interface Holder {
  readonly pid: number;
  readonly url: string;
  readonly dir: string;
  /** How many writes the database has answered for so far. */
  answered(): number;
  /** Resolves once that many writes were answered. */
  untilAnswered(count: number): Promise<void>;
  /** Ends the process, and nothing but it, at once; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts test/database/support/holder.ts; rejects with its sentence when it is refused. */
export async function startHolder(dir: string, ...args: string[]): Promise<Holder> {
  const script = fileURLToPath(new URL("holder.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@dateline/source", "--import", "tsx", script, dir, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => end(child, "SIGTERM"));
  const messages: { url?: string; dir?: string; answered?: number }[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => messages.push(JSON.parse(line)));
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += String(text);
  });
  const closed = once(child, "close").then(() => Promise.reject(new Error(stderr)));
  await Promise.race([once(lines, "line"), closed]);
  const [{ url = "", dir: cluster = "" } = {}] = messages;
  const answered = (): number => messages.at(-1)?.answered ?? 0;
  return {
    pid: child.pid ?? 0,
    url,
    dir: cluster,
    answered,
    async untilAnswered(count) {
      while (answered() < count) await once(lines, "line");
    },
    kill: () => end(child, "SIGKILL"),
  };
}

/** Starts PostgreSQL on `cluster` as the child of a process that never collects it, and returns its number. */
export async function startUncollected(cluster: string): Promise<number> {
  const { uid, gid } = await stat(cluster);
  const { program } = await findBinaries({ uid, gid });
  const script = '"$0" -D "$1" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= & exec sleep 600';
  const words = ["-c", script, program("postgres"), cluster, String(await freePort())];
  const parent = spawn("sh", words, { uid, gid, env: CLUSTER_ENV, stdio: "ignore" });
  onTestFinished(() => end(parent, "SIGKILL"));
  for (;;) {
    const file = await readPostmasterFile(cluster);
    if (file?.status === "ready") return file.pid;
    await new Promise(setImmediate);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

/** Returns the number of the PostgreSQL that runs, or last ran, on the data in `cluster`. */
export async function postmasterOf(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")[0]);
}

/** Resolves once no process has that number; a process that nobody has buried yet is gone as well. */
export async function untilGone(pid: number): Promise<void> {
  for (;;) {
    const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
    if (state === null || /\) Z /.test(state)) return;
    await new Promise(setImmediate);
  }
}
