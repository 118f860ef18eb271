import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { type Head, HEAD_TABLES } from "../draft/head.js";
import { Prisma } from "../generated/prisma/client.js";

const { join, raw, sql } = Prisma;

/** An object of `{table name: [rows]}` has this entry for the rows that a condition selects. */
function rowsOf(table: string, condition: Prisma.Sql): Prisma.Sql {
  return sql`${table}::text, (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]'::jsonb) FROM ${raw(table)} r WHERE ${condition})`;
}

/**
 * What a head refers to outside the heads: its posts, its images, its topics, its section with those above it, related
 * articles, its authors, and everybody quoted, mentioned or author of a post.
 */
function referredBy(articleId: string, head: Head): Prisma.Sql {
  const own = sql`r.article_id = ${articleId}::uuid AND r.head = ${head}`;
  return sql`
    posts AS (
      SELECT post_id AS id FROM placement r WHERE ${own}
      UNION SELECT source_id FROM quote r WHERE ${own} AND source_id IS NOT NULL),
    topics AS (SELECT topic_id AS id FROM article_topic r WHERE ${own}),
    images AS (SELECT image_id AS id FROM figure r WHERE ${own}),
    sections AS (
      SELECT section_id AS id FROM article_head r WHERE ${own} AND section_id IS NOT NULL
      UNION SELECT s.parent_id FROM section s JOIN sections b ON s.id = b.id WHERE s.parent_id IS NOT NULL),
    articles AS (
      SELECT related_id AS id FROM article_related r WHERE ${own}
      UNION SELECT translation_of_id FROM article_head r WHERE ${own} AND translation_of_id IS NOT NULL),
    persons AS (
      SELECT person_id AS id FROM appearance r WHERE ${own}
      UNION SELECT person_id FROM mention r WHERE ${own}
      UNION SELECT speaker_id FROM quote r WHERE ${own} AND speaker_id IS NOT NULL
      UNION SELECT person_id FROM article_author r WHERE ${own}
      UNION SELECT author_id FROM embedded_post e WHERE e.id IN (SELECT id FROM posts) AND author_id IS NOT NULL)`;
}

/** What keys are called at this moment, so that documents can be compared without the tables. */
const NAMED = sql`'names', (SELECT coalesce(jsonb_object_agg(n.id, n.name), '{}'::jsonb) FROM (
    SELECT id, name FROM person WHERE id IN (SELECT id FROM persons)
    UNION SELECT id, name FROM topic WHERE id IN (SELECT id FROM topics)
    UNION SELECT id, name FROM section WHERE id IN (SELECT id FROM sections)
    UNION SELECT id, coalesce(nullif(headline, ''), file_name, nullif(alt, ''), caption, id::text)
      FROM image WHERE id IN (SELECT id FROM images)
    UNION SELECT article_id, headline FROM article_head WHERE head = 'DRAFT' AND article_id IN (SELECT id FROM articles)
    UNION SELECT id, concat_ws(' ', author_name, author_handle) || ': ' || coalesce(nullif(text, ''), url, '')
      FROM embedded_post WHERE id IN (SELECT id FROM posts)) n)`;

const SHARED = [
  rowsOf("embedded_post", sql`r.id IN (SELECT id FROM posts)`),
  rowsOf("topic", sql`r.id IN (SELECT id FROM topics)`),
  rowsOf("image", sql`r.id IN (SELECT id FROM images)`),
  rowsOf("section", sql`r.id IN (SELECT id FROM sections)`),
  rowsOf("person", sql`r.id IN (SELECT id FROM persons)`),
  rowsOf("person_name", sql`r.person_id IN (SELECT id FROM persons)`),
  rowsOf("social_account", sql`r.person_id IN (SELECT id FROM persons)`),
];

/**
 * A whole article as it is in one head: body, quotes, attributions and its own columns, with the persons, posts,
 * topics and images that it refers to as they are now, as one document. A scalar of SQL; null where there is no such head.
 *
 * Raw because the document is made inside the database from the rows as they are, so that no column is forgotten.
 */
export function documentOfHead(articleId: string, head: Head): Prisma.Sql {
  const own = HEAD_TABLES.map((table) => rowsOf(table, sql`r.article_id = ${articleId}::uuid AND r.head = ${head}`));
  const article = rowsOf("article", sql`r.id = ${articleId}::uuid`);
  return sql`(WITH RECURSIVE ${referredBy(articleId, head)}
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
