import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { allOf, filterKey, filterLanguage, given } from "../graphql/loading/filters.js";
import type { Scope } from "../graphql/loading/scope.js";
import { isPostVisible } from "../embedded-post/embedded-post.queries.js";
import { isPersonVisible } from "../person/person.queries.js";
import { personLexeme } from "../search-index/document.js";
import { sectionsBelow } from "../section/section.queries.js";
import type { SearchFilter, SearchKind } from "./search.inputs.js";
import type { SearchCursor } from "./cursor.js";
import type { TextQuery } from "./text-query.js";

/*
 * The statements of a search. Texts are found by the three GIN indexes on search_document.text: one of what readers see, one
 * of drafts, and one of persons and posts.
 */

/** The most persons whose articles and quotes a name finds. */
const MAX_PERSONS = 40;

/**
 * What the database knows of words: their lexemes in each dictionary, and the persons in
 * articles that the request sees whose names they are. One row with one
 * column `json`, see Lexicon. `dictionaries` null: those of all texts, found by a loose scan of their index.
 */
export function lexiconStatement(scope: Scope, words: readonly string[], dictionaries: readonly string[] | null): Sql {
  return sql`
    WITH RECURSIVE word AS MATERIALIZED (
      SELECT w.word, fold_characters(w.word) AS folded FROM unnest(${[...words]}::text[]) AS w(word)),
    walk AS (
      (SELECT dictionary FROM search_document WHERE ${dictionaries === null}::boolean ORDER BY dictionary LIMIT 1)
      UNION ALL SELECT (SELECT s.dictionary FROM search_document s WHERE s.dictionary > walk.dictionary
        ORDER BY s.dictionary LIMIT 1) FROM walk WHERE walk.dictionary IS NOT NULL),
    used AS MATERIALIZED (SELECT u.dictionary, search_stemmer(u.dictionary) AS stemmer FROM (
      SELECT dictionary FROM walk WHERE dictionary IS NOT NULL
      UNION SELECT unnest(${dictionaries === null ? [] : [...dictionaries]}::text[])) u),
    named AS (
      SELECT d.key, d.title FROM search_document d WHERE d.head = 'ANY' AND d.kind = 'PERSON'
        AND (EXISTS (SELECT 1 FROM appearance v WHERE v.person_id = d.key AND ${scope.seen("v")})
          OR EXISTS (SELECT 1 FROM article_author v WHERE v.person_id = d.key AND ${scope.seen("v")})) AND d.text @@
        (SELECT string_agg(quote_literal(folded) || ':A', ' | ')::tsquery FROM word WHERE folded <> ''))
    SELECT json_build_object(
      'dictionaries', (SELECT coalesce(json_agg(dictionary), '[]'::json) FROM used),
      'words', (SELECT coalesce(json_object_agg(w.word, json_build_object('folded', w.folded, 'by', (
        SELECT json_object_agg(u.dictionary, json_build_object('lexemes', search_lexemes(u.stemmer, w.word),
          'isStop', search_is_stop_word(u.dictionary, w.word))) FROM used u))), '{}'::json) FROM word w),
      'persons', (SELECT coalesce(json_agg(p), '[]'::json) FROM (
        SELECT n.key AS id, ARRAY(SELECT w.word FROM word w WHERE w.folded <> ''
          AND n.title @@ quote_literal(w.folded)::tsquery) AS words
        FROM named n ORDER BY cardinality(ARRAY(SELECT 1 FROM word w WHERE w.folded <> ''
          AND n.title @@ quote_literal(w.folded)::tsquery)) DESC, n.key LIMIT ${raw(String(MAX_PERSONS))}) p)) AS json`;
}

/** What is searched for. */
export interface Searched {
  readonly query: TextQuery;
  readonly kinds: ReadonlySet<SearchKind>;
  readonly filter: SearchFilter;
  /** The folded words of which a person's name may be a misspelling; null where the query is more than words. */
  readonly names: readonly string[] | null;
}

