import { constants } from "node:fs";
import { open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { birthMarkOf, isRunning } from "./embedded-process.js";
import { codeOf, messageOf, remedyOf, StartupError } from "./startup-error.js";

/** A folder that this process alone may use until it lets go or ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Who holds a folder. It is written next to the lock only to name the holder and to find it from other network namespaces. */
interface Holder {
  readonly pid: number;
  /** See birthMarkOf; null if the platform has none. */
  readonly birthMark: string | null;
}

/** macOS and the BSDs: open and lock a file in one step. Node has no name for it. */
const O_EXLOCK = 0x20;

/**
 * Takes `folder` for this process alone. The lock is the operating system's: of two processes that ask at once one gets
 * it, and it is free the moment its holder ends, however it ends, so there is no stale lock to clear away. It does not
 * reach across machines or containers that share the folder; neither does PostgreSQL's own.
 *
 * @throws StartupError when another process (or this one) holds it, naming the folder and that process.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const letGo = await takeLock(folder);
  if (letGo === null) throw refusal(folder, await awaitHolder(folder));
  // An abstract socket is seen in its own network namespace only, while a process is seen in all of them.
  const holder = await readHolder(folder);
  if (holder !== null && holder.birthMark !== null && holder.pid !== process.pid && (await isAlive(holder))) {
    await letGo();
    throw refusal(folder, holder.pid);
  }
  await writeHolder(folder).catch(async (cause: unknown) => {
    await letGo();
    const remedy = remedyOf(cause, "make it a folder that this account may write to");
    throw new StartupError(`The data folder ${folder} cannot be written to (${messageOf(cause)}); ${remedy}.`, {
      cause,
    });
  });
  return { release: () => release(folder, letGo) };
}

async function release(folder: string, letGo: () => Promise<void>): Promise<void> {
  // The name goes first: once the lock is free, the file is another process's to write. A folder that was removed
  // meanwhile has no name to take away.
  await rm(holderFile(folder), { force: true });
  await letGo();
}

/** Returns the number of the process that holds `folder`, or null when none does. */
export async function holderOf(folder: string): Promise<number | null> {
  const holder = await readHolder(folder);
  return holder !== null && (await isAlive(holder)) ? holder.pid : null;
}

function refusal(folder: string, pid: number | null): StartupError {
  const holder = pid === null ? "another process" : `process ${pid}`;
  return new StartupError(
    `The data folder ${folder} is in use by another Dateline server (${holder}); stop that one or let DATA_DIR name ` +
      "another folder.",
  );
}

async function takeLock(folder: string): Promise<(() => Promise<void>) | null> {
  try {
    if (process.platform === "linux" || process.platform === "win32") return await listenOn(await addressOf(folder));
    return await lockFile(join(folder, "lock"));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === "EADDRINUSE" || code === "EAGAIN" || code === "EWOULDBLOCK") return null;
    throw new StartupError(`The data folder ${folder} cannot be locked (${messageOf(cause)}).`, { cause });
  }
}

/** Identifies the folder by device and inode, not by its path, so that two paths to it share one lock. */
async function addressOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `dateline-${dev}-${ino}`;
  // Linux: a leading zero byte makes an abstract socket, which leaves nothing in the file system.
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

async function listenOn(path: string): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen({ path }, resolve);
  });
  server.unref();
  return () => closeServer(server);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

async function lockFile(path: string): Promise<() => Promise<void>> {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK, 0o600);
  return () => handle.close();
}

/** A holder that took the lock this very moment may not have written its name yet; on a busy machine that takes seconds. */
async function awaitHolder(folder: string): Promise<number | null> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const pid = await holderOf(folder);
    if (pid !== null) return pid;
    await pause(50);
  }
  return null;
}

async function isAlive({ pid, birthMark }: Holder): Promise<boolean> {
  return birthMark === null ? isRunning(pid) : (await birthMarkOf(pid)) === birthMark;
}

function holderFile(folder: string): string {
  return join(folder, "holder.json");
}

async function writeHolder(folder: string): Promise<void> {
  const holder: Holder = { pid: process.pid, birthMark: await birthMarkOf(process.pid) };
  // Readers must see the old name or the new one, never half of it.
  const unfinished = `${holderFile(folder)}.tmp`;
  await writeFile(unfinished, JSON.stringify(holder));
  await rename(unfinished, holderFile(folder));
}

async function readHolder(folder: string): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(holderFile(folder), "utf8"));
    if (typeof value !== "object" || value === null || !("pid" in value) || !("birthMark" in value)) return null;
    if (typeof value.pid !== "number") return null;
    return { pid: value.pid, birthMark: typeof value.birthMark === "string" ? value.birthMark : null };
  } catch {
    return null;
  }
}
