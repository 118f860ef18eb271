import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./embedded-account.js";
import type { Binaries } from "./embedded-binaries.js";
import { codeOf, messageOf, StartupError } from "./startup-error.js";

const run = promisify(execFile);

/** The one role of the embedded database; its password is the secret beside the data. */
export const SUPERUSER = "postgres";

/** What PostgreSQL's programs see of the environment: nothing of the operator's locale and zone, so all data are alike. */
export const CLUSTER_ENV: Readonly<Record<string, string>> = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/** What the name of a data folder in the making has after the final one's. */
const UNFINISHED = ".init-";

/** The trigrams of pg_trgm know the letters of this alone: without it they are those of ASCII. Not every system has it. */
const LETTERS_OPTION = "--lc-ctype=C.UTF-8";

/** Builtin C.UTF-8 orders by code point and folds case by Unicode, alike on every system and in every later version. */
const INITDB_OPTIONS = [
  `--username=${SUPERUSER}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];

/**
 * Makes PostgreSQL's data folder at `cluster` unless there is one, with a random password that only the owner of the
 * data can read. It appears whole or not at all: a process that is killed half way leaves only a folder that the next
 * one clears away. The files are synced to disk before, because a later checkpoint would not know of them.
 *
 * @throws StartupError when the data are of another major version or of another account, or cannot be made.
 */
export async function ensureCluster(cluster: string, binaries: Binaries, account: Account | null): Promise<void> {
  const version = await readOrNull(join(cluster, "PG_VERSION"));
  if (version === null) return createCluster(cluster, binaries, account);
  if (version.trim() !== binaries.majorVersion) {
    throw new StartupError(
      `The data in ${cluster} are of PostgreSQL ${version.trim()}, and this is PostgreSQL ${binaries.majorVersion}; ` +
        "start the version of Dateline that wrote them, or let DATA_DIR name another folder.",
    );
  }
  await refuseStrangersData(cluster, account);
}

/**
 * Returns the password of the embedded database.
 *
 * @throws StartupError when it is missing or belongs to another account.
 */
export async function readSecret(cluster: string): Promise<string> {
  const secret = await readSecretFile(cluster);
  if (secret !== "") return secret;
  throw new StartupError(
    `The password of the embedded database in ${secretFile(cluster)} is empty; restore that file from a backup of the ` +
      "data folder.",
  );
}

async function readSecretFile(cluster: string): Promise<string> {
  try {
    return (await readFile(secretFile(cluster), "utf8")).trim();
  } catch (cause) {
    throw new StartupError(
      `The password of the embedded database in ${secretFile(cluster)} cannot be read (${messageOf(cause)}); use the ` +
        "account that started the server, or restore the file from a backup.",
      { cause },
    );
  }
}

function secretFile(cluster: string): string {
  return join(cluster, "dateline.secret");
}

async function createCluster(cluster: string, binaries: Binaries, account: Account | null): Promise<void> {
  try {
    await removeUnfinished(cluster);
    // A new name every time: the initdb of a server that was killed may still be writing to the last one.
    const workshop = await mkdtemp(`${cluster}${UNFINISHED}`);
    const [data, secret] = [join(workshop, "data"), join(workshop, "secret")];
    await writeFile(secret, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
    if (account !== null) await giveTo(account, [workshop, secret]);
    await initialise(data, secret, binaries, account);
    await rename(secret, secretFile(data));
    await syncFolder(data);
    await rename(data, cluster);
    await syncFolder(dirname(cluster));
    await rm(workshop, { recursive: true });
  } catch (cause) {
    // What cannot be cleared away now is cleared away by the next start.
    await removeUnfinished(cluster).catch(() => undefined);
    throw new StartupError(`The embedded database could not be created in ${cluster}: ${reasonOf(cause)}`, { cause });
  }
}

/** Clears away what servers that were killed half way left. */
async function removeUnfinished(cluster: string): Promise<void> {
  const names = await readdir(dirname(cluster));
  const leftovers = names.filter((name) => name.startsWith(`${basename(cluster)}${UNFINISHED}`));
  for (const name of leftovers) {
    await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function giveTo({ uid, gid }: Account, paths: string[]): Promise<void> {
  await Promise.all(paths.map((path) => chown(path, uid, gid)));
}

async function initialise(dir: string, secret: string, binaries: Binaries, account: Account | null): Promise<void> {
  const args = [`--pgdata=${dir}`, `--pwfile=${secret}`, ...INITDB_OPTIONS];
  const identity = account === null ? {} : { uid: account.uid, gid: account.gid };
  const options = { ...identity, env: CLUSTER_ENV, cwd: dirname(dir), windowsHide: true };
  const initdb = (more: readonly string[]) => run(binaries.program("initdb"), [...args, ...more], options);
  try {
    await initdb([LETTERS_OPTION]);
  } catch (cause) {
    if (!/invalid locale name/.test(reasonOf(cause))) throw cause;
    await initdb([]);
  }
}

/** Makes a rename last through a power failure; Windows neither can nor needs to sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}

async function refuseStrangersData(cluster: string, account: Account | null): Promise<void> {
  const uid = process.getuid?.();
  if (uid === undefined) return;
  const owner = (await stat(cluster)).uid;
  if (account !== null && owner === 0) {
    throw new StartupError(
      `The data in ${cluster} belong to root, and PostgreSQL refuses to run as root; return them to their account with ` +
        `"chown -R ${account.uid}:${account.gid} ${cluster}" (a copy made with cp -a keeps its owners).`,
    );
  }
  if (uid === 0 || owner === uid) return;
  throw new StartupError(
    `The data in ${cluster} belong to another account (number ${owner}); start as that account or as root, or let ` +
      "DATA_DIR name another folder.",
  );
}

/** Returns what went wrong and how to correct it, in initdb's own words if there are any. */
function reasonOf(cause: unknown): string {
  const stderr = typeof cause === "object" && cause !== null && "stderr" in cause ? String(cause.stderr).trim() : "";
  const lines = stderr.split("\n");
  const line = lines.find((text) => /(error|fatal):/i.test(text)) ?? lines[0];
  const reason = line ? line.replace(/^.*?(FATAL|ERROR|error|initdb): +/, "") : messageOf(cause);
  return `${reason}; ${remedyFor(cause, reason)}.`;
}

function remedyFor(cause: unknown, reason: string): string {
  if (/no space left|ENOSPC/i.test(reason)) return "free some space or let DATA_DIR name another folder";
  const elsewhere = "or let DATABASE_URL name a server of your own";
  if (/could not look up effective user/.test(reason)) return `add a name for this account to /etc/passwd ${elsewhere}`;
  // The program exists, so the system's loader for it is missing.
  if (codeOf(cause) === "ENOENT" && reason.includes("spawn"))
    return `PostgreSQL's programs need a system with glibc ${elsewhere}`;
  return "fix that, or set DATA_DIR to another folder";
}

async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((error: unknown) => {
    const code = codeOf(error);
    if (code === "ENOENT") return null;
    throw new StartupError(`The data in ${dirname(path)} cannot be read (${messageOf(error)}); start as their owner.`, {
      cause: error,
    });
  });
}
