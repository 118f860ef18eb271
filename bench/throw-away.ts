import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OPERATOR } from "../src/auth/role.js";
import type { Work } from "../src/auth/work.js";
import { createDatabase } from "../src/database/client.js";
import { startEmbedded } from "../src/database/embedded.js";
import { migrate } from "../src/database/migrate.js";
import { MIGRATIONS_DIR } from "../src/database/migrations.js";
import { systemClock } from "../src/lib/clock.js";
import { newId } from "../src/lib/new-id.js";

/** Runs something on an empty database that is dropped afterwards; `statements` counts what is sent to it, `url` is its address. */
export async function onThrowAwayDatabase(
  run: (work: Work, statements: { count: number }, url: string) => Promise<void>,
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  // As root PostgreSQL runs under another account, which has to get in.
  await chmod(dir, 0o711);
  const log = { debug: () => {}, info: () => {}, warn: console.error, error: console.error };
  const embedded = await startEmbedded({ dir, log, onLost: console.error });
  try {
    await migrate(embedded.url, MIGRATIONS_DIR);
    const statements = { count: 0 };
    const database = createDatabase({ url: embedded.url, onStatement: () => (statements.count += 1) });
    await run({ database, clock: systemClock, newId, actor: OPERATOR, origin: null }, statements, embedded.url);
    await database.close();
  } finally {
    await embedded.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
