import { expect, test } from "vitest";
import { databaseBefore } from "./support/upgrade.js";

const BEFORE = "20261123020000_import_keys";

test("the import keys of a newsroom from before there were several are kept", async () => {
  const { client, upgrade } = await databaseBefore(BEFORE);
  const ids = ["1", "2", "3"].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`);
  await client.query("INSERT INTO article (id, import_key) VALUES ($1, $4), ($2, NULL), ($3, 'written by hand')", [
    ...ids,
    "a".repeat(64),
  ]);
  expect(await upgrade()).toContain(BEFORE);
  const { rows } = await client.query("SELECT key, article_id FROM import_key");
  expect(rows).toEqual([{ key: "a".repeat(64), article_id: ids[0] }]);
  await client.query("DELETE FROM article WHERE id = $1", [ids[0]]);
  expect((await client.query("SELECT FROM import_key")).rowCount).toBe(0);
});
