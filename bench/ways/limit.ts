import type { ServerResponse } from "node:http";
import { PAGE_SIZE } from "../questions.js";
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

// The size is written out: with a parameter in its place PostgreSQL plans the statement again every time.
const PAGE_STATEMENT = `SELECT '{"data":{"articles":{"nodes":' || json_agg(${ARTICLE}
    ORDER BY coalesce(h.published_at, '-infinity'::timestamptz) DESC, h.article_id DESC)::text || '}}}' AS answer
  FROM (SELECT * FROM article_head h WHERE h.head = 'PUBLISHED'
    ORDER BY coalesce(h.published_at, '-infinity'::timestamptz) DESC, h.article_id DESC LIMIT ${PAGE_SIZE}) h`;

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
  if (path === "/page") answer(response, "page", PAGE_STATEMENT, []);
  else answer(response, "article", ARTICLE_STATEMENT, [value]);
});
