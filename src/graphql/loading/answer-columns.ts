import sql, { raw, type Sql } from "sql-template-tag";
import { NotAnswerableError } from "./answer-text.js";
import { MAX_NAME_LENGTH } from "./compiler.js";

/** The type's name as the value of `__typename`. */
export function typeNameOf({ name }: { readonly name: string }): Sql {
  return raw(`'${name}'`);
}

/** A value under its response key. */
export function columnOf(responseKey: string, value: Sql): Sql {
  if (responseKey.length > MAX_NAME_LENGTH) throw new NotAnswerableError("A response key is too long.", true);
  return sql`${value} AS ${raw(`"${responseKey}"`)}`;
}
