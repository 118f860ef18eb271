import { createDatabase, type Database, type DatabaseOptions } from "./client.js";
import { connectionToRunning, type EmbeddedDatabase, startEmbedded } from "./embedded.js";
import type { StartupLog } from "./embedded-postmaster.js";
import { assertMigrated, isUnmigrated, migrate } from "./migrate.js";
import { MIGRATIONS_DIR } from "./migrations.js";
import { assertUsable } from "./requirements.js";
import { SessionError } from "./sessions.js";
import { StartupError } from "./startup-error.js";

/** Which database to open and how. */
export interface OpenOptions {
  /** The operator's database server; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** The folder of the embedded database. */
  readonly dataDir: string;
  readonly poolSize: number;
  /** Connections for reads of published content, beside the others; absent: they share. */
  readonly readerPoolSize?: number;
  readonly statementTimeoutMs: number;
  readonly readerTimeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly log: StartupLog;
  /** Whether to use the embedded database of a server that runs on the same folder, instead of refusing to start. */
  readonly joinsRunning: boolean;
  /**
   * Whether the migrations of this version are applied. Otherwise a database that lacks any is refused, except for an empty
   * embedded one that no server runs on.
   */
  readonly migrates: boolean;
  /** Called when the embedded database is lost for good. */
  readonly onLost: (error: StartupError) => void;
}

/** A database that has the schema of this version, or of a compatible newer one, and is ready. */
export interface OpenDatabase {
  readonly database: Database;
  /** What was found or started, for a sentence: "the embedded PostgreSQL in .data". */
  readonly description: string;
  /** The names of the migrations that were applied now. */
  readonly applied: readonly string[];
  /**
   * Ends the connections, and the embedded database if this process started it. Waits for the statements under way
   * unless `isUrgent`: then PostgreSQL rolls them back.
   */
  readonly close: (isUrgent?: boolean) => Promise<void>;
}

/**
 * Opens the database that the settings name, starts the embedded one if that is it, and applies or expects the migrations.
 *
 * @throws StartupError when it cannot be used; nothing is left running then.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, log, onLost } = options;
  if (databaseUrl !== null) return connect(options, databaseUrl, "the PostgreSQL of DATABASE_URL", null);
  const running = options.joinsRunning ? await connectionToRunning(dataDir) : null;
  if (running !== null) return connect(options, running, `the running server's PostgreSQL in ${dataDir}`, null);
  const embedded = await startEmbedded({ dir: dataDir, log, onLost });
  return connect(options, embedded.url, `the embedded PostgreSQL in ${dataDir}`, embedded);
}

/** The remedy for an embedded database that refuses its own password. */
const EMBEDDED_REMEDY = "restore postgres/dateline.secret in the data folder from a backup";

/** The options of the connections. */
function connectionsOf({
  poolSize,
  readerPoolSize = 0,
  statementTimeoutMs,
  readerTimeoutMs,
  maxAnswerBytes,
}: OpenOptions): Omit<DatabaseOptions, "url"> {
  return { poolSize, readerPoolSize, statementTimeoutMs, readerTimeoutMs, maxAnswerBytes };
}

async function connect(
  options: OpenOptions,
  url: string,
  description: string,
  embedded: EmbeddedDatabase | null,
): Promise<OpenDatabase> {
  const { log } = options;
  try {
    await assertUsable(url, options.databaseUrl === null ? EMBEDDED_REMEDY : undefined);
    const applied = await settleSchema(options, url, embedded);
    const onConnectionLost = (error: Error): void => log.warn(`A database connection broke: ${error.message}`);
    const database = createDatabase({ ...connectionsOf(options), url, onConnectionLost });
    await assertSessions(database);
    const close = async (isUrgent = false): Promise<void> => {
      if (!isUrgent) await database.close();
      await embedded?.stop();
    };
    return { database, description, applied, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function settleSchema(
  { migrates, log }: OpenOptions,
  url: string,
  embedded: EmbeddedDatabase | null,
): Promise<readonly string[]> {
  if (migrates || (embedded !== null && (await isUnmigrated(url)))) {
    return migrate(url, MIGRATIONS_DIR, { onWaiting: (sentence) => log.warn(sentence) });
  }
  await assertMigrated(url, MIGRATIONS_DIR);
  return [];
}

/** The sessions of the pool may be refused although the checks before could connect. */
async function assertSessions(database: Database): Promise<void> {
  try {
    await database.ping();
  } catch (cause) {
    await database.close();
    throw cause instanceof SessionError ? new StartupError(cause.message, { cause }) : cause;
  }
}
