import type pg from "pg";
import { interceptQueries } from "./intercept.js";

/** One SQL statement that went over a pooled connection, reported after PostgreSQL answered it. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** From handing it to the driver to its last row, in milliseconds. */
  readonly durationMs: number;
  /** Rows returned or, if none are returned, rows changed; 0 when the statement failed. */
  readonly rows: number;
}

/** Hears of every statement. It runs between the answer and its reader, so it must be quick and must not throw. */
export type StatementListener = (statement: Statement) => void;

/** Reports to `listener` every statement that is sent over `client` from now on. */
export function observeStatements(client: pg.ClientBase, listener: StatementListener): void {
  interceptQueries(client, (args) => {
    const startedAtMs = performance.now();
    return (result) => {
      listener({ ...textOf(args), durationMs: performance.now() - startedAtMs, rows: countRows(result) });
    };
  });
}

function textOf([query, values]: readonly unknown[]): { sql: string; params: unknown[] } {
  if (typeof query === "string") return { sql: query, params: Array.isArray(values) ? values : [] };
  if (typeof query !== "object" || query === null) return { sql: "", params: [] };
  const params = "values" in query && Array.isArray(query.values) ? query.values : [];
  return {
    sql: "text" in query ? String(query.text) : "",
    params: params.length > 0 || !Array.isArray(values) ? params : values,
  };
}

function countRows(result: unknown): number {
  // A text with several statements is answered by a list of results.
  if (Array.isArray(result)) return result.reduce((sum: number, one) => sum + countRows(one), 0);
  if (typeof result !== "object" || result === null || !("rowCount" in result)) return 0;
  return typeof result.rowCount === "number" ? result.rowCount : 0;
}
