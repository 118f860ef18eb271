import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { MIGRATIONS_DIR, migrate } from "../../src/database/migrate.js";
import { createEmptyDatabase, dropDatabase } from "../support/database.js";

const BEFORE = "20261123020000_import_keys";

test("the import keys of a newsroom from before there were several are kept", async () => {
  const url = await createEmptyDatabase();
  onTestFinished(() => dropDatabase(url));
  const dir = await mkdtemp(join(tmpdir(), "dateline-migrations-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const name of (await readdir(MIGRATIONS_DIR)).filter((name) => name < BEFORE || name.endsWith(".toml")))
    await cp(join(MIGRATIONS_DIR, name), join(dir, name), { recursive: true });
  await migrate(url, dir);
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const ids = ["1", "2", "3"].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`);
  await client.query("INSERT INTO article (id, import_key) VALUES ($1, $4), ($2, NULL), ($3, 'written by hand')", [
    ...ids,
    "a".repeat(64),
  ]);
  expect(await migrate(url, MIGRATIONS_DIR)).toContain(BEFORE);
  const { rows } = await client.query("SELECT key, article_id FROM import_key");
  expect(rows).toEqual([{ key: "a".repeat(64), article_id: ids[0] }]);
  await client.query("DELETE FROM article WHERE id = $1", [ids[0]]);
  expect((await client.query("SELECT FROM import_key")).rowCount).toBe(0);
});
