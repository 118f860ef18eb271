import { PrismaPg } from "@prisma/adapter-pg";
import { type ClientBase, type CustomTypesConfig, Pool, types } from "pg";
import { type Prisma, PrismaClient } from "../generated/prisma/client.js";
import { queueQueries } from "./intercept.js";
import { assertUtc, cutConnection, SilenceWatch } from "./sessions.js";
import { codeOf, messageOf } from "./startup-error.js";
import { boundPrepared, createStatementNames } from "./prepared.js";
import { observeStatements, type StatementListener } from "./statements.js";
import { retryConflicts } from "./transaction.js";

/** How a database is reached and used. */
export interface DatabaseOptions {
  /** A `postgresql://` address. */
  readonly url: string;
  /** The most connections held open at once; a statement beyond them waits for a free one. Default 10. */
  readonly poolSize?: number;
  /**
   * Connections of their own for the statements of readers, beside `poolSize`, so that readers cannot keep the newsroom
   * from writing. Default 0: readers share the connections of the newsroom.
   */
  readonly readerPoolSize?: number;
  /** PostgreSQL cancels a statement of `readAnswer` for readers that runs longer. Milliseconds, default 5,000; 0: no limit. */
  readonly readerTimeoutMs?: number;
  /** The most bytes of one row of `readAnswer`, default 10,000,000. */
  readonly maxAnswerBytes?: number;
  /** PostgreSQL cancels a statement that runs longer. Milliseconds, default 30,000; 0 turns the limit off. */
  readonly statementTimeoutMs?: number;
  /**
   * A connection on which a query was not answered for so long is dropped. Milliseconds; default 5 seconds more than
   * `statementTimeoutMs`, and no limit where that has none.
   */
  readonly silenceTimeoutMs?: number;
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
  /**
   * Runs `fn` in one transaction and returns its result once that has been committed.
   *
   * `fn` MAY RUN SEVERAL TIMES: when PostgreSQL ends the transaction for a serialization failure or a deadlock, it is
   * rolled back and `fn` starts again after a short random pause. So it must do nothing that a roll-back does not undo:
   * no message sent, no outer variable changed. Any other error rolls back and is thrown as it is.
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

/** A row that is larger than an answer may be; it is not parsed. */
export class OversizedAnswerError extends Error {
  override readonly name = "OversizedAnswerError";

