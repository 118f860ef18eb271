import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { databaseName, type ExportedRow, type ExportedTable } from "./export.shape.js";

/*
 * The rows of a batch of lines, table by table: one statement writes what many lines have for the same table.
 */

/** Writes new rows, and then the rows that are nested in them. */
export async function writeRows(
  tx: Transaction,
  { model, nested }: ExportedTable,
  rows: readonly ExportedRow[],
): Promise<void> {
  await insert(tx, databaseName(model), rows, new Set(Object.keys(nested)));
  for (const [property, table] of Object.entries(nested)) {
    // The shape of the table made a list of rows of it.
    const own = rows.flatMap((row) => row[property] as readonly ExportedRow[]);
    await writeRows(tx, table, own);
  }
}

/**
 * Writes rows with one statement and one parameter, whatever their number. Raw because Prisma makes a parameter of every
 * value, which takes most of the time of a restore.
 */
async function insert(
  tx: Transaction,
  table: string,
  rows: readonly ExportedRow[],
  nested: ReadonlySet<string>,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const properties = Object.keys(first).filter((property) => !nested.has(property));
  const named = properties.map((property) => [property, databaseName(property)] as const);
  const columns = Prisma.raw(named.map(([, column]) => `"${column}"`).join(", "));
  const objects = rows.map((row) => Object.fromEntries(named.map(([property, column]) => [column, row[property]])));
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${Prisma.raw(table)}, ${JSON.stringify(objects)}::jsonb)`);
}
