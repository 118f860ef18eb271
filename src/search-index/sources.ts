/*
 * The texts that a search document is made of, as a JSON array of [weight, text] in one order: positions of words are
 * counted through it. The snippets of hits are made of the same expressions. They are texts, because they have no values and
 * are part of statements of Prisma and of the loading.
 */

/** The parts of an article. `h` is the alias of its head. */
export function articleParts(h: string): string {
  const own = (alias: string) => `${alias}.article_id = ${h}.article_id AND ${alias}.head = ${h}.head`;
  return `(SELECT coalesce(json_agg(json_build_array(weight, text) ORDER BY place, position), '[]'::json) FROM (
    SELECT 'A' AS weight, ${h}.headline AS text, 0 AS place, 0 AS position
    UNION ALL SELECT 'B', ${h}.standfirst, 1, 0
    UNION ALL SELECT 'C', g.text, 2, g.position FROM paragraph g WHERE ${own("g")}
    UNION ALL SELECT 'C', coalesce(f.caption, i.caption), 3, coalesce(f.position, -1)
      FROM figure f JOIN image i ON i.id = f.image_id WHERE ${own("f")}
    UNION ALL SELECT 'C', ${h}.byline, 4, 0) part WHERE text <> '')`;
}

/** The parts of a quote. `q` is its alias. */
export function quoteParts(q: string): string {
  return `(SELECT json_agg(json_build_array(weight, text) ORDER BY place) FROM (VALUES
    ('B', ${q}.text, 0), ('C', ${q}.occasion, 1), ('C', ${q}.speaker_role, 2)) part(weight, text, place) WHERE text <> '')`;
}

/** The parts of a person. `p` is the alias. */
export function personParts(p: string): string {
  return `(SELECT coalesce(json_agg(json_build_array(weight, text) ORDER BY place, position), '[]'::json) FROM (
    SELECT 'A' AS weight, n.name AS text, 0 AS place, n.position FROM person_name n WHERE n.person_id = ${p}.id
    UNION ALL SELECT 'C', ${p}.role, 1, 0
    UNION ALL SELECT 'B', s.handle, 2, s.position FROM social_account s WHERE s.person_id = ${p}.id) part WHERE text <> '')`;
}

/** The parts of a post. `e` is the alias. */
export function postParts(e: string): string {
  return `(SELECT coalesce(json_agg(json_build_array(weight, text) ORDER BY place), '[]'::json) FROM (VALUES
    ('B', ${e}.text, 0), ('A', ${e}.author_name, 1), ('A', ${e}.author_handle, 2)) part(weight, text, place) WHERE text <> '')`;
}

/** When a post was posted. */
const POSTED = "coalesce(e.posted_at, e.posted_on::timestamp AT TIME ZONE 'UTC')";

/**
 * The sources of the documents of `wanted (kind, key, head)`: those of an article include its quotes. What is gone meanwhile
 * has none. Reads by the primary keys and by the indexes on article and head.
 */
export const SOURCES = `
  SELECT 'ARTICLE' AS kind, h.article_id AS key, h.head, h.article_id, h.language, h.section_id, h.published_at,
    ${articleParts("h")} AS parts,
    ARRAY(SELECT a.person_id::text FROM article_author a WHERE a.article_id = h.article_id AND a.head = h.head) AS persons
  FROM wanted w JOIN article_head h ON h.article_id = w.key AND h.head = w.head WHERE w.kind = 'ARTICLE'
  UNION ALL
  SELECT 'QUOTE', q.id, q.head, q.article_id, h.language, h.section_id, h.published_at, ${quoteParts("q")},
    array_remove(ARRAY[q.speaker_id::text], NULL)
  FROM wanted w JOIN article_head h ON h.article_id = w.key AND h.head = w.head
    JOIN quote q ON q.article_id = h.article_id AND q.head = h.head WHERE w.kind = 'ARTICLE'
  UNION ALL
  SELECT 'PERSON', p.id, 'ANY', NULL, NULL, NULL, NULL, ${personParts("p")}, '{}'
  FROM wanted w JOIN person p ON p.id = w.key WHERE w.kind = 'PERSON'
  UNION ALL
  SELECT 'EMBEDDED_POST', e.id, 'ANY', NULL, e.language, NULL, ${POSTED}, ${postParts("e")},
    array_remove(ARRAY[e.author_id::text], NULL)
  FROM wanted w JOIN embedded_post e ON e.id = w.key WHERE w.kind = 'EMBEDDED_POST'`;
