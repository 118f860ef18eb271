import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { FastifyBaseLogger } from "fastify";
import type { Database, Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { type Repeated, repeat } from "../lib/repeat.js";
import { type DocumentSource, writeDocuments } from "../search-index/index-changes.js";
import { SOURCES, WANTED } from "../search-index/sources.js";

const { raw, sql } = Prisma;

/**
 * The version of the search documents. A server of a later version writes all of them again; raise it with every change
 * of how a document is made.
 */
const DOCUMENT_VERSION = 2;

/** How many changes one transaction takes up: writers of the same articles wait for it, readers never. */
const BATCH = 100;

const BATCH_TIMEOUT_MS = 120_000;

/** How often the progress is logged, in milliseconds. */
const PROGRESS_MS = 5_000;

/** What the indexing is run with. */
export interface IndexingOptions {
  readonly database: Database;
  readonly log: FastifyBaseLogger;
  /** How often the backlog is looked at, in milliseconds; 0: never. */
  readonly searchIntervalMs: number;
}

/**
 * Writes the search documents that no transaction of this version has written: all of them after an upgrade, and what a
 * server of the previous version, or somebody with SQL, changes. Every other write indexes what it changes itself. Stopping
 * waits for the current batch; the others wait for the next start.
 */
export function startIndexing({ database, log, searchIntervalMs }: IndexingOptions): Repeated {
  return repeat(
    searchIntervalMs,
    async (isStopping) => void (await indexBacklog(database, log, isStopping)),
    (error) => log.error({ err: error }, "the search documents could not be written"),
  );
}

/** Writes the documents of everything that is pending, in small transactions, and returns how many changes there were. */
export async function indexBacklog(
  database: Database,
  log: Pick<FastifyBaseLogger, "info">,
  isStopping: () => boolean = () => false,
): Promise<number> {
  if (await isOutdated(database)) await noteAll(database);
  const [row] = await database.read<{ total: number }>("SELECT count(*) AS total FROM search_pending");
  const total = row?.total ?? 0;
  if (total === 0) return 0;
  let done = 0;
  let loggedAtMs = 0;
  while (!isStopping()) {
    const indexed = await database.transaction(indexBatch, { timeoutMs: BATCH_TIMEOUT_MS });
    if (indexed === 0) break;
    done += indexed;
    if (performance.now() - loggedAtMs < PROGRESS_MS) continue;
    loggedAtMs = performance.now();
    log.info({ indexed: done, total }, `search: ${done} of ${total} changes are indexed`);
  }
  log.info({ indexed: done }, `search: ${done} changes were indexed`);
  return done;
}

/** Whether the documents are of an earlier version. Asked without a transaction, as it hardly ever is so. */
async function isOutdated(database: Database): Promise<boolean> {
  const rows = await database.read("SELECT 1 FROM search_state WHERE version < $1", [DOCUMENT_VERSION]);
  return rows.length > 0;
}

/** Notes everything as changed, unless another server has done so. What is found already stays found. */
async function noteAll(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const { count } = await tx.searchState.updateMany({
      where: { version: { lt: DOCUMENT_VERSION } },
      data: { version: DOCUMENT_VERSION },
    });
    if (count === 0) return;
    await tx.$executeRaw`DELETE FROM search_pending`;
    // Of no transaction, so that this one does not take them up itself.
    await tx.$executeRaw`
      INSERT INTO search_pending (transaction, kind, key, head)
      SELECT 0, 'PERSON', id, 'ANY' FROM person
      UNION ALL SELECT 0, 'EMBEDDED_POST', id, 'ANY' FROM embedded_post
      UNION ALL SELECT 0, k.kind, article_id, head FROM article_head CROSS JOIN (VALUES ('ARTICLE'), ('QUOTE')) k(kind)
        WHERE head IN ('DRAFT', 'PUBLISHED')`;
  });
}

interface PendingRow {
  readonly id: bigint;
  readonly kind: DocumentSource["kind"];
  /** Of a quote, that of its article. */
  readonly key: string;
}

const TABLES = { ARTICLE: "article", QUOTE: "article", PERSON: "person", EMBEDDED_POST: "embedded_post" } as const;

/** Indexes some pending rows of one kind, the newest first and persons before articles, and returns how many; 0 when there are none, or another server is at it. */
async function indexBatch(tx: Transaction): Promise<number> {
  const [lock] = await tx.$queryRaw<{ isTaken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${ADVISORY_LOCKS.searchBacklog}) AS "isTaken"`;
  if (lock?.isTaken !== true) return 0;
  const rows = await tx.$queryRaw<PendingRow[]>`
    SELECT id, kind, key FROM search_pending
    WHERE kind = (SELECT max(kind) FROM search_pending) ORDER BY key DESC LIMIT ${BATCH}`;
  const [first] = rows;
  if (!first) return 0;
  const ids = rows.map(({ id }) => id);
  // A writer that changes one of them now either waits, or has indexed its change before this reads it.
  await tx.$queryRaw(sql`
    SELECT 1 AS one FROM ${raw(TABLES[first.kind])} WHERE id = ANY(${rows.map(({ key }) => key)}::uuid[]) ORDER BY id FOR SHARE`);
  const sources = await tx.$queryRaw<DocumentSource[]>(sql`
    WITH taken AS (DELETE FROM search_pending WHERE id = ANY(${ids}::bigint[]) RETURNING kind, key, head, part),
    ${raw(WANTED)} ${raw(SOURCES)}`);
  await writeDocuments(tx, sources);
  return rows.length;
}