/** The parts of the page. */
export interface SearchedPage {
  readonly size: number;
  readonly after: SearchCursor | null;
  /** The moment that ages are counted to. */
  readonly now: Date;
  readonly hasHits: boolean;
  readonly hasSnippets: boolean;
  readonly hasPreviousPage: boolean;
  readonly hasTotal: boolean;
  readonly facets: ReadonlySet<"languages" | "sections" | "topics">;
}

/** Without the text, which is large: it is read again of the few rows whose words are looked at. */
const COLUMNS = raw(
  "d.kind, d.key, d.head, d.article_id, d.dictionary, d.language, d.section_id, d.published_at, d.title",
);

/** The lexemes of a row of the matches. */
function textOf(row: string): Sql {
  return raw(
    `(SELECT t.text FROM search_document t WHERE t.kind = ${row}.kind AND t.key = ${row}.key AND t.head = ${row}.head)`,
  );
}

/** The conditions of a filter on a row of search_document. */
function filterDocuments(filter: SearchFilter): Sql {
  return allOf([
    given(filter.language, (tag) => {
      const language = filterLanguage(tag, "language");
      return sql`(d.language = ${language} OR starts_with(d.language, ${`${language}-`}))`;
    }),
    given(
      filter.sectionId,
      (id) => sql`d.section_id = ${sectionsBelow(sql`${filterKey("Section", id, "sectionId")}::uuid`)}`,
    ),
    given(
      filter.topicId,
      (id) => sql`EXISTS (SELECT 1 FROM article_topic x WHERE x.topic_id = ${filterKey("Topic", id, "topicId")}::uuid
        AND x.head = d.head AND x.article_id = d.article_id)`,
    ),
    given(filter.personId, (id) => isOfPerson(filterKey("Person", id, "personId"))),
    given(filter.publishedAfter, (moment) => sql`d.published_at > ${moment}::timestamptz`),
    given(filter.publishedBefore, (moment) => sql`d.published_at < ${moment}::timestamptz`),
  ]);
}

function isOfPerson(personId: string): Sql {
  return sql`CASE d.kind WHEN 'PERSON' THEN d.key = ${personId}::uuid
    WHEN 'ARTICLE' THEN EXISTS (SELECT 1 FROM appearance x WHERE x.person_id = ${personId}::uuid AND x.head = d.head
      AND x.article_id = d.article_id) OR d.text @@ ${`'${personLexeme(personId)}'`}::tsquery
    ELSE d.text @@ ${`'${personLexeme(personId)}'`}::tsquery END`;
}

/** The documents that match, of each audience by its own index. `likeness` is that of a misspelled name, otherwise null. */
function matches(scope: Scope, { query, kinds, filter, names }: Searched): Sql {
  const filtered = filterDocuments(filter);
  const found = sql`d.text @@ ${query.any}::tsquery AND ${filtered}`;
  const parts: Sql[] = [];
  const ofArticles = (["ARTICLE", "QUOTE"] as const).filter((kind) => kinds.has(kind));
  if (ofArticles.length > 0) {
    parts.push(sql`SELECT ${COLUMNS}, NULL::double precision AS likeness FROM search_document d
      WHERE ${scope.seen("d")} AND d.kind = ANY(${ofArticles}::text[]) AND ${found}`);
  }
  if (kinds.has("PERSON")) parts.push(personMatches(scope, { any: query.any, filtered, names }));
  if (kinds.has("EMBEDDED_POST")) {
    parts.push(sql`SELECT ${COLUMNS}, NULL::double precision AS likeness FROM search_document d JOIN embedded_post p ON p.id = d.key
      WHERE d.head = 'ANY' AND d.kind = 'EMBEDDED_POST' AND ${found} AND ${isPostVisible("p", scope)}`);
  }
  return parts.length === 0
    ? sql`SELECT ${COLUMNS}, NULL::double precision AS likeness FROM search_document d WHERE FALSE`
    : join(parts, " UNION ALL ");
}

/**
 * Persons whose words match, and those with a name that is like each of the words. OFFSET 0 keeps PostgreSQL from reading all
 * documents to hash them: it takes a prefix to match hundreds of persons, and mostly it is a few.
 */
