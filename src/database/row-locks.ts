import { Prisma } from "../generated/prisma/client.js";
import type { Transaction } from "./client.js";

const { join, raw, sql } = Prisma;

/*
 * A transaction locks rows in one order: articles, then the shared rows in the order of their tables below, each by
 * ascending key, and all of them before it writes rows that refer to them. So two transactions never wait for each other in
 * a circle.
 */

/** What locks and revisions have to know of a type whose rows are outside the heads, and which texts refer to. */
export interface SharedRows {
  readonly table: string;
  /** What one row is called in a sentence. */
  readonly noun: string;
  /** SQL for the name of a row, by which comparisons of revisions show it. */
  readonly name: string;
  /** Tables with further rows of each row, and their column with its key. */
  readonly parts?: readonly (readonly [table: string, column: string])[];
  /** The table that leads from a merged row to the remaining one. */
  readonly merges?: string;
  /** Columns with the keys of other shared rows, which belong to a revision as well. */
  readonly refersTo?: readonly (readonly [column: string, type: string])[];
}

/** The types of rows outside the heads that texts refer to, in the order of locking. */
export const SHARED_ROWS = {
  EmbeddedPost: {
    table: "embedded_post",
    noun: "post",
    name: "concat_ws(' ', author_name, author_handle) || ': ' || coalesce(nullif(text, ''), url, '')",
    refersTo: [["author_id", "Person"]],
  },
  Person: {
    table: "person",
    noun: "person",
    name: "name",
    parts: [
      ["person_name", "person_id"],
      ["social_account", "person_id"],
    ],
    merges: "person_merge",
  },
  Section: { table: "section", noun: "section", name: "name", refersTo: [["parent_id", "Section"]] },
  Topic: { table: "topic", noun: "topic", name: "name", merges: "topic_merge" },
  Image: {
    table: "image",
    noun: "image",
    name: "coalesce(nullif(headline, ''), file_name, nullif(alt, ''), caption, id::text)",
  },
} as const satisfies Readonly<Record<string, SharedRows>>;

/** A type whose rows are outside the heads and are locked before a text refers to them. */
export type SharedType = keyof typeof SHARED_ROWS;

/** The declaration of a type. */
export function sharedRows(type: SharedType): SharedRows {
  return SHARED_ROWS[type];
}

/** These types in the order of locking. */
export const SHARED_TYPES = Object.keys(SHARED_ROWS) as readonly SharedType[]; // Object.keys returns strings.

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
function lockedRows(table: string, keys: Prisma.Sql, strength: LockStrength | typeof OWN_UPDATE): Prisma.Sql {
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
      sql`SELECT id FROM (${lockedRows(SHARED_ROWS[type].table, keys, strengths[type] ?? strengthOf(type))}) ${raw(`"${type}"`)}`,
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
