import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { StartupError } from "./startup-error.js";

/** The account that PostgreSQL runs under when the server runs as root; its fields are `spawn`'s options of that name. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The accounts tried in turn when nothing has been written yet. */
const UNPRIVILEGED = ["postgres", "nobody"];

/**
 * Returns the account to drop to, because PostgreSQL refuses to run as root; null when this process is not root and
 * PostgreSQL simply runs as it does. Data that exist are served as the account they belong to.
 *
 * @throws StartupError when this process is root and there is no account to drop to.
 */
export function unprivilegedAccount(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of UNPRIVILEGED) {
    const account = lookUp(name);
    if (account !== null) return account;
  }
  throw new StartupError(
    "PostgreSQL refuses to run as root, and there is neither a postgres nor a nobody account to run it under; " +
      "start as an ordinary user, add one of these accounts, or let DATABASE_URL name a server of your own.",
  );
}

/**
 * Whether `account` is the one that services without an account of their own share: an attacker of one of
 * them could read the data.
 */
export function isSharedAccount({ uid }: Account): boolean {
  return lookUp("nobody")?.uid === uid;
}

/** Whether `account` can walk from the root of the file system down to `path`. Parts that do not exist count as open. */
export function isReachable(path: string, account: Account): boolean {
  for (let part = resolve(path); ; part = dirname(part)) {
    if (!mayEnter(part, account)) return false;
    if (part === dirname(part)) return true;
  }
}

function mayEnter(path: string, { uid, gid }: Account): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return true;
  if (found.uid === uid) return (found.mode & 0o100) !== 0;
  if (found.gid === gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}

function lookUp(name: string): Account | null {
  try {
    // `id` also knows accounts that are not in /etc/passwd, such as those of a directory service.
    const ask = (flag: string): number =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}
