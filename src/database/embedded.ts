import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isSharedAccount, unprivilegedAccount } from "./embedded-account.js";
import { findBinaries } from "./embedded-binaries.js";
import { ensureCluster, readSecret, SUPERUSER } from "./embedded-cluster.js";
import { chooseHome, clusterIn, movedTo, prepareFolder } from "./embedded-folder.js";
import { type FolderLock, holderOf, lockFolder } from "./embedded-lock.js";
import { disownPostmasterFile, isPostmasterOf, readPostmasterFile, stopOrphan } from "./embedded-orphan.js";
import {
  freePort,
  type Postmaster,
  PostmasterFailure,
  type PostmasterOptions,
  type StartupLog,
  startPostmaster,
} from "./embedded-postmaster.js";
import { messageOf, StartupError } from "./startup-error.js";

/** The warning for root. */
const SHARED_ACCOUNT =
  "The data belong to the account nobody, which other services may share; start as an ordinary user, or add an account " +
  "named postgres before the first start.";

/** What an embedded PostgreSQL is started with. */
export interface EmbeddedOptions {
  /** The data folder; made when it is missing. */
  readonly dir: string;
  readonly log: StartupLog;
  /** Called at most once, when PostgreSQL ended and could not be started again; the server should end then. */
  readonly onLost: (error: StartupError) => void;
  /** PostgreSQL settings by name, such as `fsync: "off"` for data that may be lost. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL that lives and ends with this process. */
export interface EmbeddedDatabase {
  /** The address with its password, which belongs into no log. */
  readonly url: string;
  /** The port on the loopback address; it stays the same when PostgreSQL has to be started again. */
  readonly port: number;
  /** The absolute path of PostgreSQL's own data folder. */
  readonly dir: string;
  /** Ends PostgreSQL in order and frees the data folder. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the project on a data folder of its own, and keeps it running: it listens on a
 * free port of the loopback address, asks for a password that is kept with the data, and is started again on the same
 * port when it ends unbidden. Whatever was answered is on disk: after a SIGKILL of PostgreSQL, of this process or of
 * both, the next start recovers it. Only one process can hold a data folder.
 *
 * @throws StartupError when the folder is in use or not writable, the data are of another version or account, or
 * PostgreSQL cannot be installed, initialised or started here. Nothing is damaged then, and the folder is free again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = await prepareFolder(options.dir);
  const locks = [await lockFolder(folder)];
  try {
    const account = unprivilegedAccount(clusterIn((await movedTo(folder)) ?? folder));
    const home = await chooseHome(folder, account);
    if (account !== null && isSharedAccount(account)) options.log.warn(SHARED_ACCOUNT);
    // A copy of a data folder whose data were moved leads to the same data.
    if (home !== folder) locks.push(await lockFolder(home));
    const binaries = await findBinaries(account);
    // PostgreSQL knows its folder by its real path, and stopOrphan compares with what it was started with.
    const cluster = clusterIn(await realpath(home));
    await ensureCluster(cluster, binaries, account);
    await stopOrphan(cluster, binaries, options.log);
    const secret = await readSecret(cluster);
    const settings = options.settings ?? {};
    const supervisor = new Supervisor(
      { cluster, binaries, account, settings, log: options.log },
      options.onLost,
      locks,
    );
    await supervisor.start();
    return describe(supervisor, cluster, secret);
  } catch (error) {
    await releaseAll(locks);
    throw error;
  }
}

/**
 * Returns the address of the embedded database that a living server holds on the data folder `dir`, so that a command can
 * work beside that server; null when no server does. Waits up to `timeoutMs` (default 30,000) for one that starts now.
 *
 * @throws StartupError when a server holds it and its database cannot be used: another account's, or not ready in time.
 */
export async function connectionToRunning(dir: string, timeoutMs = 30_000): Promise<string | null> {
  const folder = resolve(dir);
  for (const startedAtMs = performance.now(); ; await pause(50)) {
    const holder = await holderOf(folder);
    if (holder === null) return null;
    const home = (await movedTo(folder)) ?? folder;
    const cluster = clusterIn(await realpath(home));
    const file = await readPostmasterFile(cluster).catch((cause: unknown) => {
      throw new StartupError(`The data in ${cluster} cannot be read (${messageOf(cause)}); use the server's account.`, {
        cause,
      });
    });
    if (file !== null && file.status === "ready" && (await isPostmasterOf(file.pid, cluster))) {
      return urlOf(file.port, await readSecret(cluster));
    }
    if (performance.now() - startedAtMs > timeoutMs) {
      throw new StartupError(
        `The server (process ${holder}) on ${folder} has no database ready; try again when it has started.`,
      );
    }
  }
}

function urlOf(port: number, secret: string): string {
  return `postgresql://${SUPERUSER}:${secret}@127.0.0.1:${port}/postgres`;
}

function describe(supervisor: Supervisor, cluster: string, secret: string): EmbeddedDatabase {
  const { port } = supervisor;
  return { url: urlOf(port, secret), port, dir: cluster, stop: () => supervisor.stop() };
}

async function releaseAll(locks: readonly FolderLock[]): Promise<void> {
  for (const lock of locks.toReversed()) await lock.release();
}

/** How often PostgreSQL is started again without having run for a while in between, before it is abandoned. */
const MAX_RESTARTS = 5;
const LASTING_RUN_MS = 60_000;

/** How often a start is tried while something is still in its way: a port, or sessions of a PostgreSQL just killed. */
const MAX_OBSTACLES = 300;
const OBSTACLE_PAUSE_MS = 200;

/** Keeps one PostgreSQL running until it is stopped. */
class Supervisor {
  port = 0;
  #postmaster: Postmaster | undefined;
  #recovery: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | undefined;
  #readyAtMs = 0;
  /** How often it was started again since it last ran for a while. */
  #restarts = 0;

