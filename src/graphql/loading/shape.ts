import sql, { raw, type Sql } from "sql-template-tag";
import { isSeen, type View } from "./view.js";

/**
 * Where a read stands: which view it has, and where its rows come from. Inside a revision they come from its document
 * instead of from the tables, so that one description of the types reads both.
 */
export interface Scope {
  readonly view: View;
  /** The FROM item for the rows of a table. */
  readonly rows: (table: string) => Sql;
  /** The key that the tables have today for a key of one of them as it is read here; another one after a merge. */
  readonly keyNow: (table: string, key: string) => Sql;
  /** The condition that a row of such a table is seen here. */
  readonly seen: (row: string) => Sql;
}

/** The scope of the tables themselves. */
export function liveScope(view: View): Scope {
  return { view, rows: raw, keyNow: sameKey, seen: (row) => isSeen(row, view) };
}

/** The scope inside a document, whose rows of each table are visible as a JSON array in a column of that name of `parts`. */
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

/** The arguments of a field after GraphQL's own checks. */
export type FieldArguments = Readonly<Record<string, unknown>>;

/** One key of an order, with the SQL type that its value in a cursor is read as. */
export interface OrderKey {
  readonly by: Sql;
  readonly type: "timestamptz" | "date" | "text" | "uuid" | "integer";
}

/** An order that a keyset cursor can stand on: its keys together are unique, and all run in one direction. */
export interface Order {
  /** Goes into the cursor, so that a cursor of another order is refused. */
  readonly name: string;
  readonly keys: readonly OrderKey[];
  readonly direction: "ASC" | "DESC";
}

/** What a relation's rows are, seen from one parent row. */
export interface RelatedRows {
  /** The FROM clause, which must name the alias given for the child. */
  readonly from: Sql;
  readonly where: Sql;
}

/** What the description of a relation is given. */
export interface RelationInput {
  /** Alias of the parent row. */
  readonly parent: string;
  /** Alias to use for the child row; with a suffix it names helper tables. */
  readonly child: string;
  /** Where the child's rows come from. */
  readonly scope: Scope;
  /** Where the parent's row comes from: of a connection, which always reads the tables, it can be a revision. */
  readonly parentScope: Scope;
  readonly args: FieldArguments;
}

/** How one field of a type is read from the database. */
export type FieldShape =
  /** Columns of the type's own row that the field is made of, by property name. */
  | { readonly kind: "columns"; readonly properties: readonly string[] }
  /** A value that SQL computes from the type's own row; the key in the result is the field's name. */
  | { readonly kind: "value"; readonly value: (row: string, scope: Scope) => Sql }
  /** At most one object of another type. */
  | {
      readonly kind: "one";
      readonly type: string;
      readonly rows: (input: RelationInput) => RelatedRows;
      /** The scope of the child, where it is not the parent's own. */
      readonly scope?: (input: RelationInput) => Scope;
    }
  /** All objects of another type that the parent owns. */
  | {
      readonly kind: "many";
      readonly type: string;
      readonly rows: (input: RelationInput) => RelatedRows;
      readonly order: (input: RelationInput) => readonly Sql[];
    }
  /** A page of objects of another type. It shows what the tables contain, also below a revision. */
  | {
      readonly kind: "connection";
      readonly type: string;
      /** Whether the request is not to see that there is such a connection: then the field is null. */
      readonly isHidden?: (scope: Scope) => boolean;
      readonly rows: (input: RelationInput) => RelatedRows;
      readonly order: (input: RelationInput) => Order;
    }
  /** All objects of several types in one order. */
  | {
      readonly kind: "mixed";
      readonly parts: readonly {
        readonly type: string;
        readonly rows: (input: RelationInput) => RelatedRows;
        /** A number to order by among all parts. */
        readonly position: (input: RelationInput) => Sql;
      }[];
    };

/** How the objects of one GraphQL type are read from the database. */
export interface ObjectShape {
  /** The GraphQL type's name. */
  readonly type: string;
  /** The FROM item for one row of the type. */
  readonly from: (row: string, scope: Scope) => Sql;
  /** The SQL expression of the row's own key. */
  readonly key: string;
  /** Columns by the property of the type class that shows them. */
  readonly columns: Readonly<Record<string, string>>;
  /** The condition that a request may see the row when it names it; absent where only a parent leads to it. */
  readonly visible?: (row: string, scope: Scope) => Sql;
}

const objects = new Map<string, ObjectShape>();
const fields = new Map<string, FieldShape>();

/** Describes how the objects of a type are read. Called once for a type, when its module is loaded. */
export function defineObject(shape: ObjectShape, own: Readonly<Record<string, FieldShape>> = {}): void {
  objects.set(shape.type, shape);
  defineFields(shape.type, own);
}

/**
 * Adds fields to a type from the feature that owns the foreign key, so that a type's own module need not know who
 * refers to it.
 */
export function defineFields(type: string, added: Readonly<Record<string, FieldShape>>): void {
  for (const [name, shape] of Object.entries(added)) fields.set(`${type}.${name}`, shape);
}

/**
 * The description of a type.
 *
 * @throws Error when nobody described it, which is a mistake in the program.
 */
export function objectShape(type: string): ObjectShape {
  const shape = objects.get(type);
  if (!shape) throw new Error(`No shape was defined for the type ${type}.`);
  return shape;
}

/** The description of a field, or null when it needs nothing from the database. */
export function fieldShape(type: string, field: string): FieldShape | null {
  const shape = fields.get(`${type}.${field}`);
  if (shape) return shape;
  const isColumn = Object.hasOwn(objects.get(type)?.columns ?? {}, field);
  return isColumn ? { kind: "columns", properties: [field] } : null;
}

/** A field made of the named properties of its own row. */
export function madeOf(...properties: string[]): FieldShape {
  return { kind: "columns", properties };
}
