import { randomUUID } from "node:crypto";
import { access, chmod, constants, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Account, isReachable } from "./embedded-account.js";
import { SHARED_HOME } from "./embedded-binaries.js";
import { messageOf, remedyOf, StartupError } from "./startup-error.js";

/**
 * Makes the data folder, writable for this process, and returns its absolute path.
 *
 * @throws StartupError when it cannot be made or written to.
 */
export async function prepareFolder(dir: string): Promise<string> {
  const folder = resolve(dir);
  try {
    // 0711 lets the unprivileged account reach its own data, and lets nobody list the folder.
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined && process.platform !== "win32") await chmod(folder, 0o711);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (!(await stat(folder)).isDirectory()) throw new Error("it is not a folder");
    return folder;
  } catch (cause) {
    throw new StartupError(
      `The data folder ${folder} cannot be written to (${messageOf(cause)}); ` +
        `${remedyOf(cause, "make it a folder that this account may write to, or let DATA_DIR name another one")}.`,
      { cause },
    );
  }
}

/** Returns the path of PostgreSQL's own folder below a data folder, or below the place its data were moved to. */
export function clusterIn(home: string): string {
  return join(home, "postgres");
}

/**
 * Returns the folder that holds the data of `folder`: itself, or one under SHARED_HOME when PostgreSQL's account cannot
 * reach it, as in a project below root's home. A file in `folder` names that place, so that data are found again when
 * the folder is renamed and are forgotten when it is removed.
 *
 * @throws StartupError when the other place cannot be made.
 */
export async function chooseHome(folder: string, account: Account | null): Promise<string> {
  const moved = await movedTo(folder);
  if (moved !== null) return moved;
  if (account === null || isReachable(folder, account)) return folder;
  const home = join(SHARED_HOME, `data-${randomUUID()}`);
  try {
    await mkdir(home, { recursive: true, mode: 0o755 });
    await chmod(SHARED_HOME, 0o755);
    await chmod(home, 0o711);
    await writeFile(markerIn(folder), `${home}\n`, { flush: true });
    return home;
  } catch (cause) {
    throw new StartupError(
      `PostgreSQL's account cannot reach the data folder ${folder}, and ${home} could not be made instead ` +
        `(${messageOf(cause)}); let DATA_DIR name a folder outside of root's home.`,
      { cause },
    );
  }
}

/** Returns the folder that the data of `folder` were moved to, or null when they are in it. */
export async function movedTo(folder: string): Promise<string | null> {
  const home = await readFile(markerIn(folder), "utf8").catch(() => "");
  return home.trim() || null;
}

function markerIn(folder: string): string {
  return join(folder, "moved-to");
}