  constructor(
    readonly options: Omit<PostmasterOptions, "port">,
    readonly onLost: (error: StartupError) => void,
    readonly locks: readonly FolderLock[],
  ) {}

  async start(): Promise<void> {
    this.#watch(await this.#startPastObstacles(freePort));
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    // A start in progress must end first, or it would outlive this.
    await this.#recovery;
    await this.#postmaster?.stop();
    await releaseAll(this.locks);
  }

  #watch(postmaster: Postmaster): void {
    this.#postmaster = postmaster;
    this.#readyAtMs = performance.now();
    void this.#recoverAfter(postmaster.ended);
  }

  async #recoverAfter(ended: Promise<string>): Promise<void> {
    const how = await ended;
    if (this.#stopping === undefined) this.#recovery = this.#recover(how);
  }

  async #recover(how: string): Promise<void> {
    const { log } = this.options;
    // Time that a start takes does not count: recoveries that take long would otherwise be repeated for ever.
    if (performance.now() - this.#readyAtMs > LASTING_RUN_MS) this.#restarts = 0;
    log.warn(`PostgreSQL ended unbidden (${how}); starting it again.`);
    try {
      await this.#restart();
      log.info("PostgreSQL runs again.");
    } catch (cause) {
      if (this.#stopping !== undefined) return;
      this.onLost(cause instanceof StartupError ? cause : new StartupError(messageOf(cause), { cause }));
    }
  }

  async #restart(): Promise<void> {
    for (;;) {
      this.#countRestart();
      try {
        // Its clients know this port, so it has to be this one: if another process took it, that one has to let go.
        return this.#watch(await this.#startPastObstacles(() => this.port));
      } catch (error) {
        if (this.#stopping !== undefined) throw error;
        this.options.log.warn(messageOf(error));
      }
      await pause(OBSTACLE_PAUSE_MS * this.#restarts);
    }
  }

  #countRestart(): void {
    this.#restarts += 1;
    if (this.#restarts <= MAX_RESTARTS) return;
    throw new StartupError(
      `The embedded PostgreSQL was restarted ${MAX_RESTARTS} times, never ran for a minute in between, and is not started ` +
        "again; look for the reason in the log (LOG_LEVEL=debug shows PostgreSQL's own lines) and in the system's memory and disk space.",
    );
  }

  /** Starts PostgreSQL; tries again while the obstacle is one that passes by itself. */
  async #startPastObstacles(choosePort: () => number | Promise<number>): Promise<Postmaster> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await disownPostmasterFile(this.options.cluster, this.options.log);
        this.port = await choosePort();
        return await startPostmaster({ ...this.options, port: this.port });
      } catch (error) {
        if (!(error instanceof PostmasterFailure)) throw error;
        const willPass = error.isPortTaken || error.hasLeftovers;
        if (!willPass || this.#stopping !== undefined || attempt >= MAX_OBSTACLES) throw sentenceOf(error);
      }
      await pause(OBSTACLE_PAUSE_MS);
    }
  }
}

function sentenceOf(failure: PostmasterFailure): StartupError {
  const isFull = /no space left on device/i.test(failure.reason);
  return new StartupError(
    `The embedded PostgreSQL did not start: ${failure.reason}; ` +
      (isFull ? "free some space and start again." : "LOG_LEVEL=debug shows what it said before."),
    { cause: failure },
  );
}