  constructor(
    readonly bytes: number,
    readonly maxBytes: number,
  ) {
    super(`A row has ${bytes} bytes, at most ${maxBytes} are read.`);
  }
}

/**
 * What a database can do: everything, only read (a standby, or a disk that is full), or nothing, because it does not
 * answer.
 */
export type Ability = "WRITE" | "READ_ONLY" | "DISK_FULL" | "NONE";

type TypeId = (typeof types.builtins)[keyof typeof types.builtins];

const DEFAULT_STATEMENT_TIMEOUT_MS = 30_000;
const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;
const DEFAULT_READER_TIMEOUT_MS = 5_000;
const DEFAULT_POOL_SIZE = 10;
const DEFAULT_MAX_ANSWER_BYTES = 10_000_000;

/** How much later than PostgreSQL cancels a statement its connection is taken for dead. */
const SILENCE_GRACE_MS = 5_000;

/** How long a pooled connection may live, so that servers behind one name share the connections again after a change. */
const MAX_LIFETIME_S = 1_800;

/** When TCP begins to ask whether the other end of an idle connection is still there. */
const KEEP_ALIVE_DELAY_MS = 10_000;

/** A pool with what watches over it. */
interface Sessions {
  readonly pool: Pool;
  readonly watch: SilenceWatch;
  readonly end: () => Promise<void>;
}

function openSessions(options: DatabaseOptions): Sessions {
  const pool = createPool(options);
  const end = createPoolEnd(pool);
  const watch = createWatch(pool, options);
  boundPrepared(pool);
  // Last, so that it is the first to see a query: the others see what is really sent, when it is.
  pool.on("connect", queueQueries);
  return { pool, watch, end };
}

/** Opens nothing yet: the first statement connects. */
export function createDatabase(options: DatabaseOptions): Database {
  const newsroom = openSessions(options);
  const readers = openReaderSessions(options) ?? newsroom;
  // Readiness must not wait for a connection that others have taken.
  const health = openSessions(omitListener({ ...options, poolSize: 1 }));
  const all = [...new Set([newsroom, readers, health])];
  const nameOf = createStatementNames();
  const prisma = createPrisma(newsroom.pool, nameOf);
  const answerTypes = createAnswerTypes(options.maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES);
  const poolOf = (audience: Audience): Pool => (audience === "READERS" ? readers.pool : newsroom.pool);
  const query = async <Row>(pool: Pool, sql: string, params: readonly unknown[], rowTypes: CustomTypesConfig) => {
    const { rows } = await pool.query({ name: nameOf(sql), text: sql, values: [...params], types: rowTypes });
    // The driver cannot know the columns of a text; the caller, who wrote it, states them.
    return rows as Row[];
  };
  const dropIdle = (): void => all.forEach(({ watch }) => watch.dropIdle());
  let closing: Promise<unknown> | undefined;
  return {
    prisma,
    pool: newsroom.pool,
    read: (sql, params = []) => query(newsroom.pool, sql, params, READ_TYPES),
    readAnswer: (sql, params, audience) => query(poolOf(audience), sql, params, answerTypes),
    connectionsOf: (audience) => poolOf(audience).options.max,
    transaction: (fn, wishes = {}) => runTransaction(prisma, fn, wishes),
    snapshot: (fn) => runSnapshot(prisma, fn),
    ping: () => ask(newsroom.pool, dropIdle, "SELECT 1", options),
    probe: () => probe(health.pool, dropIdle, options),
    async close() {
      closing ??= prisma.$disconnect().then(() => Promise.all(all.map(({ end }) => end())));
      await closing;
    },
  };
}

/** The connections of readers, where they have some of their own. */
function openReaderSessions(options: DatabaseOptions): Sessions | null {
  const { readerPoolSize = 0, readerTimeoutMs = DEFAULT_READER_TIMEOUT_MS } = options;
  if (readerPoolSize === 0) return null;
  return openSessions({ ...options, poolSize: readerPoolSize, statementTimeoutMs: readerTimeoutMs });
}

/** A probe is no statement of the application. */
function omitListener({ onStatement: _heard, ...options }: DatabaseOptions): DatabaseOptions {
  return options;
}

function createWatch(pool: Pool, options: DatabaseOptions): SilenceWatch {
  const { statementTimeoutMs = DEFAULT_STATEMENT_TIMEOUT_MS } = options;
  const fallbackMs = statementTimeoutMs === 0 ? 0 : statementTimeoutMs + SILENCE_GRACE_MS;
  return new SilenceWatch(pool, options.silenceTimeoutMs ?? fallbackMs);
}

async function ask(
  pool: Pool,
  dropIdle: () => void,
  text: string,
  { connectTimeoutMs = DEFAULT_CONNECT_TIMEOUT_MS }: DatabaseOptions,
): Promise<void> {
  try {
    // A variable of its own because the driver knows this setting and its declaration does not.
    const query = { text, query_timeout: connectTimeoutMs };
    await pool.query(query);
  } catch (error) {
    if (messageOf(error) === "Query read timeout") dropIdle();
    throw error;
  }
}

/**
 * Reads more rows than fit into 64 kB of memory: they are written to a temporary file, which a full disk refuses and of
 * which nothing remains. A read-only database is reported as the error that a write would meet.
 */
const PROBE = `BEGIN; SET LOCAL work_mem = '64kB'; SELECT count(*) FROM generate_series(1, 10000);
DO $$ BEGIN
  IF pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean THEN
    RAISE EXCEPTION USING ERRCODE = 'read_only_sql_transaction';
  END IF;
END $$; COMMIT`;

async function probe(pool: Pool, dropIdle: () => void, options: DatabaseOptions): Promise<Ability> {
  try {
    await ask(pool, dropIdle, PROBE, options);
    return "WRITE";
  } catch (error) {
    if (codeOf(error) === "25006") return "READ_ONLY";
    return codeOf(error) === "53100" ? "DISK_FULL" : "NONE";
  }
}

/** How long a connection may take to close before it is cut. */
const CLOSE_TIMEOUT_MS = 2_000;

/**
 * Returns what ends a pool and resolves once its connections are closed. The pool itself resolves when it has only asked
 * for that: a PostgreSQL that stops at this moment reports an error on connections that nobody uses any more.
 */
function createPoolEnd(pool: Pool): () => Promise<void> {
  const open = new Set<ClientBase>();
  let onClosed = (): void => undefined;
  pool.on("connect", (client) => void open.add(client));
  pool.on("remove", (client) => {
    open.delete(client);
    if (open.size === 0) onClosed();
  });
  return async () => {
    await pool.end();
    if (open.size === 0) return;
    const timer = setTimeout(() => open.forEach((client) => cutConnection(client)), CLOSE_TIMEOUT_MS);
    await new Promise<void>((resolve) => {
      onClosed = resolve;
    });
    clearTimeout(timer);
  };
}

/** The pool waits for what this hook returns; only its declaration does not say so, hence the cast. */
const onConnect = assertUtc as (client: ClientBase) => void;

function createPool(options: DatabaseOptions): Pool {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize ?? DEFAULT_POOL_SIZE,
    connectionTimeoutMillis: options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS,
    application_name: options.applicationName ?? "dateline",
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
    maxLifetimeSeconds: MAX_LIFETIME_S,
    options: `-c TimeZone=UTC -c statement_timeout=${options.statementTimeoutMs ?? DEFAULT_STATEMENT_TIMEOUT_MS}`,
    onConnect,
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

/** The longest time that a snapshot may be read: a day. */
const SNAPSHOT_TIMEOUT_MS = 86_400_000;

function runSnapshot<Result>(prisma: PrismaClient, fn: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const read = async (tx: Transaction): Promise<Result> => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`;
    return fn(tx);
  };
  return prisma.$transaction(read, { isolationLevel: "RepeatableRead", timeout: SNAPSHOT_TIMEOUT_MS, maxWait: 10_000 });
}

/** The driver's own parsers, except for the two types that they return in an awkward shape. */
const READ_TYPES: CustomTypesConfig = {
  // The driver declares this as a dozen overloads by type and format; one function serves them all, hence the cast.
  getTypeParser: ((oid: TypeId, format: "text") => {
    if (oid === types.builtins.INT8) return Number;
    // The driver makes a Date at midnight of the process's own zone, which is another day elsewhere.
    if (oid === types.builtins.DATE) return String;
    return types.getTypeParser(oid, format);
  }) as typeof types.getTypeParser,
};

/** READ_TYPES, but JSON is parsed only up to a size: parsing more would hold up every other request. */
function createAnswerTypes(maxBytes: number): CustomTypesConfig {
  const parseJson = (text: string): unknown => {
    const bytes = text.length > maxBytes ? text.length : Buffer.byteLength(text);
    if (bytes > maxBytes) throw new OversizedAnswerError(bytes, maxBytes);
    return JSON.parse(text);
  };
  return {
    // See above for the cast.
    getTypeParser: ((oid: TypeId, format: "text") =>
      oid === types.builtins.JSON ? parseJson : READ_TYPES.getTypeParser(oid, format)) as typeof types.getTypeParser,
  };
}
