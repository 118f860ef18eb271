import { z } from "zod";
import type { Database, Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { assertNever } from "../lib/assert-never.js";
import { type ExportLine, exportLine } from "./export.shape.js";
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

/** What became of a line. */
export interface RestoredLine {
  readonly kind: ExportLine["kind"];
  /** Whether it was there already, by its id: then nothing was written. */
  readonly wasKnown: boolean;
}

/** How long a batch may take to write. */
const BATCH_TIMEOUT_MS = 120_000;

/**
 * Restores lines of an export, each of them entirely or not at all, and returns what became of each. What is there already
 * under the same id is left as it is. An article that was exported without its draft gets a draft with what was published.
 * The lines are written together, and one after the other when that fails.
 *
 * @throws RestoreFault at the first line that is no line of an export, or names what is not there; those before it stay.
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
  const restored = await restoreBatch(database, parsed);
  if (fault !== null) throw fault;
  return restored;
}

/** Restores one line of an export; see restoreLines. */
export async function restoreLine(database: Database, line: string): Promise<RestoredLine> {
  const [restored] = await restoreLines(database, [line]);
  if (restored === undefined) throw new Error("A line was restored without an outcome.");
  return restored;
}

function parseLine(line: string, at: number): ExportLine {
  const parsed = exportLine.safeParse(parseJson(line, at));
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
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
  }
  const restored: RestoredLine[] = [];
  for (const [at, line] of batch.entries()) restored.push(...(await restoreAlone(database, line, at)));
  return restored;
}

async function restoreAlone(database: Database, line: ExportLine, at: number): Promise<readonly RestoredLine[]> {
  try {
    return await writeBatch(database, [line]);
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    const message = `The ${line.kind} does not fit what the newsroom already contains (${faultCodeOf(error)}).`;
    throw new RestoreFault(message, at, { cause: error });
  }
}

/** How Prisma calls what raw statements report by their SQLSTATE. */
const FAULT_CODES: Readonly<Record<string, string>> = { "23505": "P2002", "23503": "P2003", "23514": "P2004" };

const rawFault = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) });

function faultCodeOf({ code, meta }: Prisma.PrismaClientKnownRequestError): string {
  const { data } = rawFault.safeParse(meta);
  const sqlState = data?.driverAdapterError.cause.originalCode;
  return sqlState === undefined ? code : (FAULT_CODES[sqlState] ?? sqlState);
}

/** Writes all lines in one transaction; what lines of the same batch name is written before them. */
async function writeBatch(database: Database, batch: readonly ExportLine[]): Promise<readonly RestoredLine[]> {
  if (batch.length === 0) return [];
  const write = async (tx: Transaction): Promise<readonly RestoredLine[]> => {
    const known = await findKnown(tx, batch);
    // The same line may be there twice.
    const met = new Set(known);
    const outcomes = batch.map((line) => {
      const { id } = rowOf(line);
      const wasKnown = met.has(id);
      met.add(id);
      return { kind: line.kind, wasKnown };
    });
    await writeRows(
      tx,
      batch.filter((_, at) => outcomes[at]?.wasKnown === false),
    );
    return outcomes;
  };
  return database.transaction(write, { timeoutMs: BATCH_TIMEOUT_MS });
}

function rowOf(line: ExportLine): { readonly id: string } {
  switch (line.kind) {
    case "topic":
      return line.topic;
    case "person":
      return line.person;
    case "post":
      return line.post;
    case "article":
      return line.article;
    case "auditEntry":
      return line.auditEntry;
    default:
      return assertNever(line);
  }
}

/** The ids of a batch that are there already. A topic is also there when another one has its slug. */
async function findKnown(tx: Transaction, batch: readonly ExportLine[]): Promise<ReadonlySet<string>> {
  const idsOf = (kind: ExportLine["kind"]): string[] =>
    batch.flatMap((line) => (line.kind === kind ? [rowOf(line).id] : []));
  const find = async (
    kind: ExportLine["kind"],
    read: (args: typeof KEYS & { readonly where: { readonly id: { readonly in: string[] } } }) => Promise<Keyed[]>,
  ): Promise<Keyed[]> => {
    const ids = idsOf(kind);
    return ids.length === 0 ? [] : read({ where: { id: { in: ids } }, ...KEYS });
  };
  const topics = batch.flatMap((line) => (line.kind === "topic" ? [line.topic] : []));
  const taken = await takenSlugs(tx, topics);
  const found = [
    await find("topic", (args) => tx.topic.findMany(args)),
    await find("person", (args) => tx.person.findMany(args)),
    await find("post", (args) => tx.embeddedPost.findMany(args)),
    await find("article", (args) => tx.article.findMany(args)),
    await find("auditEntry", (args) => tx.auditEntry.findMany(args)),
    topics.filter(({ slug }) => taken.has(slug)),
  ];
  return new Set(found.flat().map(({ id }) => id));
}

const KEYS = { select: { id: true } } as const;

interface Keyed {
  readonly id: string;
}

async function takenSlugs(tx: Transaction, topics: readonly { readonly slug: string }[]): Promise<ReadonlySet<string>> {
  if (topics.length === 0) return new Set();
  const where = { slug: { in: topics.map(({ slug }) => slug) } };
  const rows = await tx.topic.findMany({ where, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}
