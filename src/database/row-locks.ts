import { Prisma } from "../generated/prisma/client.js";
import type { Transaction } from "./client.js";

const { raw, sql } = Prisma;

/*
 * A transaction locks rows in one order: articles, then posts, then persons, then images, each by ascending key, and all
 * of them before it writes rows that refer to them. So two transactions never wait for each other in a circle.
 */

/** `SHARE` keeps a row as it is and lets others read it under the same lock; `UPDATE` is for one writer. */
export type LockStrength = "SHARE" | "UPDATE";

/** Locks for one writer like `UPDATE`, but lets other transactions write rows that refer to the row. */
const OWN_UPDATE = "NO KEY UPDATE";

/** Raw because Prisma has no row locks. PostgreSQL locks the rows in the order of the sort. */
async function lockRows(
  tx: Transaction,
  table: "article" | "embedded_post" | "person" | "image",
  keys: readonly string[],
  strength: LockStrength | typeof OWN_UPDATE,
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM ${raw(table)} WHERE id = ANY(${[...new Set(keys)]}::uuid[]) ORDER BY id FOR ${raw(strength)}`);
  return new Set(rows.map(({ id }) => id));
}

/** Locks articles for one writer until the transaction ends; returns the keys that exist. To be called first. */
export function lockArticles(tx: Transaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  return lockRows(tx, "article", keys, "UPDATE");
}

/** Locks posts until the transaction ends; returns the keys that exist. To be called after articles, before persons. */
export function lockPosts(
  tx: Transaction,
  keys: readonly string[],
  strength: LockStrength,
): Promise<ReadonlySet<string>> {
  return lockRows(tx, "embedded_post", keys, strength);
}

/** Locks persons until the transaction ends; returns the keys that exist. To be called after articles and posts. */
export function lockPersons(
  tx: Transaction,
  keys: readonly string[],
  strength: LockStrength,
): Promise<ReadonlySet<string>> {
  return lockRows(tx, "person", keys, strength);
}

/**
 * Locks images until the transaction ends; returns the keys that exist. To be called last. One strength is enough: the first
 * use of an image changes its row (`is_used`), and a lock that is shared before would deadlock there.
 */
export function lockImages(tx: Transaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  return lockRows(tx, "image", keys, OWN_UPDATE);
}
