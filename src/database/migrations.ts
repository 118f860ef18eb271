import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { messageOf, StartupError } from "./startup-error.js";

/** The project's migrations: the same folder seen from `src/database/` and from the compiled `dist/database/`. */
export const MIGRATIONS_DIR = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** A migration as its file has it. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** A migration as the database records it. */
export interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  /** What compatibilityOf returned for it; Prisma leaves this column empty for a migration that succeeded. */
  readonly logs: string | null;
}

/**
 * What a migration means for the servers of the version before, as a comment line of its file declares it. EXPAND: they
 * run on as before, so a deployment can be rolled back. CONTRACT: they would fail.
 */
export type Compatibility = "EXPAND" | "CONTRACT";

/** Returns what a line such as `-- Compatibility: expand` declares; null where there is none, which counts as CONTRACT. */
export function compatibilityOf(sql: string): Compatibility | null {
  const [, declared] = /^-- Compatibility: (expand|contract)\b/mu.exec(sql) ?? [];
  if (declared === undefined) return null;
  return declared === "expand" ? "EXPAND" : "CONTRACT";
}

/** Returns the migrations in `dir`, in the order in which they are applied. */
export async function readMigrations(dir: string): Promise<Migration[]> {
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

/** Returns what the database records as applied, in the order of time. */
export async function readApplied(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name, checksum, finished_at, logs
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

/**
 * Returns the migrations that are still to be applied.
 *
 * @throws StartupError when what was applied does not agree with the files, or comes from a newer version with which this
 * one is not compatible.
 */
export function pendingOf(migrations: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  refuseUnfinished(applied);
  const checksums = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  const pending = migrations.filter((migration) => {
    const checksum = checksums.get(migration.name);
    if (checksum !== undefined) refuseEdited(migration, checksum);
    return checksum === undefined;
  });
  refuseIncompatible(migrations, applied, pending);
  return pending;
}

function refuseUnfinished(applied: readonly AppliedMigration[]): void {
  const failed = applied.find((row) => row.finished_at === null);
  if (failed === undefined) return;
  throw new StartupError(
    `The database records migration ${failed.migration_name} as begun and never finished; settle it with ` +
      '"npx prisma migrate resolve" and start again.',
  );
}

function refuseIncompatible(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
  pending: readonly Migration[],
): void {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = applied.filter((row) => !known.has(row.migration_name));
  const breaking = newer.filter((row) => row.logs !== "EXPAND").map((row) => row.migration_name);
  if (breaking.length > 0) {
    throw new StartupError(
      `The database was migrated by a newer version with which this one is not compatible (${breaking.join(", ")}); ` +
        "start that version or restore an older backup.",
    );
  }
  const [missing] = pending;
  if (newer.length === 0 || missing === undefined) return;
  throw new StartupError(
    `The database has migrations that this version does not know (${newer.map((row) => row.migration_name).join(", ")}) ` +
      `and lacks one of its own (${missing.name}); start a version that has both.`,
  );
}

function refuseEdited(migration: Migration, checksum: string): void {
  // Git may have changed the line ends since; that is no edit, and Prisma does not call it one either.
  const lf = migration.sql.replaceAll("\r\n", "\n");
  const spellings = [migration.sql, lf, lf.replaceAll("\n", "\r\n")];
  if (spellings.some((sql) => checksumOf(sql) === checksum)) return;
  throw new StartupError(
    `Migration ${migration.name} was edited after it had been applied; restore its file and write a new migration instead.`,
  );
}

/** The checksum that Prisma records of a migration's file. */
export function checksumOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
