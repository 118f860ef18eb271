import sql, { join, raw, type Sql } from "sql-template-tag";
import { MAX_LOOKUPS } from "./alike-reads.js";
import type { PlannedStatement } from "./plan-cache.js";
import type { Lookup } from "./run-statement.js";

/*
 * A lookup finds one row by one value that the client sent. The statement for several of them has the same expression
 * in a row for each key, so that PostgreSQL makes the same text of each.
 */

/** The only value after the column of a statement, when it is a text. */
function keyOf({ values }: Sql): string | null {
  const [key] = values;
  return values.length === 1 && typeof key === "string" ? key : null;
}

/**
 * The text of the statement that reads a column for each of several keys, in their order; null without a key. It always has
 * the same number of keys, of which some are null: PostgreSQL keeps the plan of a statement only if it expects no better one
 * for other values.
 */
export function lookupText(column: Sql, rest: Sql): string | null {
  if (keyOf(rest) === null) return null;
  const one = sql`SELECT ${column} ${raw(rest.strings.join("wanted.key"))}`;
  const keys = Array.from({ length: MAX_LOOKUPS }, (_, place) => sql`(${raw(String(place))}, ${""}::text)`);
  return sql`SELECT (${one}) AS json FROM (VALUES ${join(keys)}) AS wanted(place, key) WHERE wanted.key IS NOT NULL
    ORDER BY wanted.place`.text;
}

/** How a statement can be one with others; null when it is no lookup. */
export function lookupOf({ lookupText: text }: PlannedStatement, column: Sql, rest: Sql): Lookup | null {
  const key = keyOf(rest);
  if (key === null || text === null) return null;
  const padded = (keys: readonly string[]) => Array.from({ length: MAX_LOOKUPS }, (_, at) => keys[at] ?? null);
  return { key, ofMany: (keys) => ({ text, values: [...column.values, ...padded(keys)] }) };
}
