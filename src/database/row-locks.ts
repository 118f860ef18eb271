import { Prisma } from "../generated/prisma/client.js";
import type { Transaction } from "./client.js";

const { join, raw, sql } = Prisma;

/*
 * A transaction locks rows in one order: articles, then the shared rows in the order of their tables below, each by
 * ascending key, and all of them before it writes rows that refer to them. So two transactions never wait for each other in
 * a circle.
 */

/** The tables of rows outside the heads that texts refer to, by the type of their rows, in the order of locking. */
export const SHARED_TABLES = {
  EmbeddedPost: "embedded_post",
  Person: "person",
  Section: "section",
  Topic: "topic",
  Image: "image",
} as const;

/** A type whose rows are outside the heads and are locked before a text refers to them. */
export type SharedType = keyof typeof SHARED_TABLES;

/** These types in the order of locking. */
export const SHARED_TYPES = Object.keys(SHARED_TABLES) as readonly SharedType[]; // Object.keys returns strings.

/** Bare keys of shared rows, by type. */
export type SharedKeys = Readonly<Partial<Record<SharedType, readonly string[]>>>;

/** `SHARE` keeps a row as it is and lets others read it under the same lock; `UPDATE` is for one writer. */
export type LockStrength = "SHARE" | "UPDATE";

/** Locks for one writer like `UPDATE`, but lets other transactions write rows that refer to the row. */
const OWN_UPDATE = "NO KEY UPDATE";

/**
 * The strength for the rows of a type where none is asked for. One is enough for images: the first use of an image changes
 * its row (`is_used`), and a lock that is shared before would deadlock there.
 */
const strengthOf = (type: SharedType): LockStrength | typeof OWN_UPDATE => (type === "Image" ? OWN_UPDATE : "SHARE");

/** The rows of a table with some keys, which are locked in the order of the keys. Raw because Prisma has no row locks. */
function lockedRows(
  table: "article" | (typeof SHARED_TABLES)[SharedType],
  keys: Prisma.Sql,
  strength: LockStrength | typeof OWN_UPDATE,
): Prisma.Sql {
  return sql`SELECT id FROM ${raw(table)} WHERE id = ANY(${keys}) ORDER BY id FOR ${raw(strength)}`;
}

function keyList(keys: readonly string[]): Prisma.Sql {
  return sql`${[...new Set(keys)]}::uuid[]`;
}

async function keysOf(tx: Transaction, statement: Prisma.Sql): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(statement);
  return new Set(rows.map(({ id }) => id));
}

/** Locks articles for one writer until the transaction ends; returns the keys that exist. To be called first. */
export async function lockArticles(tx: Transaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  return keys.length === 0 ? new Set() : keysOf(tx, lockedRows("article", keyList(keys), "UPDATE"));
}

/** Sets of keys by type, each an expression of the type uuid[]. */
export type SharedKeySets = Readonly<Partial<Record<SharedType, Prisma.Sql>>>;

/**
 * Locks shared rows whose keys expressions return, with one statement. PostgreSQL executes the parts of a UNION ALL one after
 * the other, because a query that locks rows is not parallel.
 */
export async function lockSharedSets(
  tx: Transaction,
  sets: SharedKeySets,
  strengths: Readonly<Partial<Record<SharedType, LockStrength>>> = {},
): Promise<ReadonlySet<string>> {
  const parts = SHARED_TYPES.flatMap((type) => {
    const keys = sets[type];
    if (keys === undefined) return [];
    return [
      sql`SELECT id FROM (${lockedRows(SHARED_TABLES[type], keys, strengths[type] ?? strengthOf(type))}) ${raw(`"${type}"`)}`,
    ];
  });
  return parts.length === 0 ? new Set() : keysOf(tx, join(parts, " UNION ALL "));
}

/**
 * Locks shared rows until the transaction ends; returns the keys that exist. To be called after articles.
 *
 * @param strengths how strongly the rows of a type are locked, where not as usual.
 */
export function lockSharedRows(
  tx: Transaction,
  keys: SharedKeys,
  strengths: Readonly<Partial<Record<SharedType, LockStrength>>> = {},
): Promise<ReadonlySet<string>> {
  const sets = SHARED_TYPES.flatMap((type) => {
    const own = keys[type] ?? [];
    return own.length === 0 ? [] : [[type, keyList(own)] as const];
  });
  return lockSharedSets(tx, Object.fromEntries(sets), strengths);
}

/** All keys of several sets. */
export function joinKeys(...all: readonly SharedKeys[]): SharedKeys {
  const keys = SHARED_TYPES.map((type) => [type, all.flatMap((each) => each[type] ?? [])] as const);
  return Object.fromEntries(keys);
}
