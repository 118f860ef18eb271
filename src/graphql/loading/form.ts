import sql, { type Sql } from "sql-template-tag";
import { AnswerText, type ComputedField } from "./answer-text.js";
import { AnswerCompiler } from "./compile-answer.js";
import { RowCompiler } from "./compile-rows.js";
import type { Compiler } from "./compiler.js";
import { type LoadedPage, toConnection } from "./loaded-page.js";
import type { SelectionSource } from "./selection.js";

type Places = readonly ComputedField[] | null;

/** What a statement compiles to: rows for the resolvers of the schema, or the text of the response. */
export interface Form {
  /** Part of the key of what was compiled. */
  readonly name: string;
  readonly compiler: (source: SelectionSource, hasKeys: boolean) => Compiler;
  /** The column of a statement that returns some JSON. */
  readonly column: (json: Sql) => Sql;
  readonly keyedColumn: (key: Sql, json: Sql) => Sql;
  readonly toObject: (found: unknown, computed: Places) => unknown;
  readonly toPage: (found: unknown, computed: Places) => unknown;
  readonly toKeyed: (found: unknown, computed: Places) => readonly [string, unknown];
}

/** Objects and pages that the resolvers below the root field make the response of. */
export const ROWS: Form = {
  name: "rows",
  compiler: (source, hasKeys) => new RowCompiler(source, hasKeys),
  column: (json) => sql`${json} AS json`,
  keyedColumn: (key, json) => sql`json_build_object('key', ${key}, 'node', ${json}) AS json`,
  toObject: (found) => found,
  // The statements build what is read here.
  toPage: (found) => toConnection(found as LoadedPage<object>),
  toKeyed: (found) => {
    const { key, node } = found as { key: string; node: object };
    return [key, node];
  },
};

/** The characters of a key as text. */
const KEY_LENGTH = 36;

/** The text of the response, which is not parsed. */
export const ANSWERS: Form = {
  name: "answers",
  compiler: (source, hasKeys) => new AnswerCompiler(source, hasKeys),
  column: (json) => sql`${json}::text AS json`,
  keyedColumn: (key, json) => sql`${key}::text || ${json}::text AS json`,
  toObject: (found, computed) => new AnswerText(String(found), computed),
  toPage: (found, computed) => new AnswerText(String(found), computed),
  toKeyed: (found, computed) => {
    const text = String(found);
    return [text.slice(0, KEY_LENGTH), new AnswerText(text.slice(KEY_LENGTH), computed)];
  },
};
