import sql, { raw, type Sql } from "sql-template-tag";
import { SHARED_TYPES, sharedRows } from "../database/row-locks.js";
import { HEAD_TABLES } from "../draft/head.js";
import { documentScope, type Scope } from "../graphql/loading/scope.js";
import type { View } from "../graphql/loading/view.js";

/** The tables of the newsroom, outside the heads, of which a document has the rows that its article refers to. */
const SHARED_TABLES: ReadonlySet<string> = new Set(
  SHARED_TYPES.map(sharedRows).flatMap(({ table, parts = [] }) => [table, ...parts.map(([part]) => part)]),
);

/** The tables of which a document has rows. */
const TABLES = ["article", ...HEAD_TABLES, ...SHARED_TABLES];

/**
 * The FROM item for the parts of a revision's document, a column for each table. OFFSET keeps PostgreSQL from computing
 * them again wherever they are used: a document is large, and each use would decompress all of it.
 */
export function partsOfDocument(revision: string): Sql {
  const columns = TABLES.map((table) => `${revision}.document->'${table}' AS ${table}`);
  return raw(`(SELECT ${columns.join(", ")} OFFSET 0)`);
}

/** The key of a person today: their own, or that of the person they were merged into. */
function personNow(key: string): Sql {
  return raw(`coalesce((SELECT m.into_id FROM person_merge m WHERE m.id = ${key}), ${key})`);
}

/**
 * The scope inside a revision whose parts are visible as `parts`: the rows of its document, with persons, posts and topics as they were then, and only the
 * corrections that readers had seen by then.
 *
 * Documents of earlier versions have no persons, posts and topics. For these the tables are read: persons merged since
 * are those they were merged into, and persons deleted since are left out.
 */
export function pastScope(revision: string, parts: string, view: View): Scope {
  const document = documentScope(parts, view);
  const past = new Past(revision, parts, document);
  return { ...document, rows: (table) => past.rows(table), keyNow: (table, key) => past.keyNow(table, key) };
}

/** The rows of one revision. */
class Past {
  constructor(
    readonly revision: string,
    readonly parts: string,
    readonly document: Scope,
  ) {}

  rows(table: string): Sql {
    switch (table) {
      case "quote":
        return this.#withPersons(table, "speaker_id");
      case "mention":
        return this.#withPersons(table, "person_id");
      case "appearance":
        // Where the tables are read, two persons can be one by now: they appear where the first of them did.
        return sql`(SELECT article_id, head, person_id, min(position) AS position, bool_or(is_speaker) AS is_speaker
          FROM ${this.#withPersons(table, "person_id")} moved GROUP BY article_id, head, person_id)`;
      case "correction":
        return sql`(SELECT correction.* FROM correction JOIN revision by ON by.id = correction.revision_id
          WHERE ${raw(`by.article_id = ${this.revision}.article_id AND by.number <= ${this.revision}.number`)})`;
      default:
        return SHARED_TABLES.has(table) ? this.#shared(table) : this.document.rows(table);
    }
  }

  keyNow(table: string, key: string): Sql {
    return table === "person" ? personNow(key) : raw(key);
  }

  /** The condition that the document has no rows of a table: an earlier version of the program made it. */
  #lacks(table: string): Sql {
    return raw(`${this.parts}.${table} IS NULL`);
  }

  /** The rows of the document, or those of the table where the document has none of their kind. */
  #shared(table: string): Sql {
    return sql`(SELECT was.* FROM ${this.document.rows(table)} was
      UNION ALL SELECT now.* FROM ${raw(table)} now WHERE ${this.#lacks(table)})`;
  }

  /** The rows of the document; where the document has no persons, with a person's key as the tables have it today. */
  #withPersons(table: string, column: "speaker_id" | "person_id"): Sql {
    const key = personNow(`was.${column}`);
    const isKept =
      column === "speaker_id" ? raw("TRUE") : raw("EXISTS (SELECT 1 FROM person p WHERE p.id = moved.person_id)");
    return sql`(SELECT was.* FROM ${this.document.rows(table)} was WHERE NOT (${this.#lacks("person")})
      UNION ALL SELECT moved.* FROM ${this.document.rows(table)} was CROSS JOIN LATERAL jsonb_populate_record(
        was, jsonb_build_object(${raw(`'${column}'`)}, ${key})) moved WHERE ${this.#lacks("person")} AND ${isKept})`;
  }
}
