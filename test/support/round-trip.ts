import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/client.js";
import { exportTo, restoreFile } from "../../src/export/export.command.js";
import { createTestDatabase } from "./database.js";

/** Exports a newsroom, restores it into an empty database and reads that. */
export async function readRestored<Result>(
  database: Database,
  withDrafts: boolean,
  read: (restored: Database) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-round-trip-"));
  const empty = await createTestDatabase();
  try {
    const file = join(folder, "export.jsonl");
    await exportTo(database, file, { withDrafts });
    await restoreFile(empty.database, file);
    return await read(empty.database);
  } finally {
    await empty.close();
    await rm(folder, { recursive: true, force: true });
  }
}
