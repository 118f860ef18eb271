import { DatabaseError } from "pg";
import { z } from "zod";
import type { Database, Transaction } from "../database/client.js";
import { OPERATOR } from "../auth/role.js";
import { insertEvents } from "../outbox/event.js";
import { Prisma } from "../generated/prisma/client.js";
import { databaseName, EXPORT_SHAPE, type ExportedRow, type ExportedTable, VERSIONS } from "./export.shape.js";
import { EXPORTED_KINDS, type ExportedKindName, KINDS } from "./exported-tables.queries.js";
import { writeRows } from "./restore-rows.service.js";

/** A line that cannot be restored; the message is one sentence. */
export class RestoreFault extends Error {
  /** @param at Which of the lines it is, counted from 0. */
  constructor(
    message: string,
    readonly at: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type KeyedRow = ExportedRow & { readonly id: string };

/** A line that was read: its kind, and its row in the current form. */
interface ExportLine {
  readonly kind: ExportedKindName;
  readonly row: KeyedRow;
}

const format = { shape: z.literal(EXPORT_SHAPE.name), version: z.literal(VERSIONS) } as const;

const lineShapes = KINDS.map(([kind, { shape }]) => {
  const fields: Readonly<Record<string, z.ZodType>> = { ...format, kind: z.literal(kind), [kind]: shape };
  // Every kind of line has a table with ids.
  return z.strictObject(fields).transform((line): ExportLine => ({ kind, row: line[kind] as KeyedRow }));
});

// The list of kinds is not empty.
const lineShape = z.discriminatedUnion("kind", lineShapes as [LineShape, ...LineShape[]]);
type LineShape = (typeof lineShapes)[number];

/** What became of a line. */
export interface RestoredLine {
  readonly kind: ExportedKindName;
  /** Whether a row with its id existed already; then nothing was written. */
  readonly wasKnown: boolean;
}

/** How long a batch may take to write. */
const BATCH_TIMEOUT_MS = 120_000;

/**
 * Restores lines of an export, each of them entirely or not at all, and returns what became of each. What is there already
 * under the same id is left as it is. An article that was exported without its draft gets a draft with what was published.
 * The lines are written together, and one after the other when that fails.
 *
 * @throws RestoreFault at the first line that is no line of an export, names what is not there, or would publish an article
 *   before its embargo has passed; those before it stay.
 */
export async function restoreLines(database: Database, lines: readonly string[]): Promise<readonly RestoredLine[]> {
  const parsed: ExportLine[] = [];
  let fault: RestoreFault | null = null;
  for (const [at, line] of lines.entries()) {
    try {
      parsed.push(parseLine(line, at));
    } catch (error) {
      if (!(error instanceof RestoreFault)) throw error;
      fault = error;
      break;
    }
  }
  const early = await findEarly(database, parsed);
  const restored = await restoreBatch(database, parsed.slice(0, early?.at ?? parsed.length));
  if (early !== null) throw early;
  if (fault !== null) throw fault;
  return restored;
}

const embargoed = z.object({ embargoedUntil: z.date(), heads: z.array(z.object({ head: z.string() })) });

/** The fault of the first article that readers would see before its embargo has passed by the database's clock, or null. */
async function findEarly(database: Database, lines: readonly ExportLine[]): Promise<RestoreFault | null> {
  const embargoes = lines.flatMap(({ row }, at) => {
    const { data } = embargoed.safeParse(row);
    return data?.heads.some(({ head }) => head === "PUBLISHED") ? [{ at, until: data.embargoedUntil }] : [];
  });
  if (embargoes.length === 0) return null;
  const [clock] = await database.read<{ now: Date }>("SELECT clock_timestamp() AS now");
  const early = embargoes.find(({ until }) => clock !== undefined && until > clock.now);
  if (!early) return null;
  return new RestoreFault(`The article is under an embargo until ${early.until.toISOString()}.`, early.at);
}

/** Restores one line of an export; see restoreLines. */
export async function restoreLine(database: Database, line: string): Promise<RestoredLine> {
  const [restored] = await restoreLines(database, [line]);
  if (restored === undefined) throw new Error("A line was restored without an outcome.");
  return restored;
}

function parseLine(line: string, at: number): ExportLine {
  const parsed = lineShape.safeParse(parseJson(line, at));
  if (parsed.success) return parsed.data;
  throw new RestoreFault(`It is no line of an export: ${firstIssue(parsed.error)}.`, at);
}

function parseJson(line: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RestoreFault("It is no JSON, or cut off.", at);
  }
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join(".") || "the line"}: ${issue.message}` : "it has another shape";
}

async function restoreBatch(database: Database, batch: readonly ExportLine[]): Promise<readonly RestoredLine[]> {
  try {
    return await writeBatch(database, batch);
  } catch (error) {
    if (faultCodeOf(error) === null) throw error;
  }
  const restored: RestoredLine[] = [];
  for (const [at, line] of batch.entries()) restored.push(...(await restoreAlone(database, line, at)));
  return restored;
}

async function restoreAlone(database: Database, line: ExportLine, at: number): Promise<readonly RestoredLine[]> {
  try {
    return await writeBatch(database, [line]);
  } catch (error) {
    const code = faultCodeOf(error);
    if (code === null) throw error;
    const message = `The ${line.kind} does not fit what the newsroom already contains (${code}).`;
    throw new RestoreFault(message, at, { cause: error });
  }
}

/** Prisma's codes for the faults that hand-written statements report by SQLSTATE. */
const FAULT_CODES: Readonly<Record<string, string>> = { "23505": "P2002", "23503": "P2003", "23514": "P2004" };

/** The code of a refusal by the database; null where the error is none. */
function faultCodeOf(error: unknown): string | null {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return error.code;
  return error instanceof DatabaseError ? (FAULT_CODES[error.code ?? ""] ?? error.code ?? null) : null;
}

/** Writes all lines in one transaction; what lines of the same batch name is written before them. */
async function writeBatch(database: Database, batch: readonly ExportLine[]): Promise<readonly RestoredLine[]> {
  if (batch.length === 0) return [];
  const write = async (tx: Transaction): Promise<readonly RestoredLine[]> => {
    const known = await findKnown(tx, batch);
    // The same line may be there twice.
    const met = new Set(known);
    const outcomes = batch.map(({ kind, row: { id } }) => {
      const wasKnown = met.has(id);
      met.add(id);
      return { kind, wasKnown };
    });
    const unknown = batch.filter((_, at) => outcomes[at]?.wasKnown === false);
    for (const [name, { table }] of KINDS) await writeRows(tx, table, rowsOf(unknown, name));
    await recordRestored(tx, unknown);
    return outcomes;
  };
  return database.transaction(write, { timeoutMs: BATCH_TIMEOUT_MS });
}

/** Writes an event for each row that was restored. An entry of the audit log is history. */
async function recordRestored(tx: Transaction, lines: readonly ExportLine[]): Promise<void> {
  const by = { at: null, act: "restoreExport", actor: OPERATOR.name, actorId: null, actorIssuer: null };
  const events = lines.flatMap(({ kind, row }) => {
    const { subject } = EXPORTED_KINDS[kind];
    return subject === null
      ? []
      : [{ ...by, subject, subjectId: row.id, articleVersion: subject === "Article" ? Number(row["version"]) : null }];
  });
  if (events.length > 0) await tx.$executeRaw(insertEvents(events));
}

/** The ids of a batch that exist already, or whose row exists under another id. */
async function findKnown(tx: Transaction, batch: readonly ExportLine[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const [name, { table, alsoKnownBy }] of KINDS) {
    const rows = rowsOf(batch, name);
    const ids = await findValues(tx, table, "id", rows);
    const others = alsoKnownBy === undefined ? ids : await findValues(tx, table, alsoKnownBy, rows);
    for (const row of rows) {
      if (ids.has(row.id) || (alsoKnownBy !== undefined && others.has(row[alsoKnownBy]))) known.add(row.id);
    }
  }
  return known;
}

function rowsOf(batch: readonly ExportLine[], name: ExportedKindName): readonly KeyedRow[] {
  return batch.flatMap(({ kind, row }) => (kind === name ? [row] : []));
}

/** The values of a property of rows that are in the table already. */
async function findValues(
  tx: Transaction,
  { model }: ExportedTable,
  property: string,
  rows: readonly KeyedRow[],
): Promise<ReadonlySet<unknown>> {
  if (rows.length === 0) return new Set();
  const column = Prisma.raw(`"${databaseName(property)}"`);
  const table = Prisma.raw(databaseName(model));
  const wanted = JSON.stringify(rows.map((row) => ({ [databaseName(property)]: row[property] })));
  // Compared as the type of the column, so that its index is used.
  const found = await tx.$queryRaw<{ readonly value: string }[]>(Prisma.sql`
    SELECT ${column}::text AS value FROM ${table}
    WHERE ${column} IN (SELECT ${column} FROM jsonb_populate_recordset(NULL::${table}, ${wanted}::jsonb))`);
  return new Set(found.map(({ value }) => value));
}
