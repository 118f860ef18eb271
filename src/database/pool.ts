import { type ClientBase, Pool } from "pg";
import { boundPrepared } from "./prepared.js";
import { assertUtc, cutConnection, SilenceWatch } from "./sessions.js";
import { observeStatements, type StatementListener } from "./statements.js";

/*
 * Pools of connections: how they are opened, watched and closed.
 */

/** How a database is reached, and the connections of one pool. */
export interface PoolOptions {
  /** A `postgresql://` address. */
  readonly url: string;
  /** The most connections held open at once; a statement beyond them waits for a free one. Default 10. */
  readonly poolSize?: number;
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
  /** Is called for every statement over any pooled connection: Prisma's, hand-written ones, BEGIN and COMMIT. */
  readonly onStatement?: StatementListener;
  /** Is called when an idle pooled connection breaks. The pool replaces it, so this is not a fault. */
  readonly onConnectionLost?: (error: Error) => void;
}

const DEFAULT_STATEMENT_TIMEOUT_MS = 30_000;
/** How long to wait for a connection or for the answer to a probe, in milliseconds. */
export const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;
const DEFAULT_POOL_SIZE = 10;

/** How long after PostgreSQL's own time limit of a statement its connection counts as dead. */
const SILENCE_GRACE_MS = 5_000;

/** How long a pooled connection may live. A limit lets servers behind one name share the connections again after a change. */
const MAX_LIFETIME_S = 1_800;

/** When TCP begins to probe an idle connection. */
const KEEP_ALIVE_DELAY_MS = 10_000;

/** A pool with what watches over it. */
export interface Sessions {
  readonly pool: Pool;
  readonly watch: SilenceWatch;
  readonly end: () => Promise<void>;
}

/** Opens a pool. It connects with the first statement. */
export function openSessions(options: PoolOptions): Sessions {
  const pool = createPool(options);
  const end = createPoolEnd(pool);
  const watch = createWatch(pool, options);
  boundPrepared(pool);
  return { pool, watch, end };
}

function createWatch(pool: Pool, options: PoolOptions): SilenceWatch {
  const { statementTimeoutMs = DEFAULT_STATEMENT_TIMEOUT_MS } = options;
  const fallbackMs = statementTimeoutMs === 0 ? 0 : statementTimeoutMs + SILENCE_GRACE_MS;
  return new SilenceWatch(pool, options.silenceTimeoutMs ?? fallbackMs);
}

/** How long a connection may take to close before it is cut. */
const CLOSE_TIMEOUT_MS = 2_000;

/**
 * Returns what ends a pool and resolves once its connections are closed. The pool itself resolves when it has only asked
 * for that: a PostgreSQL that stops at this moment reports an error on connections that are no longer used.
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

function createPool(options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize ?? DEFAULT_POOL_SIZE,
    connectionTimeoutMillis: options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS,
    application_name: options.applicationName ?? "dateline",
    // Statements of a transaction that do not need the answers of those before are sent at once. PostgreSQL executes them one
    // after the other.
    pipeline: true,
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