function personMatches(
  scope: Scope,
  { any, filtered, names }: { readonly any: string; readonly filtered: Sql; readonly names: Searched["names"] },
): Sql {
  const misspelled =
    names === null
      ? empty
      : sql` UNION ALL SELECT l.key, avg(l.similarity) FROM unnest(${[...names]}::text[]) n(name)
        CROSS JOIN LATERAL search_similar_names(n.name) l GROUP BY l.key HAVING count(*) = ${names.length}::integer`;
  return sql`SELECT ${COLUMNS}, found.likeness FROM (
      SELECT key, CASE WHEN bool_or(likeness IS NULL) THEN NULL ELSE max(likeness) END AS likeness FROM (
        SELECT key, NULL::double precision AS likeness FROM search_document
        WHERE head = 'ANY' AND kind = 'PERSON' AND text @@ ${any}::tsquery${misspelled}) f GROUP BY key) found
    CROSS JOIN LATERAL (
      SELECT * FROM search_document s WHERE s.kind = 'PERSON' AND s.key = found.key AND s.head = 'ANY' OFFSET 0) d
    CROSS JOIN LATERAL (SELECT d.key AS id) p
    WHERE ${filtered} AND ${isPersonVisible("p", scope)}`;
}

/** From so many matches on a text is not ranked by all of its words but by its title and age: ranking reads each text. */
const MAX_RANKED = 1_000;

/** The weights of matches, from D to A: parts of compounds, body, standfirst and authors, headline. */
const WEIGHTS = "{0.05, 0.3, 0.6, 1.0}";

/** The age at which the bonus of being new is halved, in days. */
const HALF_AGE_DAYS = 120;

/**
 * The score of a match. A misspelled name counts less than a headline, and more than a body only if it is much alike. A title that has all words counts more than the best text; being new adds at most three tenths. It
 * depends on the row, the query and the moment alone, so that the same row has the same score on each page. date_part, because
 * extract() computes with numeric, which takes most of the time of a search with many matches.
 */
const SCORE = sql`(
    CASE WHEN m.likeness IS NOT NULL THEN (m.likeness - 0.5) * 0.4
      ELSE CASE WHEN m.title @@ q.query THEN 0.5 + CASE w.mode WHEN 'TITLE'
            THEN ts_rank(${raw(`'${WEIGHTS}'`)}, m.title, q.query, 1) ELSE 0 END ELSE 0 END
        + CASE w.mode WHEN 'TEXT' THEN 0.02 + ts_rank(${raw(`'${WEIGHTS}'`)}, ${textOf("m")}, q.query, 1) ELSE 0.05 END END
    * CASE m.kind WHEN 'QUOTE' THEN 0.6 WHEN 'EMBEDDED_POST' THEN 0.6 ELSE 1 END
    * (0.7 + 0.3 / (1 + greatest(0, date_part('epoch', w.now - coalesce(m.published_at, w.now - interval '${raw(String(HALF_AGE_DAYS))} days'))
      / 86400 / ${raw(String(HALF_AGE_DAYS))})))
  )::double precision`;

