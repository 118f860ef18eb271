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
  if (file === null) return removeUnreadable(cluster, log);
  if (!(await isPostmasterOf(file.pid, cluster))) return disownPostmasterFile(cluster);
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
 * A file that names no process is what remains when PostgreSQL was killed, or the disk was full, at the moment it made the
 * file. PostgreSQL does not start beside it. Nobody else starts one here, because the caller holds the folder's lock; and
 * sessions that outlived their postmaster are found by their shared memory, which does not depend on the file.
 */
async function removeUnreadable(cluster: string, log: StartupLog): Promise<void> {
  const text = await readFile(postmasterFile(cluster), "utf8").catch(() => null);
  if (text === null) return;
  log.warn(`Removing ${postmasterFile(cluster)}, which names no process: PostgreSQL was killed while it started.`);
  await rm(postmasterFile(cluster), { force: true });
}

/** Whether process `pid` is a PostgreSQL that was started by a server of ours on `cluster`. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  return commandLine !== null && commandLineIsOurs(commandLine, cluster);
}

/** Returns what the PostgreSQL in `cluster` last said of itself, which may have ended since; null when it stopped in order. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  const text = await readFile(postmasterFile(cluster), "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  // Lines: pid, data folder, start, port, socket folder, address, shared memory, status.
  const [pid, , , port, , , , status] = (text ?? "").split("\n");
  if (pid === undefined || !/^-?\d+$/.test(pid)) return null;
  return { pid: Math.abs(Number(pid)), port: Number(port), status: status?.trim() ?? "" };
}

function postmasterFile(cluster: string): string {
  return join(cluster, "postmaster.pid");
}

/** The words in the order in which startPostmaster passes them; Windows puts quotes around those with spaces. */
function commandLineIsOurs(commandLine: string, cluster: string): boolean {
  const [program, rest] = commandLine.replaceAll('"', "").split(` -D ${cluster} -p `);
  return program !== undefined && rest !== undefined && /[/\\]postgres(\.exe)?$/.test(program);
}

/**
 * PostgreSQL does not start while the number in its file belongs to any process of its account, such as this very one
 * after a container was started again. Removing the file would also remove its check for sessions that outlived their
 * postmaster; but a number that is its parent's, that is ours, PostgreSQL passes over and checks all the rest.
 */
async function disownPostmasterFile(cluster: string): Promise<void> {
  const text = await readFile(postmasterFile(cluster), "utf8");
  await writeFile(postmasterFile(cluster), text.replace(/^-?\d+/, String(process.pid)));
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
