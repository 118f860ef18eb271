import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Binaries } from "./embedded-binaries.js";
import { CLUSTER_ENV } from "./embedded-cluster.js";
import type { StartupLog } from "./embedded-postmaster.js";
import { commandLineOf } from "./embedded-process.js";
import { codeOf, StartupError } from "./startup-error.js";

const run = promisify(execFile);

/** What a running PostgreSQL writes about itself in its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** "ready" once it accepts connections; "starting" or "stopping" otherwise. */
  readonly status: string;
}

/** How long an orphan may take to end in order, and then to end at all. */
const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 10_000;

/**
 * Ends the PostgreSQL that a killed server left running on `cluster`, in order, so that it can be started again under
 * this one. Only a process that is proven to be that PostgreSQL is ever signalled: a number in a file proves nothing,
 * because numbers are used again. The caller must hold the lock of the data folder.
 *
 * @throws StartupError when it does not end.
 */
export async function stopOrphan(cluster: string, binaries: Binaries, log: StartupLog): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file === null || !(await isPostmasterOf(file.pid, cluster))) return;
  log.info(`Stopping the PostgreSQL (process ${file.pid}) that an earlier server left running.`);
  await signal(file.pid, "SIGINT", cluster, binaries);
  if (await endsWithin(FAST_STOP_MS, file.pid, cluster)) return;
  await signal(file.pid, "SIGQUIT", cluster, binaries);
  if (await endsWithin(IMMEDIATE_STOP_MS, file.pid, cluster)) return;
  throw new StartupError(
    `An earlier server left PostgreSQL running in ${cluster} and it does not stop; end process ${file.pid} and start again.`,
  );
}

/**
 * Makes sure that what is left of an earlier `postmaster.pid` does not keep PostgreSQL from starting. The caller must hold
 * the lock of the data folder, and no PostgreSQL of ours may run on it.
 *
 * A file that names no process is what remains when PostgreSQL was killed, or the disk was full, at the moment it made the
 * file; it is removed. Otherwise PostgreSQL does not start while the number in its file belongs to any process of its
 * account: another program with a used number, this very process after a container was started again, or a dead process
 * whose parent has not collected it. Removing the file would also remove PostgreSQL's check for sessions that outlived their
 * postmaster; but a number that is its parent's, that is ours, it passes over and checks all the rest.
 */
export async function disownPostmasterFile(cluster: string, log: StartupLog): Promise<void> {
  const path = postmasterFile(cluster);
  const text = await textOf(path);
  if (text === null) return;
  if ((await readPostmasterFile(cluster)) !== null) {
    await writeFile(path, text.replace(/^-?\d+/, String(process.pid)));
    return;
  }
  log.warn(`Removing ${path}, which names no process: PostgreSQL was killed while it started.`);
  await rm(path, { force: true });
}

/** Whether process `pid` is a PostgreSQL that was started by a server of ours on `cluster`. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  return commandLine !== null && commandLineIsOurs(commandLine, cluster);
}

/** Returns what the PostgreSQL in `cluster` last said of itself, which may have ended since; null when it stopped in order. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  const text = await textOf(postmasterFile(cluster));
  // Lines: pid, data folder, start, port, socket folder, address, shared memory, status.
  const [pid, , , port, , , , status] = (text ?? "").split("\n");
  if (pid === undefined || !/^-?\d+$/.test(pid)) return null;
  return { pid: Math.abs(Number(pid)), port: Number(port), status: status?.trim() ?? "" };
}

/** Null when there is no such file. */
function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
}

function postmasterFile(cluster: string): string {
  return join(cluster, "postmaster.pid");
}

/** The words in the order in which startPostmaster passes them; Windows puts quotes around those with spaces. */
function commandLineIsOurs(commandLine: string, cluster: string): boolean {
  const [program, rest] = commandLine.replaceAll('"', "").split(` -D ${cluster} -p `);
  return program !== undefined && rest !== undefined && /[/\\]postgres(\.exe)?$/.test(program);
}

async function endsWithin(timeoutMs: number, pid: number, cluster: string): Promise<boolean> {
  for (const startedAtMs = performance.now(); performance.now() - startedAtMs < timeoutMs; ) {
    if (!(await isPostmasterOf(pid, cluster))) return true;
    await pause(20);
  }
  return false;
}

async function signal(pid: number, name: "SIGINT" | "SIGQUIT", cluster: string, binaries: Binaries): Promise<void> {
  if (process.platform === "win32") {
    const mode = name === "SIGINT" ? "fast" : "immediate";
    await run(binaries.program("pg_ctl"), ["stop", "-D", cluster, "-m", mode, "-W"], { env: CLUSTER_ENV });
    return;
  }
  try {
    process.kill(pid, name);
  } catch (error) {
    // It ended by itself meanwhile.
    if (codeOf(error) !== "ESRCH") throw error;
  }
}
