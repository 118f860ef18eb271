import type { CustomTypesConfig, Pool, QueryConfig, QueryResult } from "pg";
import { type Prisma, PrismaClient } from "../generated/prisma/client.js";
import { ReportingAdapter } from "./direct-statements.js";
import { openSessions, type PoolOptions, type Sessions } from "./pool.js";
import { createStatementNames } from "./prepared.js";
import { type Ability, ask, probe } from "./probe.js";
import { createAnswerTypes, READ_TYPES } from "./row-types.js";
import { runSnapshot, runTransaction, type TransactionOptions } from "./transaction.js";

/** How a database is reached and used; the options of a pool are those of the newsroom. */
export interface DatabaseOptions extends PoolOptions {
  /**
   * Connections of their own for the statements of readers, beside `poolSize`, so that readers cannot keep the newsroom
   * from writing. Default 0: readers share the connections of the newsroom.
   */
  readonly readerPoolSize?: number;
  /** PostgreSQL cancels a statement of `readAnswer` for readers that runs longer. Milliseconds, default 5,000; 0: no limit. */
  readonly readerTimeoutMs?: number;
  /** The most bytes of one row of `readAnswer`, default 10,000,000. */
  readonly maxAnswerBytes?: number;
}

/** The part of Prisma's client that works inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** The connections to a database, shared by Prisma and by hand-written SQL. Every session runs in UTC. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  /**
   * Runs one hand-written statement and returns its rows, prepared on the server the first time a connection meets its
   * text; so `sql` must be one of few fixed texts, and everything that varies belongs into `params`.
   *
   * Types arrive as: timestamptz a Date, date the text `YYYY-MM-DD`, bigint a number (exact up to 2^53), numeric a
   * text, json and jsonb parsed. The caller states the shape of a row in `Row`; nothing checks it.
   */
  read<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs one statement that was compiled from the selections of a request, as `read` does. For readers it has less time,
   * and connections of its own where there are some.
   *
   * @throws OversizedAnswerError when a row is larger than `maxAnswerBytes`.
   */
  readAnswer<Row>(sql: string, params: readonly unknown[], audience: Audience): Promise<Row[]>;
  /** Runs one statement as `read` does, on a connection of its own: nothing else keeps it waiting. */
  watch<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs `fn` in one transaction and returns its result once that has been committed.
   *
   * `fn` MAY RUN SEVERAL TIMES: when PostgreSQL ends the transaction for a serialization failure or a deadlock, it is
   * rolled back and `fn` starts again after a short random pause. So it must do nothing that a roll-back does not undo:
   * no message sent, no outer variable changed. Any other error rolls back and is thrown as it is.
   *
   * Its hand-written statements are sent when they are called, those of Prisma when they are awaited, and PostgreSQL executes
   * them in this order. Types arrive as with `read`.
   *
   * The search documents of what `fn` changed are written in the same transaction, after it.
   */
  transaction<Result>(fn: (tx: Transaction) => Promise<Result>, options?: TransactionOptions): Promise<Result>;
  /**
   * Runs `fn` on one state of the database: nothing that others write meanwhile is seen, however long it takes. It can
   * only read, and holds one connection.
   */
  snapshot<Result>(fn: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Resolves when the database answers and rejects when it does not, at the latest after `connectTimeoutMs`. */
  ping(): Promise<void>;
  /** The most connections that the statements of `readAnswer` have. */
  readonly connectionsOf: (audience: Audience) => number;
  /** Resolves with what the database can do now, at the latest after `connectTimeoutMs`; see Ability. */
  probe(): Promise<Ability>;
  /** Waits for the statements in progress and until every connection is closed. Calling it again does nothing. */
  close(): Promise<void>;
}

/** Who a statement runs for: readers of published content, or the newsroom itself. */
export type Audience = "READERS" | "NEWSROOM";

