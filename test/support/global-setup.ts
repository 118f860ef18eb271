import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { type EmbeddedDatabase, startEmbedded } from "../../src/database/embedded.js";
import { migrate } from "../../src/database/migrate.js";
import { MIGRATIONS_DIR } from "../../src/database/migrations.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the run's PostgreSQL server, in its maintenance database. */
    databaseServerUrl: string;
  }
}

/** The migrated database that every test file's own is a copy of. */
export const TEMPLATE_DATABASE = "dateline_template";

/**
 * Speed for data that live for seconds: nothing of it waits for a disk. Plans must not depend on how long a test takes, so
 * statistics are taken by the tests that look at plans.
 */
const THROW_AWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
  autovacuum: "off",
};

const fail = (message: unknown): void => {
  throw new Error(String(message));
};
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: fail };

/** Starts one throw-away PostgreSQL for the whole run; returns a function that stops it and removes its data. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), "dateline-test-"));
  // As root PostgreSQL runs under another account, which has to get in.
  await chmod(dir, 0o711);
  const embedded = await startEmbedded({ dir, log, onLost: fail, settings: THROW_AWAY });
  try {
    await createTemplate(embedded);
  } catch (error) {
    await tearDown(embedded, dir);
    throw error;
  }
  project.provide("databaseServerUrl", embedded.url);
  return () => tearDown(embedded, dir);
}

async function createTemplate({ url }: EmbeddedDatabase): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = TEMPLATE_DATABASE;
  await migrate(template.href, MIGRATIONS_DIR);
}

async function tearDown(embedded: EmbeddedDatabase, dir: string): Promise<void> {
  await embedded.stop();
  await rm(dir, { recursive: true, force: true });
}
