import { type Head, HEAD_TABLES } from "./head.js";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { lockSharedOfHead } from "./shared-rows.service.js";

const { raw, sql } = Prisma;

/**
 * Replaces one head of an article with a copy of another, row by row. The article is locked already.
 *
 * Raw because the rows never leave the database. The tables' columns are not named, so a new column is copied as well.
 */
export async function copyHead(tx: Transaction, articleId: string, from: Head, to: Head): Promise<void> {
  await lockSharedOfHead(tx, articleId, from);
  await removeHead(tx, articleId, to);
  for (const table of HEAD_TABLES) {
    const name = raw(table);
    await tx.$executeRaw(sql`
      INSERT INTO ${name} SELECT (jsonb_populate_record(r, jsonb_build_object('head', ${to}::text))).*
      FROM ${name} r WHERE r.article_id = ${articleId}::uuid AND r.head = ${from}`);
  }
}

/** Removes one head of an article with all that belongs to it; the others stay. */
export async function removeHead(tx: Transaction, articleId: string, head: Head): Promise<void> {
  // Everything else refers to this row and goes with it.
  await tx.articleHead.deleteMany({ where: { articleId, head } });
}
