import type { Database, Transaction } from "../database/client.js";
import type { UserError } from "../graphql/user-errors.js";
import type { Clock } from "../lib/clock.js";
import type { Actor } from "./role.js";

/** What a service needs to write: where to, as whom, and where time and new keys come from. */
export interface Work {
  readonly database: Database;
  readonly clock: Clock;
  /** A new key: a UUID, the later one the greater. */
  readonly newId: () => string;
  readonly actor: Actor;
}

/** Carries an expected outcome out of a transaction, so that all it wrote is rolled back. */
class Refused<Refusal extends UserError> extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Ends a write with an expected outcome: everything that it wrote so far is undone. */
export function refuse(refusal: UserError): never {
  throw new Refused(refusal);
}

/**
 * Runs a write in one transaction and gives its result, or the outcome that it was refused with, of which nothing is
 * written. `fn` may run several times: see Database.transaction.
 */
export async function write<Result>(work: Work, fn: (tx: Transaction) => Promise<Result>): Promise<Result | UserError> {
  try {
    return await work.database.transaction(fn);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** The same work with every write joining one transaction, so that several writes are accepted or refused together. */
export function joinTransaction(work: Work, tx: Transaction): Work {
  return { ...work, database: { ...work.database, transaction: (fn) => fn(tx) } };
}