/** One page of hits and what is counted of all of them: one row with one column `json`, see SearchedHits. */
export function hitsStatement(scope: Scope, searched: Searched, page: SearchedPage): Sql {
  const { byDictionary } = searched.query;
  const mode = page.after?.mode ?? null;
  const columns: Sql[] = [raw("(SELECT w.mode FROM way w) AS mode")];
  if (page.hasHits) columns.push(pageOf(searched, page));
  if (page.hasPreviousPage && page.after) {
    columns.push(sql`EXISTS (SELECT 1 FROM scored s WHERE ${isBeyond(page.after, ">=")}) AS "hasPreviousPage"`);
  }
  if (page.hasTotal) columns.push(raw("(SELECT count(*) FROM matched) AS total"));
  for (const facet of page.facets) columns.push(sql`${FACETS[facet]} AS ${raw(`"${facet}"`)}`);
  return sql`
    WITH queries AS (
      SELECT dictionary, query::tsquery
      FROM unnest(${byDictionary.map(({ dictionary }) => dictionary)}::text[],
        ${byDictionary.map(({ words }) => words)}::text[]) AS given(dictionary, query)),
    matched AS MATERIALIZED (${matches(scope, searched)}),
    way AS MATERIALIZED (
      SELECT coalesce(${mode}::text, CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM matched LIMIT ${raw(String(MAX_RANKED + 1))}) f) > ${raw(String(MAX_RANKED))} THEN 'TITLE' ELSE 'TEXT' END)
        AS mode, ${page.now}::timestamptz AS now),
    scored AS (
      SELECT m.*, ${SCORE} AS score FROM matched m CROSS JOIN way w LEFT JOIN queries q ON q.dictionary = m.dictionary)
    SELECT row_to_json(r) AS json FROM (SELECT ${join(columns)}) r`;
}

function isBeyond({ score, kind, key }: SearchCursor, operator: "<" | ">="): Sql {
  return sql`(s.score, s.kind, s.key) ${raw(operator)} (${score}::text::double precision, ${kind}::text, ${key}::uuid)`;
}

const ORDER = raw("ORDER BY s.score DESC, s.kind DESC, s.key DESC");

function pageOf({ query }: Searched, { size, after, hasSnippets }: SearchedPage): Sql {
  const beyond = after ? sql`WHERE ${isBeyond(after, "<")}` : empty;
  const snippet = hasSnippets ? sql`, ${PARTS} AS parts, ${positionsOf(query)} AS positions` : empty;
  return sql`(SELECT coalesce(json_agg(h), '[]'::json) FROM (
    SELECT s.kind, s.key, s.score, s.score::text AS "exactScore"${snippet}
    FROM (SELECT * FROM scored s ${beyond} ${ORDER} LIMIT ${raw(String(size + 1))}) s ${ORDER}) h) AS rows`;
}

/** The texts of a hit as they are now, in the order in which their words are counted. */
const PARTS = raw("search_parts(s.kind, s.key, s.head)");

/** The positions of the words of a hit that match, by the lexemes of its dictionary. */
function positionsOf({ byDictionary }: TextQuery): Sql {
  const wanted = (name: "lexemes" | "prefixes"): Sql => {
    const all = byDictionary.flatMap((each) => each[name].map((text) => [each.dictionary, text] as const));
    return sql`(SELECT l.text FROM unnest(${all.map(([dictionary]) => dictionary)}::text[], ${all.map(([, text]) => text)}::text[])
      l(dictionary, text) WHERE l.dictionary = s.dictionary)`;
  };
  return sql`(SELECT coalesce(json_agg(DISTINCT position), '[]'::json)
    FROM unnest(${textOf("s")}) u CROSS JOIN unnest(u.positions) position
    WHERE u.lexeme IN ${wanted("lexemes")}
      OR EXISTS (SELECT 1 FROM ${wanted("prefixes")} b(beginning) WHERE starts_with(u.lexeme, b.beginning)))`;
}

const LARGEST = raw("ORDER BY count DESC, key LIMIT 50");

const FACETS = {
  languages: sql`(SELECT coalesce(json_agg(f), '[]'::json) FROM (SELECT m.language AS key, count(*) AS count
    FROM matched m WHERE m.language IS NOT NULL GROUP BY m.language ${LARGEST}) f)`,
  sections: sql`(SELECT coalesce(json_agg(f), '[]'::json) FROM (SELECT m.section_id AS key, count(*) AS count
    FROM matched m WHERE m.section_id IS NOT NULL GROUP BY m.section_id ${LARGEST}) f)`,
  topics: sql`(SELECT coalesce(json_agg(f), '[]'::json) FROM (SELECT x.topic_id AS key, count(*) AS count
    FROM matched m JOIN article_topic x ON x.article_id = m.article_id AND x.head = m.head GROUP BY x.topic_id ${LARGEST}) f)`,
} as const;
