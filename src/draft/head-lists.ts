import { joinKeys, type SharedKeys } from "../database/row-locks.js";
import type { ReferencedType } from "../embedded-post/references.js";
import { fieldNames, mapFields } from "./field-table.js";

/*
 * The lists of an article's head: rows of other tables that editors put into an order, each row once. A list is declared
 * here once. The table drives loading and saving of the draft, the locks of the rows, the comparison and restoration of
 * revisions, and the copies of heads. docs/how-to/add-a-field.md has the steps.
 */

/** How one list of the head is kept. */
export interface HeadList {
  /** The table of the entries, with the columns article_id, head and position. */
  readonly table: string;
  /** The column with the key of the listed row. */
  readonly column: string;
  /** The type of the listed rows. */
  readonly type: ReferencedType;
  /** Whether entries have a column `role`. */
  readonly hasRole: boolean;
  /** The name of the list in comparisons of revisions. */
  readonly path: string;
}

/** The lists in the order in which comparisons of revisions show them. */
export const HEAD_LISTS = {
  authors: { table: "article_author", column: "person_id", type: "Person", hasRole: true, path: "authors" },
  topics: { table: "article_topic", column: "topic_id", type: "Topic", hasRole: false, path: "topics" },
  related: { table: "article_related", column: "related_id", type: "Article", hasRole: false, path: "related" },
} as const satisfies Readonly<Record<string, HeadList>>;

/** The name of a list of the head. */
export type HeadListName = keyof typeof HEAD_LISTS;

/** The table of a list. */
export type HeadListTable = (typeof HEAD_LISTS)[HeadListName]["table"];

/** The names of all lists, in the order of the table. */
export const HEAD_LIST_NAMES = fieldNames(HEAD_LISTS);

/** The tables of all lists. */
export const HEAD_LIST_TABLES = HEAD_LIST_NAMES.map((name) => HEAD_LISTS[name].table);

/** One row in a list. */
export interface ListEntry {
  /** The bare key of the listed row. */
  readonly id: string;
  /** What the row is in the article, such as "photographer"; null without one, and in lists without roles. */
  readonly role: string | null;
}

/** The lists of a draft, in the editors' order. */
export type HeadListValues = { readonly [Name in HeadListName]: readonly ListEntry[] };

/** A row of the table of a list, as JSON. */
export type HeadListRow = Readonly<Record<string, unknown>> & { readonly position: number };

/** An object with one value for each list of the head. */
export function mapLists<Value>(
  read: (name: HeadListName, list: HeadList) => Value,
): Readonly<Record<HeadListName, Value>> {
  return mapFields<HeadListName, HeadList, Value>(HEAD_LISTS, read);
}

/** Reads the lists from the rows of a document; a list that an older document lacks is empty. */
export function listsOfDocument(
  document: Readonly<Partial<Record<HeadListTable, readonly HeadListRow[]>>>,
): HeadListValues {
  return mapLists((name, { column, hasRole }) => {
    const rows = document[HEAD_LISTS[name].table] ?? [];
    return rows
      .toSorted((a, b) => a.position - b.position)
      .map((row) => ({ id: String(row[column]), role: hasRole ? textOf(row["role"]) : null }));
  });
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The entries of a list of rows without roles, each row once. */
export function entriesOf(ids: readonly string[]): readonly ListEntry[] {
  return [...new Set(ids)].map((id) => ({ id, role: null }));
}

/** The same lists with other keys, each row once; null where an entry is dropped. */
export function mapEntries(
  lists: HeadListValues,
  keyOf: (type: ReferencedType, key: string) => string | null,
): HeadListValues {
  return mapLists((name, { type }) => {
    const entries = new Map<string, ListEntry>();
    for (const entry of lists[name]) {
      const id = keyOf(type, entry.id);
      if (id !== null && !entries.has(id)) entries.set(id, { ...entry, id });
    }
    return [...entries.values()];
  });
}

/** The keys of shared rows in lists, by the type of the row. */
export function sharedOfLists(lists: HeadListValues): SharedKeys {
  return joinKeys(...HEAD_LIST_NAMES.map((name) => ({ [HEAD_LISTS[name].type]: lists[name].map(({ id }) => id) })));
}

/** The tables and columns of the lists of a type. */
export function listColumnsOf(type: ReferencedType): readonly (readonly [table: string, column: string])[] {
  return HEAD_LIST_NAMES.map((name): HeadList => HEAD_LISTS[name])
    .filter((list) => list.type === type)
    .map(({ table, column }) => [table, column]);
}
