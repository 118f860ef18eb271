import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { createDatabase, type Database, type DatabaseOptions } from "../../src/database/client.js";
import { expectExactCounts } from "./kept-counts.js";
import type { Statement } from "../../src/database/statements.js";

/** A migrated, empty database that belongs to one test file alone. */
export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Every statement that went over `database` so far, in the order of their answers; empty it with `length = 0`. */
  readonly statements: Statement[];
  /** Ends the connections and drops the database. Fails when a kept count is wrong, so that the whole suite tests the counts. */
  close(): Promise<void>;
}

/** Makes a fresh copy of the migrated template: call it in `beforeAll`, and `close` in `afterAll`. */
export async function createTestDatabase(options: Partial<DatabaseOptions> = {}): Promise<TestDatabase> {
  const url = await createEmptyDatabase("dateline_template");
  const opened = await openTestDatabase(url, (database) => database, options);
  const close = async (): Promise<void> => {
    await opened.close();
    try {
      await expectExactCounts(url);
    } finally {
      await dropDatabase(url);
    }
  };
  return { ...opened, close };
}

/** Opens connections to a database that another one made, and drops. */
export async function openTestDatabase(
  url: string,
  wrap: (database: Database) => Database = (database) => database,
  options: Partial<DatabaseOptions> = {},
): Promise<TestDatabase> {
  const statements: Statement[] = [];
  const database = createDatabase({
    poolSize: 4,
    readerPoolSize: 4,
    // No answer depends on the speed of the machine.
    readerTimeoutMs: 120_000,
    statementTimeoutMs: 120_000,
    onStatement: (one) => statements.push(one),
    ...options,
    url,
  });
  return { url, database: wrap(database), statements, close: () => database.close() };
}

/** Makes a database from `template`, by default one with nothing in it, and returns its address. */
export async function createEmptyDatabase(template = "template1"): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(inject("databaseServerUrl"));
  url.pathname = name;
  return url.href;
}

/** Drops a database that createEmptyDatabase made, with whatever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  await administer(`DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject("databaseServerUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
