import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { type Head, HEAD_TABLES } from "../article/heads.service.js";
import { Prisma } from "../generated/prisma/client.js";

const { join, raw, sql } = Prisma;

/**
 * Records the whole of an article as it stands in one head: body, quotes, attributions, posts, topics and its own
 * columns, as one document. Gives the revision's key.
 *
 * Raw because the document is made inside the database from the rows as they are, so that it cannot forget any.
 */
export async function recordRevision(
  work: Work,
  tx: Transaction,
  articleId: string,
  head: Head,
  summary: string | null,
): Promise<string> {
  const id = work.newId();
  const parts = HEAD_TABLES.map(
    (table) => sql`${table}::text, (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]'::jsonb) FROM ${raw(table)} r
      WHERE r.article_id = ${articleId}::uuid AND r.head = ${head})`,
  );
  const article = sql`'article', (SELECT jsonb_agg(to_jsonb(a)) FROM article a WHERE a.id = ${articleId}::uuid)`;
  // What keys were called then, so that the document can be read and compared without today's tables.
  const named = sql`'names', (SELECT coalesce(jsonb_object_agg(n.id, n.name), '{}'::jsonb) FROM (
      SELECT p.id, p.name FROM appearance r JOIN person p ON p.id = r.person_id
        WHERE r.article_id = ${articleId}::uuid AND r.head = ${head}
      UNION SELECT t.id, t.name FROM article_topic r JOIN topic t ON t.id = r.topic_id
        WHERE r.article_id = ${articleId}::uuid AND r.head = ${head}
      UNION SELECT e.id, concat_ws(' ', e.author_name, e.author_handle) || ': ' || coalesce(nullif(e.text, ''), e.url, '') FROM embedded_post e
        WHERE e.id IN (SELECT post_id FROM placement r WHERE r.article_id = ${articleId}::uuid AND r.head = ${head}
          UNION SELECT source_id FROM quote r WHERE r.article_id = ${articleId}::uuid AND r.head = ${head})) n)`;
  // The article's row is locked by whoever records, so the number is free.
  await tx.$executeRaw(sql`
    INSERT INTO revision (id, article_id, number, created_at, author, summary, document)
    SELECT ${id}::uuid, ${articleId}::uuid,
      1 + coalesce((SELECT max(number) FROM revision WHERE article_id = ${articleId}::uuid), 0),
      ${work.clock.now()}::timestamptz, ${work.actor.name}, ${summary}, jsonb_build_object(${join([article, named, ...parts])})`);
  return id;
}
