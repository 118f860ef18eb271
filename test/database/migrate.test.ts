import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { assertMigrated, migrate } from "../../src/database/migrate.js";
import { MIGRATIONS_DIR } from "../../src/database/migrations.js";
import { StartupError } from "../../src/database/startup-error.js";
import { createEmptyDatabase, createTestDatabase, dropDatabase } from "../support/database.js";

const run = promisify(execFile);

const TABLE = "CREATE TABLE desk (name text PRIMARY KEY);\n";
const FUNCTION = `CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;
INSERT INTO desk VALUES ('one;two');\n`;

async function emptyDatabase(): Promise<string> {
  const url = await createEmptyDatabase();
  onTestFinished(() => dropDatabase(url));
  return url;
}

async function migrations(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "dateline-migrations-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeFile(join(dir, "migration_lock.toml"), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(files)) await addMigration(dir, name, sql);
  return dir;
}

async function addMigration(dir: string, name: string, sql: string): Promise<void> {
  await mkdir(join(dir, name), { recursive: true });
  await writeFile(join(dir, name, "migration.sql"), sql);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("files are applied once each, in the order of their names, and reported when they are committed", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({ "2_function": FUNCTION, "1_table": TABLE });
  const applied: string[] = [];
  expect(await migrate(url, dir, { onApplied: (name) => applied.push(name) })).toEqual(["1_table", "2_function"]);
  expect(applied).toEqual(["1_table", "2_function"]);
  expect(await migrate(url, dir)).toEqual([]);
  expect(await query(url, "SELECT name, one() FROM desk")).toEqual([{ name: "one;two", one: 1 }]);
});

test("of three that start at once one applies each file and the others find nothing to do", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({ "1_table": TABLE, "2_function": FUNCTION });
  const applied = await Promise.all([migrate(url, dir), migrate(url, dir), migrate(url, dir)]);
  expect(applied.flat().sort()).toEqual(["1_table", "2_function"]);
  expect(await query(url, "SELECT count(*)::int FROM _prisma_migrations")).toEqual([{ count: 2 }]);
});

test("a file that fails is rolled back, reported with its name, line and reason, and can be corrected", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({
    "1_table": TABLE,
    "2_broken": "CREATE TABLE gone ();\n-- 𝔘nicode\nSELECT nothing FROM desk;\n",
  });
  const failure = migrate(url, dir);
  await expect(failure).rejects.toThrow(StartupError);
  await expect(failure).rejects.toThrow(
    'Migration 2_broken/migration.sql failed at line 3 and was rolled back: column "nothing" does not exist.',
  );
  expect(await query(url, "SELECT to_regclass('gone') AS gone")).toEqual([{ gone: null }]);
  await addMigration(dir, "2_broken", "CREATE TABLE gone ();");
  expect(await migrate(url, dir)).toEqual(["2_broken"]);
});

test("a file that was edited after it had been applied is refused, other line ends are not", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({ "1_table": TABLE });
  await migrate(url, dir);
  await addMigration(dir, "1_table", TABLE.replaceAll("\n", "\r\n"));
  expect(await migrate(url, dir)).toEqual([]);
  await addMigration(dir, "1_table", `${TABLE}-- a word more\n`);
  await expect(migrate(url, dir)).rejects.toThrow(/^Migration 1_table was edited after it had been applied/);
});

test("a database that a newer version migrated is refused and left unchanged", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({ "1_table": TABLE, "9_future": "CREATE TABLE future ();" });
  await migrate(url, dir);
  await rename(join(dir, "9_future"), `${dir}/2_other`);
  const refused = /^The database was migrated by a newer version with which this one is not compatible \(9_future\)/;
  await expect(migrate(url, dir)).rejects.toThrow(refused);
  await expect(assertMigrated(url, dir)).rejects.toThrow(refused);
  expect(await query(url, "SELECT migration_name AS name FROM _prisma_migrations ORDER BY name")).toEqual([
    { name: "1_table" },
    { name: "9_future" },
  ]);
});

describe("a newer version whose migrations are declared as compatible", () => {
  const NEWER = "-- Compatibility: expand\nALTER TABLE desk ADD COLUMN floor integer;\n";

  test("leaves a database with which the older one starts and works", async () => {
    const url = await emptyDatabase();
    const older = await migrations({ "1_table": TABLE });
    await migrate(url, await migrations({ "1_table": TABLE, "2_floor": NEWER }));
    expect(await migrate(url, older)).toEqual([]);
    await expect(assertMigrated(url, older)).resolves.toBeUndefined();
  });

  test("is refused if one of them is declared as breaking, or if the older one lacks some of its own", async () => {
    const url = await emptyDatabase();
    const breaking = "-- Compatibility: contract\nALTER TABLE desk DROP COLUMN floor;\n";
    await migrate(url, await migrations({ "1_table": TABLE, "2_floor": NEWER, "3_no_floor": breaking }));
    const older = await migrations({ "1_table": TABLE });
    await expect(migrate(url, older)).rejects.toThrow(/not compatible \(3_no_floor\)/);
    const other = await emptyDatabase();
    await migrate(other, await migrations({ "1_table": TABLE, "2_floor": NEWER }));
    const branch = await migrations({ "1_table": TABLE, "2_function": FUNCTION });
    await expect(migrate(other, branch)).rejects.toThrow(
      /does not know \(2_floor\) and lacks one of its own \(2_function\)/,
    );
  });
});

