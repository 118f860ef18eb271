import { afterAll, beforeAll, expect, it } from "vitest";
import { removeOldChanges } from "../../src/answer-cache/changes.service.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

it("changes are removed after a day, however many, and none before", async () => {
  await db.database.read(`
    INSERT INTO cache_change ("transaction", key, changed_at)
    SELECT n % 100, 'Article:' || n, now() - make_interval(hours => CASE WHEN n <= 10 THEN 23 ELSE 25 END)
    FROM generate_series(1, 12000) n`);
  await removeOldChanges(db.database);
  const rows = await db.database.read("SELECT key FROM cache_change");
  expect(rows).toHaveLength(10);
});
