import sql, { raw, type Sql } from "sql-template-tag";
import { documentScope, type Scope } from "../graphql/loading/shape.js";
import type { View } from "../graphql/loading/view.js";

/** Whoever stands now for a person that a document names: themselves, or whom they were merged into. */
function personNow(person: string): Sql {
  return raw(`coalesce((SELECT m.into_id FROM person_merge m WHERE m.id = ${person}), ${person})`);
}

/** The rows of a document with one key of a person brought up to date. */
function withPersonNow(rows: Sql, column: "speaker_id" | "person_id"): Sql {
  return sql`(SELECT moved.* FROM ${rows} was CROSS JOIN LATERAL jsonb_populate_record(
    was, jsonb_build_object(${raw(`'${column}'`)}, ${personNow(`was.${column}`)})) moved
    WHERE ${raw(column === "speaker_id" ? "TRUE" : "EXISTS (SELECT 1 FROM person p WHERE p.id = moved.person_id)")})`;
}

/**
 * The scope inside a revision: the rows of its document, with persons who were merged since standing where they stood
 * before, those who were deleted since left out, and only the corrections that readers had been told by then.
 */
export function pastScope(revision: string, view: View): Scope {
  const document = documentScope(revision, view);
  const rows = (table: string): Sql => {
    switch (table) {
      case "quote":
        return withPersonNow(document.rows(table), "speaker_id");
      case "mention":
        return withPersonNow(document.rows(table), "person_id");
      case "appearance":
        // Two of the persons can be one by now: they appear where the first of them did.
        return sql`(SELECT article_id, head, person_id, min(position) AS position, bool_or(is_speaker) AS is_speaker
          FROM ${withPersonNow(document.rows(table), "person_id")} moved GROUP BY article_id, head, person_id)`;
      case "correction":
        return sql`(SELECT told.* FROM correction told JOIN revision by ON by.id = told.revision_id
          WHERE ${raw(`by.article_id = ${revision}.article_id AND by.number <= ${revision}.number`)})`;
      default:
        return document.rows(table);
    }
  };
  return { ...document, rows };
}
