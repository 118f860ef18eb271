import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, DatabaseError } from "pg";
import { codeOf, messageOf, StartupError } from "./startup-error.js";

/** The project's migrations: the same folder seen from `src/database/` and from the compiled `dist/database/`. */
export const MIGRATIONS_DIR = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** The advisory lock that `prisma migrate deploy` takes too, so that the two never run at once. */
const MIGRATION_LOCK = 72707369;

/** How long to wait for another starter's migrations, and for a table that an older server still reads. */
const LOCK_TIMEOUT = "10min";

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

/** Tables in the default schema that belong to nobody's extension: somebody else's data when we have no bookkeeping. */
const FOREIGN_TABLES = `SELECT c.relname AS name
  FROM pg_class c
 WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
 ORDER BY c.relname
 LIMIT 3`;

interface Migration {
  readonly name: string;
  readonly sql: string;
}

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** What a caller may listen to while migrations are applied. */
export interface MigrateOptions {
  /** Called after each file has been committed, in order. */
  readonly onApplied?: (name: string) => void;
}

/**
 * Brings the database at `url` up to the migrations in `dir` (one folder each with a `migration.sql`, applied in the
 * order of their names) and gives the names applied now, which is empty when nothing was left to do.
 *
 * It keeps the bookkeeping of `prisma migrate deploy`: the same table, checksums and advisory lock. Each file is one
 * transaction: it is applied wholly or not at all, so it cannot hold `CREATE INDEX CONCURRENTLY`. Any number of
 * processes may call it at once; the first works and the others wait, then find nothing to do.
 *
 * @throws StartupError when a file fails (naming the file, the line where PostgreSQL tells it, and its message), when
 * an applied file was edited, when the database knows migrations that `dir` lacks, or when it holds foreign tables.
 */
export async function migrate(url: string, dir: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(dir);
  const client = new Client({
    connectionString: url,
    application_name: "dateline-migrate",
    options: `-c TimeZone=UTC -c statement_timeout=0 -c lock_timeout=${LOCK_TIMEOUT}`,
  });
  // A connection that breaks makes the running statement fail as well, which is where it is reported.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await migrateOver(client, migrations, options);
  } finally {
    // Ending the session gives the advisory lock back as well.
    await client.end();
  }
}

async function migrateOver(client: Client, migrations: Migration[], options: MigrateOptions): Promise<string[]> {
  await takeLock(client);
  await ensureBookkeeping(client);
  const pending = pendingOf(migrations, await readApplied(client));
  for (const migration of pending) {
    await apply(client, migration);
    options.onApplied?.(migration.name);
  }
  return pending.map(({ name }) => name);
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((cause: unknown) => {
    throw new StartupError(`The migrations folder ${dir} cannot be read (${messageOf(cause)}).`, { cause });
  });
  // Names begin with a moment in digits, so the order of code units is the order of time.
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readMigration(dir, name) })));
}

async function readMigration(dir: string, name: string): Promise<string> {
  const path = join(dir, name, "migration.sql");
  return readFile(path, "utf8").catch((cause: unknown) => {
    throw new StartupError(`The migration ${path} cannot be read (${messageOf(cause)}).`, { cause });
  });
}

async function takeLock(client: Client): Promise<void> {
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  } catch (cause) {
    if (codeOf(cause) !== "55P03") throw cause;
    const sentence = `Another process has been migrating this database for ${LOCK_TIMEOUT}; wait for it or end it.`;
    throw new StartupError(sentence, { cause });
  }
}

async function ensureBookkeeping(client: Client): Promise<void> {
  const { rows } = await client.query("SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  if (rows.length > 0) return;
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

async function readApplied(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return rows;
}

/** Gives the migrations that are still to be applied, once what was applied is known to agree with the files. */
function pendingOf(migrations: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  refuseUnfinished(applied);
  refuseNewer(migrations, applied);
  const checksums = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  return migrations.filter((migration) => {
    const checksum = checksums.get(migration.name);
    if (checksum !== undefined) refuseEdited(migration, checksum);
    return checksum === undefined;
  });
}

function refuseUnfinished(applied: readonly AppliedMigration[]): void {
  const failed = applied.find((row) => row.finished_at === null);
  if (failed === undefined) return;
  throw new StartupError(
    `The database records migration ${failed.migration_name} as begun and never finished; settle it with ` +
      '"npx prisma migrate resolve" and start again.',
  );
}

function refuseNewer(migrations: readonly Migration[], applied: readonly AppliedMigration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = applied.map((row) => row.migration_name).filter((name) => !known.has(name));
  if (newer.length === 0) return;
  throw new StartupError(
    `The database was migrated by a newer version (${newer.join(", ")}); start that version or restore an older backup.`,
  );
}

function refuseEdited(migration: Migration, checksum: string): void {
  // Git may have changed the line ends since; that is no edit, and Prisma does not call it one either.
  const lf = migration.sql.replaceAll("\r\n", "\n");
  const spellings = [migration.sql, lf, lf.replaceAll("\n", "\r\n")];
  if (spellings.some((sql) => sha256(sql) === checksum)) return;
  throw new StartupError(
    `Migration ${migration.name} was edited after it had been applied; restore its file and write a new migration instead.`,
  );
}

async function apply(client: Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    // Without parameters the simple protocol carries any number of statements, functions and DO blocks.
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), sha256(sql), name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    // The first error is the one to tell; when this fails too, ending the session rolls back as well.
    await client.query("ROLLBACK").catch(() => undefined);
    throw new StartupError(
      `Migration ${name}/migration.sql failed${placeOf(cause, sql)} and was rolled back: ${messageOf(cause)}.`,
      { cause },
    );
  }
}

/** Gives " at line 12" where PostgreSQL tells the place; it does for what it cannot parse or resolve. */
function placeOf(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError) || error.position === undefined) return "";
  // PostgreSQL counts characters, a JavaScript string UTF-16 units.
  const before = Array.from(sql).slice(0, Number(error.position) - 1);
  return ` at line ${before.filter((character) => character === "\n").length + 1}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
