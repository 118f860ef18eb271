/** When a post was posted. */
const POSTED = "coalesce(e.posted_at, e.posted_on::timestamp AT TIME ZONE 'UTC')";

/**
 * What pending notes `taken (kind, key, head, part)` want, as `wanted (kind, key, head, parts)`. `parts` are the quotes that are
 * wanted of an article, null for all. The document of an article contains nothing of its quotes, so a note of the article for
 * the sake of one wants nothing.
 */
export const WANTED = `wanted AS (
  SELECT kind, key, head, CASE WHEN bool_and(part IS NOT NULL) THEN array_agg(part) END AS parts FROM taken
  GROUP BY kind, key, head HAVING kind <> 'ARTICLE' OR bool_or(part IS NULL))`;

/**
 * The sources of the documents of `wanted`; those of the kind QUOTE are quotes of the article that is the key. What is gone meanwhile has none. Reads by the primary keys and by the indexes on article and head. `search_parts` is a
 * function of the database.
 */
export const SOURCES = `
  SELECT 'ARTICLE' AS kind, h.article_id AS key, h.head, h.article_id, h.language, h.section_id, h.published_at,
    search_parts('ARTICLE', h.article_id, h.head) AS parts,
    ARRAY(SELECT a.person_id::text FROM article_author a WHERE a.article_id = h.article_id AND a.head = h.head) AS persons
  FROM wanted w JOIN article_head h ON h.article_id = w.key AND h.head = w.head WHERE w.kind = 'ARTICLE'
  UNION ALL
  SELECT 'QUOTE', q.id, q.head, q.article_id, h.language, h.section_id, h.published_at,
    search_parts('QUOTE', q.id, q.head), array_remove(ARRAY[q.speaker_id::text], NULL)
  FROM wanted w JOIN article_head h ON h.article_id = w.key AND h.head = w.head
    JOIN quote q ON q.article_id = h.article_id AND q.head = h.head AND (w.parts IS NULL OR q.id = ANY (w.parts))
  WHERE w.kind = 'QUOTE'
  UNION ALL
  SELECT 'PERSON', p.id, 'ANY', NULL, NULL, NULL, NULL, search_parts('PERSON', p.id, 'ANY'), '{}'
  FROM wanted w JOIN person p ON p.id = w.key WHERE w.kind = 'PERSON'
  UNION ALL
  SELECT 'EMBEDDED_POST', e.id, 'ANY', NULL, e.language, NULL, ${POSTED},
    search_parts('EMBEDDED_POST', e.id, 'ANY'), array_remove(ARRAY[e.author_id::text], NULL)
  FROM wanted w JOIN embedded_post e ON e.id = w.key WHERE w.kind = 'EMBEDDED_POST'`;
