import sql, { join, raw, type Sql } from "sql-template-tag";
import { canonicalLanguage } from "@dateline/copy-reader/text";
import { BadInputError } from "../errors.js";
import { decodeNodeId, type NodeType } from "../node-id.js";

/** All conditions together; those that are null were not asked for. */
export function allOf(conditions: readonly (Sql | null)[]): Sql {
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? raw("TRUE") : join(given, " AND ");
}

/** A condition that holds only when a value was given: an absent or null filter field asks for nothing. */
export function given<Value>(value: Value | null | undefined, condition: (value: Value) => Sql): Sql | null {
  return value === null || value === undefined ? null : condition(value);
}

/** The fewest characters by which a trigram index finds texts. With fewer PostgreSQL would read the whole index, and then the table. */
const TRIGRAM = 3;

/** Whether characters are too few for a trigram index. */
export function isShorterThanTrigram(characters: string): boolean {
  return [...characters].length < TRIGRAM;
}

/**
 * The condition that a text contains these characters; none of them is a wildcard. Case, accents and the Unicode form
 * never matter: the database folds both sides (`fold_characters`), which is the expression of the index.
 */
export function contains(column: Sql, characters: string): Sql {
  if (isShorterThanTrigram(characters)) {
    return sql`strpos(fold_characters(${column}), fold_characters(${characters})) > 0`;
  }
  return sql`fold_characters(${column}) LIKE contains_pattern(${characters})`;
}

/**
 * The language of a filter in the spelling that articles are kept in.
 *
 * @throws BadInputError when it is no language.
 */
export function filterLanguage(tag: string, field: string): string {
  const language = canonicalLanguage(tag);
  if (language === null) throw new BadInputError(`"filter.${field}" is not a language.`, `filter.${field}`);
  return language;
}

/**
 * The key in a filter's id. An id that was given out but leads to nothing is no error: the filter finds nothing.
 *
 * @throws BadInputError when it is no id or that of another type.
 */
export function filterKey(type: NodeType, id: string, field: string): string {
  const found = decodeNodeId(id);
  if (found?.type !== type)
    throw new BadInputError(`"filter.${field}" must be the id of a ${type}.`, `filter.${field}`);
  return found.uuid;
}

/** That a text column is one of a closed set's values; an empty list finds nothing. */
export function isOneOf(column: Sql, values: readonly string[]): Sql {
  return sql`${column} = ANY(${[...values]}::text[])`;
}
