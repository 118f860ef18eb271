import type { Transaction } from "../database/client.js";
import { EXPORT_SHAPE } from "./export.shape.js";
import { type ExportedKindName, KINDS, type Page } from "./exported-tables.queries.js";

/** This many rows are read at once; memory holds no more of the newsroom than them. */
const PAGE = 50;

/** The beginning of every line with an article: its keys are in one order. */
const ARTICLE_LINE = `{"shape":"${EXPORT_SHAPE.name}","version":${EXPORT_SHAPE.version},"kind":"article",`;

/** The content of an export. */
export interface ExportOptions {
  /** Whether everything is exported; otherwise only the published texts and what they refer to. */
  readonly withDrafts: boolean;
}

/**
 * Yields the newsroom line by line, each one JSON object without a line break: the kinds in the order of their list, each
 * by id. `source` should be a snapshot: otherwise a line may refer to a row that was written after its kind was read.
 */
export async function* exportNewsroom(source: Transaction, { withDrafts }: ExportOptions): AsyncGenerator<string> {
  for (const [name, kind] of KINDS) {
    if (withDrafts || !kind.isInternal) yield* linesOf(name, (page) => kind.read(source, page, withDrafts));
  }
}

async function* linesOf(
  kind: ExportedKindName,
  read: (page: Page) => Promise<readonly { readonly id: string }[]>,
): AsyncGenerator<string> {
  let last: string | undefined;
  for (;;) {
    const where = last === undefined ? {} : { id: { gt: last } };
    const rows = await read({ where, orderBy: { id: "asc" }, take: PAGE });
    for (const row of rows)
      yield toLine({ shape: EXPORT_SHAPE.name, version: EXPORT_SHAPE.version, kind, [kind]: row });
    last = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

/** Whether a line of an export holds an article. */
export function isArticleLine(line: string): boolean {
  return line.startsWith(ARTICLE_LINE);
}

/** Two characters that JSON allows as they are end a line for some readers. */
function toLine(value: object): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