test("a database that lacks migrations is reported with the first of them, and nothing is applied", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({ "1_table": TABLE });
  await expect(assertMigrated(url, dir)).rejects.toThrow(
    /older than this version: 1 .* \(the first is 1_table\); start/,
  );
  await migrate(url, dir);
  await addMigration(dir, "2_function", FUNCTION);
  await expect(assertMigrated(url, dir)).rejects.toThrow(/older than this version: 1 .* \(the first is 2_function\)/);
  expect(await query(url, "SELECT count(*)::int FROM _prisma_migrations")).toEqual([{ count: 1 }]);
});

describe("a migration of a table that an open transaction reads", () => {
  const CHANGE = "ALTER TABLE desk ADD COLUMN floor integer;\n";

  test("lets other readers pass while it waits, and is applied once the table is free", async () => {
    const url = await emptyDatabase();
    const dir = await migrations({ "1_table": TABLE });
    await migrate(url, dir);
    await addMigration(dir, "2_floor", CHANGE);
    const reader = new Client({ connectionString: url });
    await reader.connect();
    await reader.query("BEGIN; SELECT * FROM desk");
    let waited: (sentence: string) => void = () => undefined;
    const waiting = new Promise<string>((resolve) => {
      waited = resolve;
    });
    const migrating = migrate(url, dir, { lockTimeoutMs: 50, onWaiting: (sentence) => waited(sentence) });
    expect(await waiting).toBe("Migration 2_floor waits for a lock that another session holds; trying again.");
    // Would wait for the end of the test if the migration kept its place in the queue.
    expect(await query(url, "SELECT name FROM desk")).toEqual([]);
    await reader.query("COMMIT");
    await reader.end();
    expect(await migrating).toEqual(["2_floor"]);
  });

  test("ends with an error that names what to look for, and leaves no files behind", async () => {
    const url = await emptyDatabase();
    const dir = await migrations({ "1_table": TABLE });
    await migrate(url, dir);
    await addMigration(dir, "2_floor", `CREATE TABLE before ();\n${CHANGE}`);
    const reader = new Client({ connectionString: url });
    await reader.connect();
    onTestFinished(() => reader.end());
    await reader.query("BEGIN; SELECT * FROM desk");
    const failure = migrate(url, dir, { lockTimeoutMs: 20, patienceMs: 0 });
    await expect(failure).rejects.toThrow(
      /^Migration 2_floor could not get a lock .*open transaction in pg_stat_activity/,
    );
    expect(await query(url, "SELECT to_regclass('before') AS before")).toEqual([{ before: null }]);
  });
});

test("a database with tables of another program is refused and left unchanged", async () => {
  const url = await emptyDatabase();
  await query(url, "CREATE TABLE shop_order ()");
  const dir = await migrations({ "1_table": TABLE });
  await expect(migrate(url, dir)).rejects.toThrow(
    'The database already holds tables that are not Dateline\'s ("shop_order"); let DATABASE_URL name an empty database.',
  );
  expect(await query(url, "SELECT to_regclass('_prisma_migrations') AS name")).toEqual([{ name: null }]);
});

test("a migration that Prisma records as begun and not finished is refused", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({ "1_table": TABLE });
  await migrate(url, dir);
  await query(url, "UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(migrate(url, dir)).rejects.toThrow(/1_table as begun and never finished.*prisma migrate resolve/);
});

test("a folder without its file and a missing folder are reported", async () => {
  const url = await emptyDatabase();
  const dir = await migrations({});
  await mkdir(join(dir, "1_empty"));
  await expect(migrate(url, dir)).rejects.toThrow(/1_empty\/migration.sql cannot be read/);
  await expect(migrate(url, join(dir, "nowhere"))).rejects.toThrow(/^The migrations folder .*nowhere cannot be read/);
});

describe("Prisma's own commands", () => {
  test("find nothing left to do after what was applied here", async () => {
    const { url, close } = await createTestDatabase();
    onTestFinished(close);
    expect(await migrate(url, MIGRATIONS_DIR)).toEqual([]);
    expect(await prisma(url, "migrate", "status")).toContain("Database schema is up to date!");
    expect(await prisma(url, "migrate", "deploy")).toContain("No pending migrations to apply.");
  });

  test("would undo nothing of the migrations: the schema declares every table, key and index that it can", async () => {
    const { url, close } = await createTestDatabase();
    onTestFinished(close);
    const args = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema.prisma"];
    expect((await prisma(url, ...args)).trim()).toBe("No difference detected.");
  });
});

async function prisma(url: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" };
  return (await run(process.execPath, ["node_modules/prisma/build/index.js", ...args], { env })).stdout;
}
