import type { Pool } from "pg";
import { DEFAULT_CONNECT_TIMEOUT_MS, type PoolOptions } from "./pool.js";
import { codeOf, messageOf } from "./startup-error.js";

/**
 * What a database can do: everything, only read (a standby, or a disk that is full), or nothing, because it does not
 * answer.
 */
export type Ability = "WRITE" | "READ_ONLY" | "DISK_FULL" | "NONE";

/** Runs a statement without a result. Calls `dropIdle` when the database does not answer within `connectTimeoutMs`. */
export async function ask(
  pool: Pool,
  dropIdle: () => void,
  text: string,
  { connectTimeoutMs = DEFAULT_CONNECT_TIMEOUT_MS }: PoolOptions,
): Promise<void> {
  try {
    // A separate variable because the driver has this setting and its type declaration lacks it.
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

/** Returns what the database can do now. Never rejects. */
export async function probe(pool: Pool, dropIdle: () => void, options: PoolOptions): Promise<Ability> {
  try {
    await ask(pool, dropIdle, PROBE, options);
    return "WRITE";
  } catch (error) {
    if (codeOf(error) === "25006") return "READ_ONLY";
    return codeOf(error) === "53100" ? "DISK_FULL" : "NONE";
  }
}
