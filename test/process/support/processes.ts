import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Client } from "pg";
import { inject } from "vitest";
import { SETTINGS } from "../../../src/config.js";
import { isPostmasterOf, readPostmasterFile } from "../../../src/database/embedded-orphan.js";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Any number that nothing else in the database locks. */
const BUILD_LOCK = 72707371;

/** Compiles src/ to dist/, which is what the processes run. Test files that run at once wait for each other here. */
export async function build(): Promise<void> {
  await withClient(inject("databaseServerUrl"), async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [BUILD_LOCK]);
    await execute(process.execPath, ["scripts/build.mjs"], { cwd: root });
  });
}

/** Returns what `use` makes of a connection, and ends the connection. */
export async function withClient<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  // A server that ends takes its database with it; whatever fails by that fails in `use`.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** The settings of a process; those that are left out have their defaults, whatever the environment of the tests says. */
export type Environment = Readonly<Record<string, string>>;

const SETTING_NAMES = new Set(Object.values(SETTINGS).map(({ name }) => name));
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTING_NAMES.has(name)));

/** A machine under load makes a server late, which then would refuse requests and end reads that wait. */
export const UNHURRIED: Environment = { MAX_EVENT_LOOP_DELAY_MS: "0", READER_TIMEOUT_MS: "0" };

/** How a process ended. */
export interface Ended {
  /** Its exit status; null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const started = new Set<Process>();
const folders: string[] = [];

/** A process of a program in dist/, with all that it said so far. */
export class Process {
  stdout = "";
  stderr = "";
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #waiting = new Set<() => void>();
  #hasEnded = false;

  constructor(args: readonly string[], environment: Environment) {
    const options = { cwd: root, env: { ...inherited, ...UNHURRIED, ...environment } };
    this.#child = spawn(process.execPath, [...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
    this.#child.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.stdout += text;
      this.#wake();
    });
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
      this.#wake();
    });
    this.ended = new Promise((resolve) => {
      this.#child.once("close", (status) => {
        this.#hasEnded = true;
        this.#wake();
        resolve({ status, stdout: this.stdout, stderr: this.stderr });
      });
    });
    started.add(this);
  }

  /** Resolves once one of its outputs matches; rejects with what it said when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.stdout) ?? pattern.exec(this.stderr);
      if (found) return found;
      if (this.#hasEnded) throw new Error(`The process ended before it said ${pattern}:\n${this.stdout}${this.stderr}`);
      await new Promise<void>((resolve) => void this.#waiting.add(resolve));
    }
  }

  /** Sends a signal unless it has ended. */
  signal(name: NodeJS.Signals): void {
    if (!this.#hasEnded) this.#child.kill(name);
  }

  /** Asks it to end, and resolves when it has. */
  stop(): Promise<Ended> {
    this.signal("SIGTERM");
    return this.ended;
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

/** An answer to a GraphQL request, as far as tests look at it. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** A server that is ready. */
export interface Server {
  readonly process: Process;
  /** Such as http://localhost:41234. */
  readonly url: string;
  ask(query: string, variables?: object, token?: string): Promise<Answer>;
}

/** Starts a server on a free port and resolves when it says that it is ready. */
export async function startServer(environment: Environment): Promise<Server> {
  const child = new Process(["dist/server.js"], { PORT: "0", ...environment });
  const [, url = ""] = await child.says(/Dateline is ready at (http\S+)\/graphql/);
  // The last line of what it prints, so that all of it is there.
  await child.says(/A first query to paste:[\s\S]*\n {4}\}\n\n/);
  return { process: child, url, ask: (...asked) => askOver(url, ...asked) };
}

async function askOver(url: string, query: string, variables: object = {}, token?: string): Promise<Answer> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization },
    body: JSON.stringify({ query, variables }),
  });
  // What a GraphQL server answers has this shape; the tests look at the values.
  return (await response.json()) as Answer;
}

/** Runs a server that cannot start, to its end. */
export function refusedServer(environment: Environment): Promise<Ended> {
  return new Process(["dist/server.js"], { PORT: "0", ...environment }).ended;
}

/** Runs a command to its end. */
export function runCommand(args: readonly string[], environment: Environment): Promise<Ended> {
  return new Process(["dist/cli.js", ...args], environment).ended;
}

/** Makes a folder that cleanUp removes. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "dateline-process-")));
  // As root PostgreSQL runs under another account, which has to get in.
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

/** Returns the path of a data folder that is not there yet. */
export async function dataFolder(): Promise<string> {
  return join(await temporaryFolder(), "data");
}

/** Returns a copy of a data folder on which nothing runs. */
export async function copyOf(dir: string): Promise<string> {
  const copy = await dataFolder();
  // Unlike Node's own copying it keeps the owner.
  await execute("cp", ["-a", dir, copy]);
  return copy;
}

/** Ends every process that is still there and removes every folder: call it in `afterAll`. */
export async function cleanUp(): Promise<void> {
  await Promise.all([...started].map((each) => each.stop()));
  started.clear();
  for (const folder of folders.splice(0)) {
    await endOrphan(join(folder, "data", "postgres"));
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A test that failed after it killed a server leaves its PostgreSQL behind. */
async function endOrphan(cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file && (await isPostmasterOf(file.pid, cluster))) process.kill(file.pid, "SIGQUIT");
}
