import sql, { raw, type Sql } from "sql-template-tag";
import { isBeyond, orderBy, type PageRange, withinCursors } from "./page.js";
import type { Listing, RelationInput, Rows } from "./rows.js";

/** A list and the alias of its rows. */
interface ListPlace extends Listing {
  readonly input: Pick<RelationInput, "child">;
}

/** The FROM item for the rows of a page, at most this many of them, under the alias of the list's rows. */
export function rowsOfPage({ rows, order, input }: ListPlace, page: PageRange, limit: number): Sql {
  const row = raw(input.child);
  const inOrder = sql`${orderBy(order, page.isBackward)} LIMIT ${raw(String(limit))}`;
  const read = ({ from, where }: Rows): Sql =>
    sql`(SELECT ${row}.* FROM ${from} WHERE ${where}${withinCursors(order, page)}
        ${inOrder})`;
  const { otherwise } = rows;
  if (!otherwise) return sql`${read(rows)} ${row}`;
  return sql`(SELECT ${row}.* FROM (${read(rows)} UNION ALL ${read(otherwise)}) ${row} ${inOrder}) ${row}`;
}

/** Whether there are rows beyond the cursor that a page begins at; null for a page that begins at none. */
export function isBeyondPage({ rows, order }: ListPlace, page: PageRange): Sql | null {
  const cursor = page.isBackward ? page.before : page.after;
  if (!cursor) return null;
  // The cursor's own row counts: it is on the far side of the page.
  const beyond = isBeyond(order, cursor, page.isBackward ? "after" : "before", "=");
  // The nearest row, by the index of the order: for EXISTS PostgreSQL would look through the table from its beginning.
  const exists = ({ from, where }: Rows): Sql =>
    sql`(SELECT TRUE FROM ${from} WHERE ${where} AND ${beyond} ${orderBy(order, !page.isBackward)} LIMIT 1)`;
  return rows.otherwise
    ? sql`coalesce(${exists(rows)}, ${exists(rows.otherwise)}, FALSE)`
    : sql`coalesce(${exists(rows)}, FALSE)`;
}
