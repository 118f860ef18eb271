import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { ConflictError, NotFoundError, UserError, ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import type { Act } from "./acts.js";
import type { Actor } from "./role.js";
import { joinTransaction, refuse, type Work, write } from "./work.js";

/** How long a key is kept, in milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** The most expired keys that one write removes. */
const REMOVED = 100;

const PATH = ["input", "idempotencyKey"] as const;

/** The input of a mutation that can be sent again. */
export interface KeyedInput {
  /** The client's own name for the write; absent or null: the write is done every time it is sent. */
  readonly idempotencyKey?: string | null;
}

/** A write that can be sent again. */
export interface KeyedWrite<Input extends KeyedInput, Result extends object> {
  readonly act: Act;
  readonly input: Input;
  /** The shape in which the result is kept. */
  readonly shape: z.ZodType<Result>;
  /** Does the write. Its transaction is the one that keeps the key. */
  readonly run: (work: Work) => Promise<Result | UserError>;
  /** Whether the result of the write can still be read. */
  readonly isThere: (tx: Transaction, result: Result) => Promise<boolean>;
}

/**
 * Does a write once for each idempotency key of an actor: the same key with the same input returns the result of the
 * first write. The key is kept in the transaction of the write, so a refused write keeps none. Of two that are sent at
 * once, the second waits for the first. Another input under the same key is a ConflictError; a NotFoundError says that
 * what the first write made is gone. A key expires after 24 hours.
 */
export async function writeOnce<Input extends KeyedInput, Result extends object>(
  work: Work,
  keyed: KeyedWrite<Input, Result>,
): Promise<Result | UserError> {
  const { act, input, run } = keyed;
  const { idempotencyKey: key, ...rest } = input;
  if (key === undefined || key === null) return run(work);
  return write(work, act, async (tx) => {
    if (!/^[\x21-\x7e]{1,200}$/u.test(key)) refuse(malformed());
    const claim = { actor: identify(work.actor), key, digest: digestOf([act, rest]), at: work.clock.now() };
    if (!(await claimKey(tx, claim))) return repeat(tx, claim, keyed);
    const result = await run(joinTransaction(work, tx));
    if (result instanceof UserError) return refuse(result);
    const where = { actor_key: { actor: claim.actor, key } };
    await tx.idempotencyKey.update({ where, data: { result: { ...result } }, select: { key: true } });
    await removeExpired(tx, claim.at);
    return result;
  });
}

function malformed(): ValidationError {
  const message = "An idempotency key has 1 to 200 visible ASCII characters, without spaces.";
  return new ValidationError([new ValidationIssue([...PATH], message)]);
}

interface Claim {
  readonly actor: string;
  readonly key: string;
  readonly digest: string;
  readonly at: Date;
}

/** Keys belong to a token or to the subject of an issuer; names are not unique. */
function identify({ id, issuer, name }: Actor): string {
  return digestOf(id === undefined ? { name } : { id, issuer: issuer ?? null });
}

/** The same for the same JSON, whatever the order of its fields. */
function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value, sortFields), "utf8").digest("hex");
}

function sortFields(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Takes a key that is free or expired; returns false when it is in use. Raw for ON CONFLICT with a condition, which waits
 * for a write in progress with the same key.
 */
async function claimKey(tx: Transaction, { actor, key, digest, at }: Claim): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency_key AS kept (actor, key, digest, created_at) VALUES (${actor}, ${key}, ${digest}, ${at})
    ON CONFLICT (actor, key) DO UPDATE SET digest = EXCLUDED.digest, result = NULL, created_at = EXCLUDED.created_at
    WHERE kept.created_at <= ${expiry(at)}`;
  return claimed > 0;
}

function expiry(now: Date): Date {
  return new Date(now.getTime() - KEPT_MS);
}

/** Returns the result of the first write under a key. */
async function repeat<Input extends KeyedInput, Result extends object>(
  tx: Transaction,
  { actor, key, digest }: Claim,
  { shape, isThere }: KeyedWrite<Input, Result>,
): Promise<Result> {
  const kept = await tx.idempotencyKey.findUniqueOrThrow({ where: { actor_key: { actor, key } } });
  if (kept.digest !== digest) {
    refuse(new ConflictError("This idempotency key was used for another write.", [...PATH], "KEY_REUSED"));
  }
  const result = shape.parse(kept.result);
  if (await isThere(tx, result)) return result;
  return refuse(new NotFoundError("What was created with this idempotency key is deleted.", [...PATH]));
}

/** Removes some expired keys. It is the last statement of a write and skips locked rows, so it waits for nobody. */
async function removeExpired(tx: Transaction, now: Date): Promise<void> {
  // Raw for SKIP LOCKED. It uses the index by moment.
  await tx.$executeRaw(Prisma.sql`
    DELETE FROM idempotency_key WHERE (actor, key) IN (
      SELECT actor, key FROM idempotency_key WHERE created_at <= ${expiry(now)}
      ORDER BY created_at LIMIT ${REMOVED}::int FOR UPDATE SKIP LOCKED)`);
}
