import { type Head, HEAD_TABLES } from "./head.js";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { lockSharedOfHead } from "./shared-rows.service.js";

const { join, raw, sql } = Prisma;

/**
 * Replaces one head of an article with a copy of another, row by row. The article is locked already.
 *
 * Raw because the rows never leave the database. The tables' columns are not named, so a new column is copied as well. One
 * statement copies all tables: foreign keys are checked at its end. It cannot remove the old head too, since what goes
 * with that row would go after the copy.
 */
export async function copyHead(tx: Transaction, articleId: string, from: Head, to: Head): Promise<void> {
  await lockSharedOfHead(tx, articleId, from);
  await removeHead(tx, articleId, to);
  const copies = HEAD_TABLES.map(
    (table) => sql`${raw(`${table}_copy`)} AS (
      INSERT INTO ${raw(table)} SELECT (jsonb_populate_record(r, jsonb_build_object('head', ${to}::text))).*
      FROM ${raw(table)} r WHERE r.article_id = ${articleId}::uuid AND r.head = ${from})`,
  );
  await tx.$executeRaw(sql`WITH ${join(copies)} SELECT 1 AS one`);
}

/** Removes one head of an article and its rows; the other heads stay. */
export async function removeHead(tx: Transaction, articleId: string, head: Head): Promise<void> {
  // All other rows refer to this row and are deleted with it.
  await tx.$executeRaw`DELETE FROM article_head WHERE article_id = ${articleId}::uuid AND head = ${head}`;
}
