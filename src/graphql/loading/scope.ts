import sql, { raw, type Sql } from "sql-template-tag";
import { isSeen, type View } from "./view.js";

/**
 * The view of a read and the source of its rows. Inside a revision the rows come from its document instead of from the
 * tables, so the same declarations read both.
 */
export interface Scope {
  readonly view: View;
  /** The FROM item for the rows of a table. */
  readonly rows: (table: string) => Sql;
  /** The current key of a row whose key is read here. They differ when a row was merged into another one since. */
  readonly keyNow: (table: string, key: string) => Sql;
  /** The condition that a row of a table with heads is visible here. */
  readonly seen: (row: string) => Sql;
}

/** The scope of the tables themselves. */
export function liveScope(view: View): Scope {
  return { view, rows: raw, keyNow: sameKey, seen: (row) => isSeen(row, view) };
}

/** The scope inside a document: `parts` has one column for each table, a JSON array of its rows. */
export function documentScope(parts: string, view: View): Scope {
  return {
    view,
    rows: (table) => raw(`jsonb_populate_recordset(NULL::${table}, coalesce(${parts}.${table}, '[]'::jsonb))`),
    keyNow: sameKey,
    seen: () => sql`TRUE`,
  };
}

function sameKey(_table: string, key: string): Sql {
  return raw(key);
}
