import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from "graphql";
import sql, { raw, type Sql } from "sql-template-tag";
import { Extensions } from "type-graphql";
import type { Scope } from "./scope.js";

/** The class of a GraphQL object type. */
export type TypeClass<Row extends object = object> = abstract new (...args: never[]) => Row;

/** The source of one property: the name of a column of the row, or SQL that computes the value from the row. */
export type Column = string | ((row: string, scope: Scope) => Sql);

/** The object that a row belongs to. */
export interface RowOwner {
  readonly type: string;
  readonly column: string;
  /** Whether readers see the object only while something published refers to it. */
  readonly isSeenByReference?: boolean;
}

/** What `shape` needs to know of a type. */
export interface ShapeOptions<Property extends string = string> {
  /** The table of the type's rows, or a FROM item for types that have none. Absent for types that are only reached from a parent. */
  readonly table?: string | ((row: string) => Sql);
  /** The column by which a single row is found; "id" by default. */
  readonly key?: string;
  /** The properties that are not the column of the same name in snake case. */
  readonly columns?: Readonly<Partial<Record<Property, Column>>>;
  /**
   * What makes an answer with a row out of date: a change of the object of a type whose key is in a column. It is the row
   * itself, or the object that owns it. Absent for rows that belong to the object from which they are reached.
   */
  readonly changesWith?: RowOwner;
  /** The condition that a request may see a row it names. Absent for types that are only reached from a parent. */
  readonly visible?: (row: string, scope: Scope) => Sql;
}

/** How the objects of one GraphQL type are read from the database. In the schema it is the type's extension `shape`. */
export class Shape {
  readonly key: string;
  readonly changesWith: ShapeOptions["changesWith"];
  readonly #table: ShapeOptions["table"];
  readonly #columns: Readonly<Record<string, Column | undefined>>;
  readonly #visible: ShapeOptions["visible"];

  constructor(
    readonly type: TypeClass,
    { table, key = "id", columns = {}, changesWith, visible }: ShapeOptions,
  ) {
    this.key = key;
    this.changesWith = changesWith;
    this.#table = table;
    this.#columns = columns;
    this.#visible = visible;
  }

  /** The FROM item for one row of the type. */
  from(row: string, scope: Scope): Sql {
    if (this.#table === undefined) throw new Error(`${this.type.name} has no table of its own.`);
    return typeof this.#table === "function" ? this.#table(row) : sql`${scope.rows(this.#table)} ${raw(row)}`;
  }

  /** The table of the type's rows and the column of one property in it; null when SQL computes the value. */
  columnOf(property: string): { readonly table: string; readonly column: string } | null {
    const column = this.#columns[property] ?? snakeCase(property);
    return typeof this.#table === "string" && typeof column === "string" ? { table: this.#table, column } : null;
  }

  /** The SQL of one property of a row. */
  column(property: string, row: string, scope: Scope): Sql {
    const column = this.#columns[property] ?? snakeCase(property);
    return typeof column === "string" ? raw(`${row}.${column}`) : column(row, scope);
  }

  /** The condition that a request may see a row. */
  visible(row: string, scope: Scope): Sql {
    return this.#visible?.(row, scope) ?? raw("TRUE");
  }
}

function snakeCase(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Declares how the objects of a type are read. The result belongs into the list of `src/schema.ts`. */
export function shape<Row extends object>(type: TypeClass<Row>, options: ShapeOptions<keyof Row & string>): Shape {
  return new Shape(type, options);
}

/** The shape of a type, or null for types that are not read from the database. */
export function findShape({ extensions }: GraphQLObjectType): Shape | null {
  const found = extensions["shape"];
  return found instanceof Shape ? found : null;
}

/**
 * The shape of a type that is read from the database.
 *
 * @throws Error for any other type.
 */
export function expectShape(type: GraphQLObjectType): Shape {
  const found = findShape(type);
  if (!found) throw new Error(`${type.name} has no shape: declare one with shape(${type.name}, …).`);
  return found;
}

/**
 * The object type of a class in a schema.
 *
 * @throws Error when the schema has none.
 */
export function objectTypeOf(schema: GraphQLSchema, { name }: TypeClass): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
  return type;
}

class Dependencies {
  constructor(readonly properties: readonly string[]) {}
}

/** Names the properties of the row that a field resolver uses. They are read whenever the field is selected. */
export function MadeOf<Row extends object>(...properties: readonly (keyof Row & string)[]): MethodDecorator {
  return Extensions({ madeOf: new Dependencies(properties) });
}

/** The properties named by `@MadeOf`, or null for a field without it. */
export function dependenciesOf({ extensions }: GraphQLField<unknown, unknown>): readonly string[] | null {
  const found = extensions["madeOf"];
  return found instanceof Dependencies ? found.properties : null;
}
