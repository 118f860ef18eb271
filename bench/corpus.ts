import { createHash } from "node:crypto";
import { Client } from "pg";
import { migrate } from "../src/database/migrate.js";
import { MIGRATIONS_DIR } from "../src/database/migrations.js";
import { type CorpusExtent, type CorpusStep, corpusSteps, FAULTS_SQL } from "./corpus-sql.js";
import { dropIndexes } from "./drop-indexes.js";

/** A database with this many articles in it. */
export interface Corpus {
  readonly articles: number;
  /** The address of its database. */
  readonly url: string;
}

/** Hears of every step that is done. */
export type Progress = (line: string) => void;

/** Makes the corpus, or takes the one that is there when it was made in the same way, and upgrades its tables as those of a newsroom. */
export async function provideCorpus(
  server: string,
  articles: number,
  say: Progress,
  extent: CorpusExtent = "whole",
): Promise<Corpus> {
  const name = `bench_${articles}`;
  const url = new URL(server);
  url.pathname = name;
  const steps = corpusSteps(articles, extent);
  const fingerprint = createHash("sha256")
    .update(steps.map(({ sql }) => sql).join("\n"))
    .digest("hex");
  if ((await readFingerprint(server, name, url.href)) === fingerprint) {
    await upgrade(url.href, `${articles} articles: there already`, say);
  } else {
    await withClient(server, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name}`);
      await client.query(`CREATE DATABASE ${name}`);
    });
    await migrate(url.href, MIGRATIONS_DIR);
    await withClient(url.href, (client) => build(client, { articles, steps, fingerprint }, say));
  }
  await withClient(url.href, warm);
  return { articles, url: url.href };
}

async function upgrade(url: string, found: string, say: Progress): Promise<void> {
  const applied = await migrate(url, MIGRATIONS_DIR);
  say([found, ...applied].join(", "));
  if (applied.length > 0) await withClient(url, (client) => client.query("VACUUM (ANALYZE)"));
}

async function readFingerprint(server: string, name: string, url: string): Promise<string | null> {
  const isThere = await withClient(server, (client) =>
    client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]),
  );
  if (isThere.rowCount === 0) return null;
  return withClient(url, async (client) => {
    const table = await client.query("SELECT 1 FROM pg_tables WHERE tablename = 'bench_corpus'");
    if (table.rowCount === 0) return null;
    const { rows } = await client.query<{ fingerprint: string }>("SELECT fingerprint FROM bench_corpus");
    return rows[0]?.fingerprint ?? null;
  });
}

async function withClient<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Brings the whole corpus into the system's cache, so that no slot waits for a disk that another one has warmed. */
async function warm(client: Client): Promise<void> {
  await client.query("CREATE EXTENSION IF NOT EXISTS pg_prewarm");
  await client.query(`SELECT pg_prewarm(c.oid, 'read') FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i') AND pg_relation_size(c.oid) > 0`);
}

/** A corpus to be made. */
interface Building {
  readonly articles: number;
  readonly steps: readonly CorpusStep[];
  readonly fingerprint: string;
}

async function build(client: Client, { articles, steps, fingerprint }: Building, say: Progress): Promise<void> {
  // A corpus that is lost can be made again. The role stops triggers, and with them the checks of foreign keys.
  await client.query("SET synchronous_commit = off; SET session_replication_role = replica; SET work_mem = '128MB'");
  await client.query("SET maintenance_work_mem = '512MB'");
  const step = async (name: string, sql: string): Promise<void> => {
    const startedAtMs = performance.now();
    await client.query(sql);
    say(`${articles} articles: ${name}, ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`);
  };
  const indexes = await dropIndexes(client);
  for (const { name, sql } of steps) await step(name, sql);
  for (const [at, index] of indexes.entries()) await step(`index ${at + 1} of ${indexes.length}`, index);
  await step("counts", "SELECT recount_lists()");
  // No measured read uses the search, and servers would write its documents while others are measured.
  await step("no search documents", "UPDATE search_state SET version = 2147483647");
  // Look-ups one by one: a join of a million articles at once needs several gigabytes of disk.
  await client.query("SET enable_hashjoin = off; SET enable_mergejoin = off");
  const { rows } = await client.query<{ faults: string }>(FAULTS_SQL);
  if (rows[0]?.faults !== "0") throw new Error(`The corpus of ${articles} articles has ${rows[0]?.faults} faults.`);
  // Readers must not be the first to mark rows as visible, nor the autovacuum run beside them.
  await step("vacuum and analyze", "VACUUM (FREEZE, ANALYZE)");
  await client.query("CREATE TABLE bench_corpus AS SELECT $1::text AS fingerprint", [fingerprint]);
  await step("checkpoint", "CHECKPOINT");
}
