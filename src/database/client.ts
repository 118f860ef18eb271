import { PrismaPg } from "@prisma/adapter-pg";
import { type CustomTypesConfig, Pool, types } from "pg";
import { type Prisma, PrismaClient } from "../generated/prisma/client.js";
import { createStatementNames, observeStatements, type StatementListener } from "./statements.js";
import { retryConflicts } from "./transaction.js";

/** How a database is reached and used. */
export interface DatabaseOptions {
  /** A `postgresql://` address. */
  readonly url: string;
  /** The most connections held open at once; a statement beyond them waits for a free one. Default 10. */
  readonly poolSize?: number;
  /** PostgreSQL cancels a statement that runs longer. Milliseconds, default 30,000; 0 turns the limit off. */
  readonly statementTimeoutMs?: number;
  /** How long to wait for a free connection or for a new one, in milliseconds; default 10,000. */
  readonly connectTimeoutMs?: number;
  /** What `pg_stat_activity` calls these connections; default "dateline". */
  readonly applicationName?: string;
  /** Hears of every statement over any pooled connection, Prisma's and hand-written ones, BEGIN and COMMIT as well. */
  readonly onStatement?: StatementListener;
  /** Hears of a pooled connection that broke while nobody used it. The pool replaces it, so this is news, not a fault. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** The part of Prisma's client that works inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/** What one transaction asks for beyond the defaults. */
export interface TransactionOptions {
  /** Default: PostgreSQL's, READ COMMITTED. */
  readonly isolationLevel?: Prisma.TransactionIsolationLevel;
  /** How long one run of the function may take before it is rolled back, in milliseconds; default 15,000. */
  readonly timeoutMs?: number;
  /** How often the function may run in all when it meets conflicts; default 5. */
  readonly maxAttempts?: number;
}

/** One pool of connections, shared by Prisma and by hand-written SQL. Every session runs in UTC. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  /**
   * Runs one hand-written statement and gives its rows, prepared on the server the first time a connection meets its
   * text; so `sql` must be one of few fixed texts, and everything that varies belongs into `params`.
   *
   * Types arrive as: timestamptz a Date, date the text `YYYY-MM-DD`, bigint a number (exact up to 2^53), numeric a
   * text, json and jsonb parsed. The caller states the shape of a row in `Row`; nothing checks it.
   */
  read<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs `fn` in one transaction and gives its result once that has been committed.
   *
   * `fn` MAY RUN SEVERAL TIMES: when PostgreSQL ends the transaction for a serialization failure or a deadlock, it is
   * rolled back and `fn` starts anew after a short random pause. So it must do nothing that a roll-back does not undo:
   * no message sent, no outer variable changed. Any other error rolls back and is thrown as it is.
   */
  transaction<Result>(fn: (tx: Transaction) => Promise<Result>, options?: TransactionOptions): Promise<Result>;
  /** Resolves when the database answers and rejects when it does not, at the latest after `connectTimeoutMs`. */
  ping(): Promise<void>;
  /** Waits for the statements under way and ends every connection. Calling it again does nothing. */
  close(): Promise<void>;
}

type TypeId = (typeof types.builtins)[keyof typeof types.builtins];

/** Each named statement costs the server some kilobytes on each connection, so their number is bounded. */
const STATEMENT_NAMES = 500;

/** Opens nothing yet: the first statement connects. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options);
  const nameOf = createStatementNames(STATEMENT_NAMES);
  const prisma = createPrisma(pool, nameOf);
  let closing: Promise<void> | undefined;
  return {
    prisma,
    pool,
    async read<Row>(sql: string, params: readonly unknown[] = []) {
      const { rows } = await pool.query({ name: nameOf(sql), text: sql, values: [...params], types: READ_TYPES });
      // The driver cannot know the columns of a text; the caller, who wrote it, states them.
      return rows as Row[];
    },
    transaction: (fn, wishes = {}) => runTransaction(prisma, fn, wishes),
    async ping() {
      // A variable of its own because the driver knows this setting and its declaration does not.
      const probe = { text: "SELECT 1", query_timeout: options.connectTimeoutMs ?? 10_000 };
      await pool.query(probe);
    },
    close() {
      closing ??= prisma.$disconnect().then(() => pool.end());
      return closing;
    },
  };
}

function createPool(options: DatabaseOptions): Pool {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    application_name: options.applicationName ?? "dateline",
    keepAlive: true,
    // Prisma's adapter drops the offset of a timestamptz's text, so a session in another zone would shift every moment.
    options: `-c TimeZone=UTC -c statement_timeout=${options.statementTimeoutMs ?? 30_000}`,
  });
  // Without a listener a connection that breaks while idle would end the process.
  pool.on("error", (error) => options.onConnectionLost?.(error));
  const { onStatement } = options;
  if (onStatement !== undefined) pool.on("connect", (client) => observeStatements(client, onStatement));
  return pool;
}

function createPrisma(pool: Pool, nameOf: (sql: string) => string | undefined): PrismaClient {
  // The adapter hands the name to the driver, which takes undefined for "unnamed"; its declaration only forgot to say so.
  const statementNameGenerator = (query: { sql: string }): string => nameOf(query.sql) as string;
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) });
}

function runTransaction<Result>(
  prisma: PrismaClient,
  fn: (tx: Transaction) => Promise<Result>,
  { isolationLevel, timeoutMs = 15_000, maxAttempts = 5 }: TransactionOptions,
): Promise<Result> {
  const isolation = isolationLevel === undefined ? {} : { isolationLevel };
  const run = (): Promise<Result> => prisma.$transaction(fn, { ...isolation, timeout: timeoutMs, maxWait: 10_000 });
  return retryConflicts(run, maxAttempts);
}

/** The driver's own parsers, but for the two types that they give in an awkward shape. */
const READ_TYPES: CustomTypesConfig = {
  // The driver declares this as a dozen overloads by type and format; one function serves them all, hence the cast.
  getTypeParser: ((oid: TypeId, format: "text") => {
    if (oid === types.builtins.INT8) return Number;
    // The driver makes a Date at midnight of the process's own zone, which is another day elsewhere.
    if (oid === types.builtins.DATE) return String;
    return types.getTypeParser(oid, format);
  }) as typeof types.getTypeParser,
};
