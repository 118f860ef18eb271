import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Prisma, PrismaClient } from "../generated/prisma/client.js";
import { indexChanges } from "../search-index/index-changes.js";
import { directStatements, onConnectionOf, type TransactionConnection } from "./direct-statements.js";
import { hasCode } from "./sql-state.js";

/** What one transaction asks for beyond the defaults. */
export interface TransactionOptions {
  /** Default: PostgreSQL's, READ COMMITTED. */
  readonly isolationLevel?: Prisma.TransactionIsolationLevel;
  /** How long one run of the function may take before it is rolled back, in milliseconds; default 15,000. */
  readonly timeoutMs?: number;
  /** How often the function may run in all when it meets conflicts; default 5. */
  readonly maxAttempts?: number;
}

const additions = new WeakMap<Prisma.TransactionClient, (() => Prisma.Sql)[]>();

/**
 * Adds parts of a WITH clause to the statement that ends a transaction in any case, so that they cost none of their own.
 *
 * @param make is called once, after everything else of the transaction.
 */
export function addToLastStatement(tx: Prisma.TransactionClient, make: () => Prisma.Sql): void {
  const known = additions.get(tx);
  if (known) known.push(make);
  else additions.set(tx, [make]);
}

/** What transactions run on. */
export interface TransactionSource {
  /** Its adapter is a ReportingAdapter. */
  readonly prisma: PrismaClient;
  readonly nameOf: (sql: string) => string | undefined;
}

type InTransaction<Result> = (tx: Prisma.TransactionClient) => Promise<Result>;
type PrismaOptions = Parameters<PrismaClient["$transaction"]>[1];

/** The longest time that is waited for a connection, in milliseconds. */
const MAX_WAIT_MS = 10_000;

function begin<Result>(
  { prisma, nameOf }: TransactionSource,
  fn: InTransaction<Result>,
  options: PrismaOptions,
): Promise<Result> {
  let connection: TransactionConnection | undefined;
  const run: InTransaction<Result> = (tx) => {
    if (!connection) throw new TypeError("The adapter of Prisma reports the connection of a transaction.");
    return fn(directStatements(tx, connection, nameOf));
  };
  return onConnectionOf(
    (begun) => (connection = begun),
    () => prisma.$transaction(run, { ...options, maxWait: MAX_WAIT_MS }),
  );
}

/** Runs `fn` as `Database.transaction` describes. */
export function runTransaction<Result>(
  source: TransactionSource,
  fn: InTransaction<Result>,
  { isolationLevel, timeoutMs = 15_000, maxAttempts = 5 }: TransactionOptions,
): Promise<Result> {
  const isolation = isolationLevel === undefined ? {} : { isolationLevel };
  const indexed: InTransaction<Result> = async (tx) => {
    const result = await fn(tx);
    await indexChanges(
      tx,
      (additions.get(tx) ?? []).map((make) => make()),
    );
    return result;
  };
  return retryConflicts(() => begin(source, indexed, { ...isolation, timeout: timeoutMs }), maxAttempts);
}

/** The longest time that a snapshot may be read: a day. */
const SNAPSHOT_TIMEOUT_MS = 86_400_000;

/** Runs `fn` as `Database.snapshot` describes. */
export function runSnapshot<Result>(source: TransactionSource, fn: InTransaction<Result>): Promise<Result> {
  const read: InTransaction<Result> = async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`;
    return fn(tx);
  };
  return begin(source, read, { isolationLevel: "RepeatableRead", timeout: SNAPSHOT_TIMEOUT_MS });
}

/** SQLSTATE of a serialization failure and of a deadlock, and Prisma's single code for both. */
const CONFLICTS: ReadonlySet<string> = new Set(["40001", "40P01", "P2034"]);

/** The longest pause before the second run, in milliseconds; it doubles with every further one. */
const FIRST_PAUSE_MS = 10;

/**
 * Calls `run` until it ends without a conflict, at most `maxAttempts` times, with a random and growing pause between.
 * Returns its result, or throws its last error; an error that is no conflict is thrown at once.
 */
async function retryConflicts<Result>(run: () => Promise<Result>, maxAttempts: number): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= maxAttempts || !isConflict(error)) throw error;
    }
    // Random, so that two transactions which met once do not meet again in step.
    await pause(randomInt(1, FIRST_PAUSE_MS * 2 ** attempt));
  }
}

/** Whether PostgreSQL ended a transaction only because it met another one, so that running it again can succeed. */
export function isConflict(error: unknown): boolean {
  return hasCode(error, CONFLICTS);
}
