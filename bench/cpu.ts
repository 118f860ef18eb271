import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/*
 * How long processes have been on a processor, as Linux reports it, in steps of a hundredth of a second.
 */

const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly ownSeconds: number;
  /** What children that have ended took. */
  readonly endedChildrenSeconds: number;
}

async function readTimes(pid: number | string): Promise<ProcessTimes | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  // The second field is the program's name, which may hold anything but ends with the last bracket.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  return {
    parent: Number(fields[1]),
    ownSeconds: ((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND,
    endedChildrenSeconds: ((endedUser ?? 0) + (endedSystem ?? 0)) / TICKS_PER_SECOND,
  };
}

/** Processor time of one process so far, in seconds; null if the system does not report it. */
export async function processCpuSeconds(pid: number): Promise<number | null> {
  return (await readTimes(pid))?.ownSeconds ?? null;
}

/** Processor time of a PostgreSQL with all its sessions so far, in seconds; null if the system does not report it. */
export async function postgresCpuSeconds(postmaster: number): Promise<number | null> {
  const main = await readTimes(postmaster);
  if (main === null) return null;
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const times = await Promise.all(pids.map(readTimes));
  const children = times.filter((one) => one?.parent === postmaster);
  return children.reduce((sum, one) => sum + (one?.ownSeconds ?? 0), main.ownSeconds + main.endedChildrenSeconds);
}

/** The process that runs on a PostgreSQL data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  const [pid] = (await readFile(join(dataDir, "postmaster.pid"), "utf8")).split("\n");
  return Number(pid);
}
