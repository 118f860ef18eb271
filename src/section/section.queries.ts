import sql, { raw, type Sql } from "sql-template-tag";
import { canonicalSlug } from "../lib/slug.js";

/**
 * The keys of a section and of all sections below it, as an array: PostgreSQL makes it once, and can then read the newest
 * articles in their order until it has enough. UNION ends a walk that would never end.
 */
export function sectionsBelow(key: Sql): Sql {
  return sql`ANY(ARRAY(${sectionKeysBelow(key)}))`;
}

/** A statement that selects them. */
export function sectionKeysBelow(key: Sql): Sql {
  return sql`WITH RECURSIVE below AS (SELECT ${key} AS id UNION
    SELECT s.id FROM section s JOIN below ON s.parent_id = below.id) SELECT below.id FROM below`;
}

/** The key of the section that a slug leads to, also an old one; NULL where it leads to none. */
export function sectionOfSlug(slug: string): Sql {
  return sql`(SELECT s.section_id FROM section_slug s WHERE s.slug = ${canonicalSlug(slug)})`;
}

/** The order of the sections of one parent. */
export function orderSections(row: string): readonly Sql[] {
  return [raw(`${row}.position`), raw(`${row}.id`)];
}
