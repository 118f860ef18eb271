// Compares the migrations with the Prisma schema, on a throw-away database: what `prisma migrate diff` would still have
// to do must be nothing. And every migration declares what it means for the servers of the version before.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "../src/database/embedded.js";
import { compatibilityOf, MIGRATIONS_DIR, readMigrations } from "../src/database/migrations.js";

/** Migrations that were on the main branch before declarations were asked for; they are not edited. */
const UNDECLARED: ReadonlySet<string> = new Set([
  "20261123000000_newsroom",
  "20261123010000_editors",
  "20261123020000_import_keys",
  "20261127023800_first_publication_order",
  "20261127025000_folded_search",
]);

const undeclared = (await readMigrations(MIGRATIONS_DIR)).filter(
  ({ name, sql }) => !UNDECLARED.has(name) && compatibilityOf(sql) === null,
);
for (const { name } of undeclared) {
  console.error(
    `${name}: begin the file with "-- Compatibility: expand" where servers of the version before run on with it, or with ` +
      '"-- Compatibility: contract" where they would fail; see docs/how-to/add-a-migration.md.',
  );
  process.exitCode = 1;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), "dateline-check-"));
// As root PostgreSQL runs under another account, which has to get in.
chmodSync(dir, 0o711);
const silent = { debug: () => {}, info: () => {}, warn: console.error, error: console.error };
const embedded = await startEmbedded({
  dir,
  log: silent,
  settings: { fsync: "off" },
  onLost: (error) => {
    throw error;
  },
});
try {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/prisma/build/index.js"),
      "migrate",
      "diff",
      "--from-migrations",
      "prisma/migrations",
      "--to-schema",
      "prisma/schema.prisma",
      "--exit-code",
    ],
    { cwd: root, encoding: "utf8", env: { ...process.env, DATABASE_URL: embedded.url, CHECKPOINT_DISABLE: "1" } },
  );
  if (status !== 0) {
    console.error(`The migrations do not lead to prisma/schema.prisma.\n${stdout}${stderr}`);
    process.exitCode = 1;
  }
} finally {
  await embedded.stop();
  rmSync(dir, { recursive: true, force: true });
}
