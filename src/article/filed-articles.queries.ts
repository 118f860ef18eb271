import sql, { raw, type Sql } from "sql-template-tag";
import { keptCount } from "../draft/kept-counts.queries.js";
import type { RelatedRows } from "../graphql/loading/rows.js";
import type { Scope } from "../graphql/loading/scope.js";
import { sectionsBelow, sectionKeysBelow } from "../section/section.queries.js";

/*
 * The articles of a topic or section, read in the way that its length asks for: PostgreSQL plans a statement without
 * knowing the topic, and would look for the few articles of a small one among all.
 */

/** The articles that are filed under something. */
export interface FiledArticles {
  /** How many they are. */
  readonly count: Sql;
  /** A statement that selects their keys. */
  readonly keys: Sql;
  /** The condition that a row of article_head is among them. */
  readonly has: (row: string) => Sql;
}

/** So many articles of a topic or section at most are sorted for a page; of more the order of all articles is followed. */
const SORTED = 5_000;

/** The articles of a topic; undefined in a preview. */
export function filedUnder(topic: Sql, scope: Scope): FiledArticles | undefined {
  const count = keptCount("topic", scope, sql`= ${topic}`);
  if (!count) return undefined;
  return {
    count,
    keys: sql`SELECT x.article_id FROM article_topic x WHERE x.topic_id = ${topic} AND ${scope.seen("x")}`,
    has: (row) => sql`EXISTS (SELECT 1 FROM article_topic x WHERE x.topic_id = ${topic}
      AND ${raw(`x.head = ${row}.head AND x.article_id = ${row}.article_id`)})`,
  };
}

/** The articles of a section and of those below it; undefined in a preview. */
export function placedIn(section: Sql, scope: Scope): FiledArticles | undefined {
  const count = keptCount("section", scope, sql`= ${sectionsBelow(section)}`);
  if (!count) return undefined;
  return {
    count,
    // OFFSET 0 keeps the sections apart, so that each is looked up in the index.
    keys: sql`SELECT x.article_id FROM (${sectionKeysBelow(section)}) s CROSS JOIN LATERAL (
      SELECT x.article_id FROM article_head x WHERE x.section_id = s.id AND ${scope.seen("x")} OFFSET 0) x`,
    has: (row) => sql`${raw(row)}.section_id = ${sectionsBelow(section)}`,
  };
}

/** The articles of a filing that also meet a condition. Of few their keys are read first. */
export function filedArticles(row: string, { count, keys, has }: FiledArticles, where: Sql): RelatedRows {
  const from = sql`article_head ${raw(row)}`;
  const limit = raw(String(SORTED));
  return {
    from,
    where: sql`${count} <= ${limit} AND ${where} AND ${raw(row)}.article_id = ANY(ARRAY(${keys}))`,
    otherwise: { from, where: sql`${count} > ${limit} AND ${where} AND ${has(row)}` },
  };
}