/** A statement that finds out what changed takes far less. */
const WATCH_TIMEOUT_MS = 5_000;
const DEFAULT_READER_TIMEOUT_MS = 5_000;
const DEFAULT_MAX_ANSWER_BYTES = 10_000_000;

/** Opens nothing yet: the first statement connects. */
export function createDatabase(options: DatabaseOptions): Database {
  const newsroom = openSessions(options);
  const readers = openReaderSessions(options) ?? newsroom;
  // Readiness must not wait for a connection that others have taken.
  const health = openSessions(omitListener({ ...options, poolSize: 1 }));
  const watching = openSessions(omitListener({ ...options, poolSize: 1, statementTimeoutMs: WATCH_TIMEOUT_MS }));
  const all = [...new Set([newsroom, readers, health, watching])];
  const nameOf = createStatementNames();
  const prisma = createPrisma(newsroom.pool, nameOf);
  const answerTypes = createAnswerTypes(options.maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES);
  const poolOf = (audience: Audience): Pool => (audience === "READERS" ? readers.pool : newsroom.pool);
  const query = async <Row>(pool: Pool, sql: string, params: readonly unknown[], rowTypes: CustomTypesConfig) => {
    const rows = await queryRows(pool, { name: nameOf(sql), text: sql, values: [...params], types: rowTypes });
    // The driver cannot know the columns of a text; the caller, who wrote it, states them.
    return rows as Row[];
  };
  const dropIdle = (): void => all.forEach(({ watch }) => watch.dropIdle());
  let closing: Promise<unknown> | undefined;
  return {
    prisma,
    pool: newsroom.pool,
    read: (sql, params = []) => query(newsroom.pool, sql, params, READ_TYPES),
    watch: (sql, params = []) => query(watching.pool, sql, params, READ_TYPES),
    readAnswer: (sql, params, audience) => query(poolOf(audience), sql, params, answerTypes),
    connectionsOf: (audience) => poolOf(audience).options.max,
    transaction: (fn, settings = {}) => runTransaction({ prisma, nameOf }, fn, settings),
    snapshot: (fn) => runSnapshot({ prisma, nameOf }, fn),
    ping: () => ask(newsroom.pool, dropIdle, "SELECT 1", options),
    probe: () => probe(health.pool, dropIdle, options),
    async close() {
      closing ??= prisma.$disconnect().then(() => Promise.all(all.map(({ end }) => end())));
      await closing;
    },
  };
}

/**
 * The rows of a query. A connection of the pool keeps the callback of its last query, so the callback forgets the promise:
 * otherwise every answer would outlive the young generation.
 */
function queryRows(pool: Pool, config: QueryConfig & { readonly types: CustomTypesConfig }): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    let settle: { readonly resolve: typeof resolve; readonly reject: typeof reject } | null = { resolve, reject };
    pool.query(config, (error: Error | undefined, result: QueryResult) => {
      const promise = settle;
      settle = null;
      if (error) promise?.reject(error);
      else promise?.resolve(result.rows);
    });
  });
}

/** The connections of readers, where they have some of their own. */
function openReaderSessions(options: DatabaseOptions): Sessions | null {
  const { readerPoolSize = 0, readerTimeoutMs = DEFAULT_READER_TIMEOUT_MS } = options;
  if (readerPoolSize === 0) return null;
  return openSessions({ ...options, poolSize: readerPoolSize, statementTimeoutMs: readerTimeoutMs });
}

/** A probe is no statement of the application, nor is a look at what changed. */
function omitListener({ onStatement: _heard, ...options }: DatabaseOptions): DatabaseOptions {
  return options;
}

function createPrisma(pool: Pool, nameOf: (sql: string) => string | undefined): PrismaClient {
  // The adapter hands the name to the driver, which takes undefined for "unnamed"; its declaration only forgot to say so.
  const statementNameGenerator = (query: { sql: string }): string => nameOf(query.sql) as string;
  return new PrismaClient({ adapter: new ReportingAdapter(pool, { statementNameGenerator }) });
}
