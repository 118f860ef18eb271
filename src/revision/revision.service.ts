import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { SHARED_TYPES, sharedRows } from "../database/row-locks.js";
import { type Head, HEAD_TABLES } from "../draft/head.js";
import { keysOfHead } from "../draft/shared-rows.service.js";
import type { ReferencedType } from "../embedded-post/references.js";
import { Prisma } from "../generated/prisma/client.js";

const { join, raw, sql } = Prisma;

/** An object of `{table name: [rows]}` has this entry for the rows that a condition selects. */
function rowsOf(table: string, condition: Prisma.Sql): Prisma.Sql {
  return sql`${table}::text, (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]'::jsonb) FROM ${raw(table)} r WHERE ${condition})`;
}

/** The name of the keys of a type in the statement. */
function keysOf(type: string): Prisma.Sql {
  return raw(`"keys of ${type}"`);
}

/**
 * The keys of a type that a head refers to, and those that other rows of the document refer to: sections to those above them,
 * posts to the persons who wrote them.
 */
function referredTo(type: ReferencedType, articleId: string, head: Head): Prisma.Sql {
  const further = SHARED_TYPES.flatMap((from) => {
    const { table, refersTo = [] } = sharedRows(from);
    const columns = refersTo.filter(([, to]) => to === type).map(([column]) => raw(`r.${column}`));
    return columns.map(
      (key) => sql`SELECT ${key} FROM ${raw(table)} r JOIN ${keysOf(from)} k ON k.id = r.id WHERE ${key} IS NOT NULL`,
    );
  });
  return sql`${keysOf(type)} AS (${join([keysOfHead(type, articleId, head), ...further], " UNION ")})`;
}

/** What keys are called at this moment, so that documents can be compared without the tables. */
const NAMED = sql`'names', (SELECT coalesce(jsonb_object_agg(n.id, n.name), '{}'::jsonb) FROM (${join(
  [
    ...SHARED_TYPES.map((type) => {
      const { table, name } = sharedRows(type);
      return sql`SELECT id, ${raw(name)} AS name FROM ${raw(table)} WHERE id IN (SELECT id FROM ${keysOf(type)})`;
    }),
    sql`SELECT article_id, headline FROM article_head
      WHERE head = 'DRAFT' AND article_id IN (SELECT id FROM ${keysOf("Article")})`,
  ],
  " UNION ",
)}) n)`;

const SHARED = SHARED_TYPES.flatMap((type) => {
  const { table, parts = [] } = sharedRows(type);
  return [[table, "id"] as const, ...parts].map(([each, column]) =>
    rowsOf(each, sql`${raw(`r.${column}`)} IN (SELECT id FROM ${keysOf(type)})`),
  );
});

/**
 * A whole article as it is in one head: body, quotes, attributions and its own columns, with the persons, posts,
 * topics and images that it refers to as they are now, as one document. A scalar of SQL; null where there is no such head.
 *
 * Raw because the document is made inside the database from the rows as they are, so that no column is forgotten.
 */
export function documentOfHead(articleId: string, head: Head): Prisma.Sql {
  const own = HEAD_TABLES.map((table) => rowsOf(table, sql`r.article_id = ${articleId}::uuid AND r.head = ${head}`));
  const article = rowsOf("article", sql`r.id = ${articleId}::uuid`);
  const referred = [...SHARED_TYPES, "Article" as const].map((type) => referredTo(type, articleId, head));
  return sql`(WITH RECURSIVE ${join(referred)}
    SELECT jsonb_build_object(${join([article, NAMED, ...own, ...SHARED])})
    FROM article_head h WHERE h.article_id = ${articleId}::uuid AND h.head = ${head})`;
}

/** Records a whole article as it is in one head. Returns the revision's key. */
export async function recordRevision(
  work: Work,
  tx: Transaction,
  articleId: string,
  head: Head,
  summary: string | null,
): Promise<string> {
  const id = work.newId();
  // The caller holds the lock on the article's row, so the number is free.
  await tx.$executeRaw(sql`
    INSERT INTO revision (id, article_id, number, created_at, author, summary, document)
    SELECT ${id}::uuid, ${articleId}::uuid,
      1 + coalesce((SELECT max(number) FROM revision WHERE article_id = ${articleId}::uuid), 0),
      ${work.clock.now()}::timestamptz, ${work.actor.name}, ${summary}, ${documentOfHead(articleId, head)}`);
  return id;
}
