import sql, { type Sql } from "sql-template-tag";
import type { Scope } from "./scope.js";

/** The arguments of a field after GraphQL's own checks. */
export type FieldArguments = Readonly<Record<string, unknown>>;

/** One key of an order, with the SQL type that its value in a cursor is read as. */
export interface OrderKey {
  readonly by: Sql;
  readonly type: "timestamptz" | "date" | "text" | "uuid" | "integer";
}

/** The order of a connection. Its keys together are unique and all have the same direction, as a keyset cursor needs. */
export interface Order {
  /** Part of every cursor, so that a cursor of another order is refused. */
  readonly name: string;
  readonly keys: readonly OrderKey[];
  readonly direction: "ASC" | "DESC";
}

/** Rows of a relation or list. */
export interface Rows {
  /** The FROM clause. It must name the alias of the child. */
  readonly from: Sql;
  readonly where: Sql;
}

/** The rows of a relation or list. */
export interface RelatedRows extends Rows {
  /**
   * What is counted in the place of `from`, where it has exactly one row for each row of the list: a table that refers to the
   * rows by a foreign key and has all columns of `where`.
   */
  readonly counted?: Sql;
  /** The number of rows, where it is kept and need not be counted. */
  readonly kept?: Sql | undefined;
  /** Another way to read the same rows. Their conditions decide which of the two ways has any. For connections only. */
  readonly otherwise?: Rows;
}

/** The number of rows. */
export function countOf({ from, where, counted = from, kept, otherwise }: RelatedRows): Sql {
  if (kept) return kept;
  const count = sql`(SELECT count(*) FROM ${counted} WHERE ${where})`;
  return otherwise ? sql`(${count} + ${countOf(otherwise)})` : count;
}

/** The rows of a root connection and their order. */
export interface Listing {
  readonly rows: RelatedRows;
  readonly order: Order;
}

/** The input of the functions that a relation declares. */
export interface RelationInput<Args extends object = object> {
  /** Alias of the parent row. */
  readonly parent: string;
  /** Alias of the child row. Helper tables use it with a suffix. */
  readonly child: string;
  /** The source of the child's rows. */
  readonly scope: Scope;
  /** The source of the parent's row. A connection always reads the tables, while its parent can be in a revision. */
  readonly parentScope: Scope;
  readonly args: Args;
}
