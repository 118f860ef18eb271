import { isDeepStrictEqual } from "node:util";
import { personsNamed } from "../person/named-persons.service.js";
import { LostRace } from "../auth/race.js";
import type { Transaction } from "../database/client.js";
import {
  joinKeys,
  type LockStrength,
  lockSharedRows,
  lockSharedSets,
  SHARED_TYPES,
  type SharedKeys,
} from "../database/row-locks.js";
import type { ReferencedType } from "../embedded-post/references.js";
import { Prisma } from "../generated/prisma/client.js";
import { type NamedPerson, nameCandidates } from "../person/person.mentions.js";
import { type DraftElement, type DraftParts, paragraphsOf, partsOf } from "./draft-value.js";
import type { Head } from "./head.js";
import { referringHeadColumns } from "./head-fields.js";
import { listColumnsOf } from "./head-lists.js";
import { keysReferredTo, referringColumns } from "./quote-fields.js";

const { join, raw, sql } = Prisma;

/*
 * Posts, persons, sections, topics and images belong to the newsroom, not to an article. Every write of an article's text locks those that the
 * text refers to before it writes a row, and reads them again under the lock. So a quote is never compared with a text
 * that another writer is replacing, and no post, person or image is deleted or merged under a text.
 */

/** What a body refers to by key. */
export function sharedBy(body: readonly DraftElement[]): SharedKeys {
  const quotes = paragraphsOf(body).flatMap((paragraph) => paragraph.quotes);
  const placed = body.flatMap(({ kind, id }) => (kind === "post" ? [id] : []));
  const quoted = SHARED_TYPES.map((type) => [type, keysReferredTo(type, quotes)] as const);
  const shown = body.flatMap((part) => (part.kind === "figure" ? [part.imageId] : []));
  return joinKeys({ EmbeddedPost: placed, Image: shown }, Object.fromEntries(quoted));
}

/**
 * Locks all that some bodies of one article refer to, and `more`, in the order that row-locks.ts states, with the persons that
 * they may name. Returns the persons that they quote or may name.
 *
 * @throws LostRace when one of them is deleted or merged meanwhile; the write runs again and reads what is there now.
 */
export async function lockShared(
  tx: Transaction,
  bodies: readonly (readonly DraftElement[])[],
  more: SharedKeys = {},
  strengthOfPosts: LockStrength = "SHARE",
): Promise<readonly NamedPerson[]> {
  const shared = bodies.map(sharedBy);
  const texts = bodies.flatMap(paragraphsOf).map(({ text }) => text);
  const named = await personsNamed(tx, nameCandidates(texts), joinKeys(...shared).Person ?? []);
  const keys = joinKeys(...shared, more, { Person: named.map(({ id }) => id) });
  await lockExisting(tx, keys, strengthOfPosts);
  return named;
}

/**
 * Locks all that the parts refer to that a write of one article changes, and `more`; see lockShared. Returns no persons when
 * the body is the same.
 */
export async function lockChanged(
  tx: Transaction,
  before: DraftParts,
  after: DraftParts,
  more: SharedKeys = {},
): Promise<readonly NamedPerson[]> {
  if (!isDeepStrictEqual(before.body, after.body)) {
    return lockShared(tx, [partsOf(after)], joinKeys(sharedBy(partsOf(before)), more));
  }
  const leads = isDeepStrictEqual(before.leadImage, after.leadImage) ? [] : [before.leadImage, after.leadImage];
  await lockExisting(tx, joinKeys(sharedBy(leads.flatMap((lead) => lead ?? [])), more));
  return [];
}

/**
 * Locks rows that an article refers to.
 *
 * @throws LostRace when one of them is deleted or merged meanwhile.
 */
export async function lockExisting(
  tx: Transaction,
  keys: SharedKeys,
  strengthOfPosts: LockStrength = "SHARE",
): Promise<void> {
  const found = await lockSharedRows(tx, keys, { EmbeddedPost: strengthOfPosts });
  const gone = SHARED_TYPES.flatMap((type) => keys[type] ?? []).find((key) => !found.has(key));
  if (gone !== undefined) throw new LostRace(`The row ${gone} is deleted or merged.`);
}

/** The tables of the heads that refer to shared rows, besides the fields and lists of the head and the fields of quotes. */
const REFERRING: Readonly<Partial<Record<ReferencedType, readonly (readonly [table: string, column: string])[]>>> = {
  EmbeddedPost: [["placement", "post_id"]],
  Person: [
    ["mention", "person_id"],
    ["appearance", "person_id"],
  ],
  Image: [["figure", "image_id"]],
};

/** A query for the keys of a type, as `id`, that the rows of a head refer to. */
export function keysOfHead(type: ReferencedType, articleId: string, head: Head): Prisma.Sql {
  const columns = [
    ...referringHeadColumns(type).map((column) => ["article_head", column] as const),
    ...referringColumns(type).map((column) => ["quote", column] as const),
    ...listColumnsOf(type),
    ...(REFERRING[type] ?? []),
  ];
  const selects = columns.map(
    ([table, column]) => sql`
      SELECT ${raw(column)} AS id FROM ${raw(table)}
      WHERE article_id = ${articleId}::uuid AND head = ${head} AND ${raw(column)} IS NOT NULL`,
  );
  return join(selects, " UNION ");
}

/**
 * Locks the shared rows that the rows of a head refer to, before the rows are copied: a concurrent change of a post then
 * finds the copies, or has changed the rows before. The article is locked already.
 */
export async function lockSharedOfHead(tx: Transaction, articleId: string, head: Head): Promise<void> {
  // It uses the indexes of all tables of the head by article and head.
  const sets = SHARED_TYPES.map((type) => [type, sql`ARRAY(${keysOfHead(type, articleId, head)})`] as const);
  await lockSharedSets(tx, Object.fromEntries(sets));
}
