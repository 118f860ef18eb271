import { isDeepStrictEqual } from "node:util";
import { Prisma } from "../generated/prisma/client.js";
import { postgresJson } from "../lib/postgres-json.js";

const { raw, sql } = Prisma;

/** A row of a table, by the names of its columns, as JSON has it. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** A table of an article's text, and the columns of its key. */
export interface TextTable {
  readonly name: string;
  readonly key: readonly string[];
  /** Whether a row that changes is removed and inserted, because of a unique index besides the key. */
  readonly isRewritten?: boolean;
}

/** How rows are put into the DRAFT head of an article. */
export interface RowsPut {
  readonly table: TextTable;
  /** All have the same columns. */
  readonly rows: readonly JsonRow[];
  /** Which rows of the draft are removed unless they are among `rows`; null removes none. */
  readonly replaced: Prisma.Sql | null;
  /** Whether the draft is new, so that none of the rows can be there. */
  readonly isNew?: boolean;
}

/** The condition for all rows of a draft, in the table `r`. */
export function rowsOfDraft(articleId: string): Prisma.Sql {
  return sql`r.article_id = ${articleId}::uuid AND r.head = 'DRAFT'`;
}

/** A put of all rows of a table that belong to a draft; none where they are the same. */
export function replaceRows(
  articleId: string,
  table: TextTable,
  old: readonly JsonRow[],
  rows: readonly JsonRow[],
): readonly RowsPut[] {
  if (isDeepStrictEqual(old, rows)) return [];
  return [{ table, rows, replaced: old.length > 0 ? rowsOfDraft(articleId) : null }];
}

/**
 * The parts of a WITH clause that put rows into a table and remove others. Rows that are the same already are not touched, so
 * no trigger and no index has work with them. Foreign keys are checked at the end of the whole statement.
 *
 * Raw because all tables of a text are written by one statement. All rows of a table are one parameter: a long article has
 * tens of thousands of mentions.
 */
export function putRows({ table, rows, replaced, isNew = false }: RowsPut): readonly Prisma.Sql[] {
  const { name } = table;
  const [given, gone, put] = [raw(`given_${name}`), raw(`gone_${name}`), raw(`put_${name}`)];
  const [first] = rows;
  if (!first) return replaced === null ? [] : [sql`${gone} AS (DELETE FROM ${raw(name)} r WHERE ${replaced})`];
  const columns = Object.keys(first);
  const json = postgresJson(rows);
  const parts = [
    sql`${given} AS MATERIALIZED (SELECT * FROM json_populate_recordset(NULL::${raw(name)}, ${json}::json))`,
  ];
  if (replaced !== null) {
    const isKept = raw(sameRow(table, columns));
    parts.push(sql`${gone} AS (
      DELETE FROM ${raw(name)} r WHERE ${replaced} AND NOT EXISTS (SELECT FROM ${given} g WHERE ${isKept}) RETURNING 1)`);
  }
  // A condition that is always true: the removal comes first.
  const isAfter =
    replaced !== null && table.isRewritten === true ? sql`WHERE (SELECT count(*) FROM ${gone}) >= 0` : sql``;
  const otherwise = raw(isNew ? "" : onConflict(table, columns));
  return [...parts, sql`${put} AS (${raw(insertion(table, columns))} ${isAfter} ${otherwise})`];
}

/** The condition under which a row of the table, `r`, is not removed for a given one, `g`. */
function sameRow({ key, isRewritten }: TextTable, columns: readonly string[]): string {
  if (!isRewritten) return key.map((column) => `g.${column} = r.${column}`).join(" AND ");
  return columns.map((column) => `g.${column} IS NOT DISTINCT FROM r.${column}`).join(" AND ");
}

function insertion({ name }: TextTable, columns: readonly string[]): string {
  const list = columns.join(", ");
  return `INSERT INTO ${name} AS old (${list}) SELECT ${list} FROM given_${name}`;
}

function onConflict({ key }: TextTable, columns: readonly string[]): string {
  const others = columns.filter((column) => !key.includes(column));
  const of = (from: string): string => others.map((column) => `${from}.${column}`).join(", ");
  const set = others.map((column) => `${column} = excluded.${column}`).join(", ");
  return `ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${set} WHERE (${of("old")}) IS DISTINCT FROM (${of("excluded")})`;
}
