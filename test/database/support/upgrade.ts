import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { onTestFinished } from "vitest";
import { migrate } from "../../../src/database/migrate.js";
import { MIGRATIONS_DIR } from "../../../src/database/migrations.js";
import { createEmptyDatabase, dropDatabase } from "../../support/database.js";

/** A database as an earlier version left it. */
export interface EarlierDatabase {
  readonly client: Client;
  /** Applies the remaining migrations; returns their names. */
  readonly upgrade: () => Promise<readonly string[]>;
}

/** A database with every migration before the named one. It is dropped when the test ends. */
export async function databaseBefore(migration: string): Promise<EarlierDatabase> {
  const url = await createEmptyDatabase();
  onTestFinished(() => dropDatabase(url));
  const dir = await mkdtemp(join(tmpdir(), "dateline-migrations-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const name of (await readdir(MIGRATIONS_DIR)).filter((each) => each < migration || each.endsWith(".toml")))
    await cp(join(MIGRATIONS_DIR, name), join(dir, name), { recursive: true });
  await migrate(url, dir);
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return { client, upgrade: () => migrate(url, MIGRATIONS_DIR) };
}
