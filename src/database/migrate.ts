import { ADVISORY_LOCKS } from "./advisory-locks.js";
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { checksumOf, compatibilityOf, type Migration, pendingOf, readApplied, readMigrations } from "./migrations.js";
import { codeOf, messageOf, StartupError } from "./startup-error.js";

/** How long to wait for another process that migrates. */
const LOCK_TIMEOUT = "10min";

/** SQLSTATE of a lock that was not available within the time limit. */
const LOCK_NOT_AVAILABLE = "55P03";

/** What Prisma Migrate 7 creates; `prisma migrate deploy` and `status` read it as their own. */
const BOOKKEEPING = `CREATE TABLE _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** Tables in the default schema that belong to no extension: data of another program when our bookkeeping is missing. */
const FOREIGN_TABLES = `SELECT c.relname AS name
  FROM pg_class c
 WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
 ORDER BY c.relname
 LIMIT 3`;

/** How migrations are applied. */
export interface MigrateOptions {
  /** Called after each file has been committed, in order. */
  readonly onApplied?: (name: string) => void;
  /** Called when a migration has to wait for a lock, with one sentence; it is tried again after a pause. */
  readonly onWaiting?: (sentence: string) => void;
  /** How long a migration may wait for a lock while others wait behind it, in milliseconds; default 3,000. */
  readonly lockTimeoutMs?: number;
  /** How long a migration is tried again in all, in milliseconds; default 600,000. */
  readonly patienceMs?: number;
}

/**
 * Brings the database at `url` up to the migrations in `dir` (one folder each with a `migration.sql`, applied in the
 * order of their names) and returns the names applied now, which is empty when nothing was left to do.
 *
 * It keeps the bookkeeping of `prisma migrate deploy`: the same table, checksums and advisory lock. Each file is one
 * transaction: it is applied entirely or not at all, so it cannot contain `CREATE INDEX CONCURRENTLY`. Any number of
 * processes may call it at once; the first works and the others wait, then find nothing to do.
 *
 * A table that others use is waited for in short attempts: its readers wait behind a migration that waits,
 * so a long one would stop all readers.
 *
 * @throws StartupError when a file fails (naming the file, the line where PostgreSQL reports it, and its message), when
 * an applied file was edited, when the database is newer and not compatible, or when it holds foreign tables.
 */
export async function migrate(url: string, dir: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(dir);
  return withClient(url, async (client) => {
    await takeLock(client);
    await ensureBookkeeping(client);
    const pending = pendingOf(migrations, await readApplied(client));
    for (const migration of pending) {
      await applyInTurn(client, migration, options);
      options.onApplied?.(migration.name);
    }
    return pending.map(({ name }) => name);
  });
}

/**
 * Resolves when programs of this version can work with the database at `url` as it is, and changes nothing there: it has
 * all migrations in `dir`, and those of newer versions besides are compatible.
 *
 * @throws StartupError that names what is missing and how to apply it, or as `migrate` does.
 */
export async function assertMigrated(url: string, dir: string): Promise<void> {
  const migrations = await readMigrations(dir);
  await withClient(url, async (client) => {
    const pending = pendingOf(migrations, (await hasBookkeeping(client)) ? await readApplied(client) : []);
    const [first] = pending;
    if (first === undefined) return;
    throw new StartupError(
      `The database is older than this version: ${pending.length} of its migrations are missing (the first is ` +
        `${first.name}); start the server of this version, or run "npm run migrate".`,
    );
  });
}

/** Whether the database at `url` was never migrated. */
export async function isUnmigrated(url: string): Promise<boolean> {
  return withClient(url, async (client) => !(await hasBookkeeping(client)));
}

async function withClient<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({
    connectionString: url,
    application_name: "dateline-migrate",
    options: `-c TimeZone=UTC -c statement_timeout=0 -c lock_timeout=${LOCK_TIMEOUT}`,
  });
  // A connection that breaks makes the running statement fail as well, which is where it is reported.
  client.on("error", () => undefined);
  await client.connect().catch((cause: unknown) => {
    throw new StartupError(
      `The database refuses a session for migrations (${messageOf(cause)}); let DATABASE_URL name PostgreSQL itself, not ` +
        "a pooler in front of it.",
      { cause },
    );
  });
  try {
    return await use(client);
  } finally {
    // Ending the session releases the advisory lock as well.
    await client.end();
  }
}

async function takeLock(client: Client): Promise<void> {
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCKS.migrations]);
  } catch (cause) {
    if (codeOf(cause) !== LOCK_NOT_AVAILABLE) throw cause;
    const sentence = `Another process has been migrating this database for ${LOCK_TIMEOUT}; wait for it or end it.`;
    throw new StartupError(sentence, { cause });
  }
}

async function hasBookkeeping(client: Client): Promise<boolean> {
  const { rows } = await client.query("SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  return rows.length > 0;
}

async function ensureBookkeeping(client: Client): Promise<void> {
  if (await hasBookkeeping(client)) return;
  await refuseForeignTables(client);
  await client.query(BOOKKEEPING);
}

async function refuseForeignTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(FOREIGN_TABLES);
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => `"${name}"`).join(", ");
  throw new StartupError(
    `The database already holds tables that are not Dateline's (${names}); let DATABASE_URL name an empty database.`,
  );
}

/** Applies a migration, again after a pause as long as it waits for a lock that others hold. */
async function applyInTurn(client: Client, migration: Migration, options: MigrateOptions): Promise<void> {
  const { lockTimeoutMs = 3_000, patienceMs = 600_000, onWaiting } = options;
  for (const startedAtMs = performance.now(); ; ) {
    try {
      return await apply(client, migration, lockTimeoutMs);
    } catch (cause) {
      if (codeOf(cause) !== LOCK_NOT_AVAILABLE) throw failureOf(migration, cause);
      if (performance.now() - startedAtMs >= patienceMs) throw givenUp(migration, cause);
    }
    onWaiting?.(`Migration ${migration.name} waits for a lock that another session holds; trying again.`);
    // Statements that waited behind it run meanwhile.
    await pause(randomInt(lockTimeoutMs, 2 * lockTimeoutMs));
  }
}

function givenUp({ name }: Migration, cause: unknown): StartupError {
  return new StartupError(
    `Migration ${name} could not get a lock because another session holds it for long; look for an open transaction ` +
      "in pg_stat_activity, end it and start again.",
    { cause },
  );
}

function failureOf({ name, sql }: Migration, cause: unknown): StartupError {
  return new StartupError(
    `Migration ${name}/migration.sql failed${placeOf(cause, sql)} and was rolled back: ${messageOf(cause)}.`,
    { cause },
  );
}

async function apply(client: Client, { name, sql }: Migration, lockTimeoutMs: number): Promise<void> {
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = ${lockTimeoutMs}`);
    // Without parameters the simple protocol carries any number of statements, functions and DO blocks.
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(sql), name, compatibilityOf(sql)],
    );
    await client.query("COMMIT");
  } catch (cause) {
    // The first error is the one to report; when this fails too, ending the session rolls back as well.
    await client.query("ROLLBACK").catch(() => undefined);
    throw cause;
  }
}

/** Returns " at line 12" where PostgreSQL reports the place; it does for what it cannot parse or resolve. */
function placeOf(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError) || error.position === undefined) return "";
  // PostgreSQL counts characters, a JavaScript string UTF-16 units.
  const before = Array.from(sql).slice(0, Number(error.position) - 1);
  return ` at line ${before.filter((character) => character === "\n").length + 1}`;
}
