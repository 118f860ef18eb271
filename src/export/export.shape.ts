import { z } from "zod";
import type { Prisma } from "../generated/prisma/client.js";

/*
 * How a table is exported. Every line of an export is one JSON object with the name and version of the format, the kind of
 * the line, and a row of a table with the rows of other tables that belong to it. Moments and days are RFC 3339 in UTC;
 * offsets are UTF-16 code units.
 */

/** The name of the format, and the version that is written. */
export const EXPORT_SHAPE = { name: "dateline", version: 4 } as const;

/** The versions that are read: in the first, an article had one import key at most; the first two had no audit log, the first three no pictures, sections and authors. */
export const VERSIONS = [1, 2, 3, EXPORT_SHAPE.version] as const;

/** The shapes of columns. */
export const columnShapes = {
  id: z.uuid(),
  moment: z.coerce.date(),
  text: z.string(),
  json: z.json().transform((value) => (value === null ? [] : value)),
} as const;

/** A row of an export, by property. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** A table whose rows are exported. */
export interface ExportedTable {
  readonly model: Prisma.ModelName;
  readonly shape: z.ZodType<ExportedRow>;
  /** The tables whose rows belong to a row, by property, in an order in which every row follows those it refers to. */
  readonly nested: Readonly<Record<string, ExportedTable>>;
  /** Whether older exports lack the table. */
  readonly isLater: boolean;
}

/** The shapes of the columns of a table; with a column missing they do not compile. */
type ColumnsOf<Model extends Prisma.ModelName> = Readonly<
  Record<keyof Prisma.TypeMap["model"][Model]["payload"]["scalars"], z.ZodType>
>;

type NestedTables = ExportedTable["nested"];

type NestedShapes<Nested extends NestedTables> = {
  readonly [Name in keyof Nested]: Nested[Name]["isLater"] extends true
    ? z.ZodDefault<z.ZodArray<Nested[Name]["shape"]>>
    : z.ZodArray<Nested[Name]["shape"]>;
};

/** Declares how the rows of a table are exported: the shapes of its columns, and the tables whose rows belong to them. */
export function table<
  const Model extends Prisma.ModelName,
  const Columns extends ColumnsOf<Model>,
  const Nested extends NestedTables,
>(model: Model, columns: Columns, nested: Nested) {
  const lists = Object.entries(nested).map(([name, { shape, isLater }]) => {
    const list = z.array(shape);
    return [name, isLater ? list.default([]) : list] as const;
  });
  // Object.fromEntries does not keep the keys in its type.
  const nestedShapes = Object.fromEntries(lists) as NestedShapes<Nested>;
  const shape = z.strictObject<Columns & NestedShapes<Nested>>({ ...columns, ...nestedShapes });
  return { model, shape, nested, isLater: false } as const;
}

type LaterTable<Table extends ExportedTable> = Omit<Table, "isLater"> & { readonly isLater: true };

/** The same table, which older exports lack. */
export function laterTable<const Table extends ExportedTable>(declared: Table): LaterTable<Table> {
  return { ...declared, isLater: true };
}

/** The models of a table and of all that are nested in it. */
export type ModelsOf<Table extends ExportedTable> =
  Table extends Readonly<{ model: infer Model; nested: infer Nested extends NestedTables }>
    ? Model | { readonly [Name in keyof Nested]: ModelsOf<Nested[Name]> }[keyof Nested]
    : never;

/** The name in the database of a model or a property. */
export function databaseName(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter, at) => `${at === 0 ? "" : "_"}${letter.toLowerCase()}`);
}
