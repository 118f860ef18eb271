import type { ServerResponse } from "node:http";
import { FRONT_SIZE, PAGE_SIZE } from "../questions.js";
import { createPool, serve } from "./serve.js";

/*
 * The limit: the same JSON from one prepared statement written by hand, passed through as PostgreSQL made it. No server
 * that asks PostgreSQL again for every request can be much faster.
 */

const POST = 'e.author_name AS "authorName", e.author_handle AS "authorHandle", e.text, e.posted_on AS "postedOn"';

const QUOTES = `SELECT coalesce(json_agg((SELECT row_to_json(o) FROM (SELECT q.text, q.kind,
      (SELECT row_to_json(o) FROM (SELECT s.name, s.role FROM person s WHERE s.id = q.speaker_id) o) AS speaker,
      (SELECT row_to_json(o) FROM (SELECT ${POST} FROM embedded_post e WHERE e.id = q.source_id) o) AS source,
      (SELECT row_to_json(o) FROM (SELECT q.verdict) o) AS "check") o) ORDER BY q.start_offset), '[]'::json)
    FROM quote q WHERE q.paragraph_id = p.id AND q.head = p.head`;

const ARTICLE = `(SELECT row_to_json(o) FROM (SELECT h.headline,
    CASE WHEN h.dateline_text IS NOT NULL THEN (SELECT row_to_json(o) FROM (SELECT h.dateline_text AS text,
      h.dateline_place AS place, h.dateline_on AS date) o) END AS dateline,
    (SELECT coalesce(json_agg((SELECT row_to_json(o) FROM (SELECT p.text, (${QUOTES}) AS quotes) o) ORDER BY p.position),
      '[]'::json) FROM paragraph p WHERE p.article_id = h.article_id AND p.head = h.head) AS paragraphs,
    (SELECT coalesce(json_agg((SELECT row_to_json(o) FROM (SELECT ${POST}) o) ORDER BY l.position), '[]'::json)
      FROM placement l JOIN embedded_post e ON e.id = l.post_id
      WHERE l.article_id = h.article_id AND l.head = h.head) AS "embeddedPosts") o)`;

const ARTICLE_STATEMENT = `SELECT '{"data":{"article":' || ${ARTICLE}::text || '}}' AS answer
  FROM article_head h WHERE h.head = 'PUBLISHED'
    AND h.article_id = (SELECT s.article_id FROM article_slug s WHERE s.slug = $1 AND s.is_public)`;

const TEASER = `(SELECT row_to_json(o) FROM (SELECT h.headline, h.standfirst, h.byline,
    (SELECT row_to_json(o) FROM (SELECT s.name, s.slug FROM section s WHERE s.id = h.section_id) o) AS section,
    (SELECT coalesce(json_agg((SELECT row_to_json(o) FROM (SELECT (SELECT row_to_json(o) FROM (SELECT s.name) o) AS person,
      a.role) o) ORDER BY a.position), '[]'::json) FROM article_author a JOIN person s ON s.id = a.person_id
      WHERE a.article_id = h.article_id AND a.head = h.head) AS authors,
    (SELECT row_to_json(o) FROM (SELECT coalesce(f.alt, i.alt) AS alt, coalesce(f.caption, i.caption) AS caption,
      (SELECT row_to_json(o) FROM (SELECT i.width, i.height, i.credit) o) AS image FROM figure f
      JOIN image i ON i.id = f.image_id WHERE f.article_id = h.article_id AND f.head = h.head AND f.position IS NULL) o)
      AS "leadImage",
    (SELECT coalesce(json_agg((SELECT row_to_json(o) FROM (SELECT t.name, t.slug) o) ORDER BY x.position), '[]'::json)
      FROM article_topic x JOIN topic t ON t.id = x.topic_id
      WHERE x.article_id = h.article_id AND x.head = h.head) AS topics) o)`;

const PUBLISHED_AT = "coalesce(h.published_at, '-infinity'::timestamptz)";

/** The newest articles. The size is written out: with a parameter PostgreSQL plans the statement again every time. */
function listStatement(article: string, size: number, condition = ""): string {
  const order = `${PUBLISHED_AT} DESC, h.article_id DESC`;
  return `SELECT '{"data":{"articles":{"nodes":' || json_agg(${article} ORDER BY ${order})::text || '}}}' AS answer
    FROM (SELECT * FROM article_head h WHERE h.head = 'PUBLISHED'${condition} ORDER BY ${order} LIMIT ${size}) h`;
}

const LISTS: ReadonlyMap<string, string> = new Map([
  ["/page", listStatement(ARTICLE, PAGE_SIZE)],
  ["/archive", listStatement(ARTICLE, PAGE_SIZE, ` AND ${PUBLISHED_AT} < $1`)],
  ["/front", listStatement(TEASER, FRONT_SIZE)],
]);

const pool = createPool();

function answer(response: ServerResponse, name: string, text: string, values: string[]): void {
  pool.query<{ answer: string }>({ name, text, values }, (error, result) => {
    // Without an answer the asking process stops and says so.
    const json = error ? error.message : (result.rows[0]?.answer ?? '{"data":{"article":null}}');
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(json));
    response.end(json);
  });
}

serve((request, response) => {
  const [path = "", value = ""] = (request.url ?? "").split("?");
  const list = LISTS.get(path);
  if (list !== undefined) answer(response, path, list, value === "" ? [] : [value]);
  else answer(response, "article", ARTICLE_STATEMENT, [value]);
});
