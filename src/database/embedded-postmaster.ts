import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Account } from "./embedded-account.js";
import type { Binaries } from "./embedded-binaries.js";
import { CLUSTER_ENV } from "./embedded-cluster.js";
import { codeOf, messageOf, StartupError } from "./startup-error.js";

const run = promisify(execFile);
const isWindows = process.platform === "win32";

/** Receives messages about starting, running and stopping; pino's loggers fit. */
export interface StartupLog {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** The parameters of a PostgreSQL on one data folder. */
export interface PostmasterOptions {
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly port: number;
  /** PostgreSQL settings by name, over the ones every server of ours has. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: StartupLog;
}

/** A PostgreSQL that accepts connections. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves, never rejects, when the process has ended, with words for how. */
  readonly ended: Promise<string>;
  /** Ends its sessions, rolls back what they had open, writes everything to disk and ends it. */
  stop(): Promise<void>;
}

/** PostgreSQL ended before it accepted connections; `reason` is its own last words. */
export class PostmasterFailure extends Error {
  constructor(readonly reason: string) {
    super(`PostgreSQL did not start: ${reason}`);
  }

  /** Whether another process has the port. */
  get isPortTaken(): boolean {
    return /could not (bind|create any TCP)|address already in use/i.test(this.reason);
  }

  /** Whether sessions of a PostgreSQL that was killed are still there; each ends at its next pause. */
  get hasLeftovers(): boolean {
    return /pre-existing shared memory block/i.test(this.reason);
  }
}

/** How long a server may take to end its sessions and write everything down, before it is made to end without that. */
const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 5_000;

/** PostgreSQL's cache for tables: an eighth of the machine's memory, at most 512 MiB. */
const SHARED_BUFFERS_MIB = Math.max(16, Math.min(512, Math.floor(totalmem() / 8 / 1024 ** 2)));

const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: `${SHARED_BUFFERS_MIB}MB`,
  // The matches of a search for a common word stay in memory.
  work_mem: "16MB",
  listen_addresses: "127.0.0.1",
  // The path of a socket must be short, and the data folder's may be long; loopback does the same.
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  // A newsroom's statements are short: compiling one takes longer than running it.
  jit: "off",
  // Data and statements must not be logged; the caller gets its own errors anyway.
  log_min_messages: "log",
  log_min_error_statement: "panic",
};

/**
 * Starts PostgreSQL and resolves when it accepts connections, after as long a recovery as it needs.
 *
 * @throws PostmasterFailure when PostgreSQL ends before; StartupError when its program cannot be run at all.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { cluster, binaries, account, port } = options;
  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const identity = account === null ? {} : { uid: account.uid, gid: account.gid };
  // commandLineIsOurs in embedded-orphan.ts knows its postmaster by the order of these words.
  const child = spawn(binaries.program("postgres"), ["-D", cluster, "-p", String(port), ...settings], {
    ...identity,
    env: CLUSTER_ENV,
    cwd: cluster,
    stdio: ["ignore", "ignore", "pipe"],
    // A process group of its own: Ctrl-C reaches the server alone, which drains its requests before it stops this.
    detached: !isWindows,
    windowsHide: true,
  });
  const ended = endOf(child);
  await readiness(child, ended, options.log);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended, options) };
}

/** Returns a free port of the loopback address. Another process may take it before it is used. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal === null ? `exit status ${code}` : `signal ${signal}`));
    child.once("error", (error) => resolve(messageOf(error)));
  });
}

function readiness(child: ChildProcess, ended: Promise<string>, log: StartupLog): Promise<void> {
  return new Promise((resolve, reject) => {
    let fatal = "";
    let last = "";
    child.once("error", (error) => reject(cannotRun(error)));
    if (child.stderr === null) throw new TypeError("The standard error of a child must be a pipe.");
    const lines = createInterface({ input: child.stderr });
    lines.on("line", (line) => {
      forward(line, log);
      last = line;
      if (/(FATAL|PANIC): /.test(line)) fatal ||= line.replace(/^.*?(FATAL|PANIC): +/, "");
      if (line.includes("database system is ready to accept connections")) resolve();
    });
    // The lines are closed after the process's end, when its last words have been read.
    lines.once("close", () => {
      // Some of its programs' errors have no level; the last line explains more than an exit status.
      const reasonOf = (how: string): string => fatal || (last === "" ? how : `${how}, "${last}"`);
      void ended.then((how) => reject(new PostmasterFailure(reasonOf(how))));
    });
  });
}

function cannotRun(error: Error): StartupError {
  const reason = codeOf(error) === "ENOENT" ? "its programs need glibc" : messageOf(error);
  return new StartupError(
    `The embedded PostgreSQL does not run on this system (${reason}); let DATABASE_URL name a server of your own.`,
    { cause: error },
  );
}

/** PostgreSQL's lines are "moment UTC [pid] LEVEL:  words"; the log has its own moments. */
function forward(line: string, log: StartupLog): void {
  const words = `PostgreSQL: ${line.replace(/^[-\d]+ [\d:.]+ UTC \[\d+\] /, "")}`;
  if (/(FATAL|PANIC): /.test(line)) log.warn(words);
  else log.debug(words);
}

async function stop(child: ChildProcess, ended: Promise<string>, options: PostmasterOptions): Promise<void> {
  const within = async (timeoutMs: number): Promise<boolean> => {
    const timer = new AbortController();
    const timeout = pause(timeoutMs, false, { signal: timer.signal }).catch(() => false);
    const hasEnded = await Promise.race([ended.then(() => true), timeout]);
    timer.abort();
    return hasEnded;
  };
  await askToStop(child, options);
  if (await within(FAST_STOP_MS)) return;
  options.log.warn("PostgreSQL takes too long to stop; it will recover when it starts again.");
  child.kill("SIGQUIT");
  if (await within(IMMEDIATE_STOP_MS)) return;
  child.kill("SIGKILL");
  await ended;
}

/** SIGINT is PostgreSQL's "fast" shutdown. Windows has no signals, so PostgreSQL's own program has to stop it. */
async function askToStop(child: ChildProcess, { binaries, cluster }: PostmasterOptions): Promise<void> {
  if (!isWindows) {
    child.kill("SIGINT");
    return;
  }
  const args = ["stop", "-D", cluster, "-m", "fast", "-W"];
  await run(binaries.program("pg_ctl"), args, { env: CLUSTER_ENV, windowsHide: true }).catch(() => child.kill());
}
