import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { Client, type ClientBase, type Pool } from "pg";
import { interceptQueries } from "./intercept.js";

/*
 * Prepared statements save PostgreSQL the planning of each read, and cost it memory on every connection: about 190 bytes
 * for each character of the text, as measured on nested reads. So each connection keeps those it used last.
 */

/** The most characters of all statements that one connection keeps prepared: some 40 MB of plans. */
const MAX_PREPARED_LENGTH = 200_000;

/** A longer statement is never prepared: it would displace too many others. */
const MAX_TEXT_LENGTH = 30_000;

/** The most characters of the texts whose names are kept; a name that was forgotten is computed again. */
const MAX_NAMED_LENGTH = 4_000_000;

/**
 * Comparisons with a part of a text. How many rows they find decides the plan, and depends on their values, without which
 * PostgreSQL would plan a prepared statement from the sixth time on.
 */
const NEEDS_VALUES = /\b(?:contains_pattern|strpos)\(/;

/** Returns the name under which a text is prepared, the same each time; undefined for a text that is not prepared. */
export function createStatementNames(): (sql: string) => string | undefined {
  const names = new LRUCache<string, string>({
    maxSize: MAX_NAMED_LENGTH,
    sizeCalculation: (_name, sql) => sql.length,
  });
  return (sql) => {
    if (sql.length === 0 || sql.length > MAX_TEXT_LENGTH) return undefined;
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (NEEDS_VALUES.test(sql)) return undefined;
    const name = createHash("sha256").update(sql).digest("base64url").slice(0, 22);
    names.set(sql, name);
    return name;
  };
}

/** Lets every connection of a pool keep the statements that it used last, and close the others. */
export function boundPrepared(pool: Pool, maxLength = MAX_PREPARED_LENGTH): void {
  pool.on("connect", (client) => boundPreparedOf(client, maxLength));
}

function boundPreparedOf(client: ClientBase, maxLength: number): void {
  const prepared = new LRUCache<string, string>({
    maxSize: maxLength,
    sizeCalculation: (text) => text.length,
    dispose: (_text, name, reason) => {
      if (reason === "evict") closePrepared(client, name);
    },
  });
  interceptQueries(client, ([query]) => {
    const named = namedQuery(query);
    if (named) prepared.set(named.name, named.text);
    return () => undefined;
  });
}

function namedQuery(query: unknown): { readonly name: string; readonly text: string } | null {
  if (typeof query !== "object" || query === null || !("name" in query) || !("text" in query)) return null;
  const { name, text } = query;
  return typeof name === "string" && typeof text === "string" ? { name, text } : null;
}

/**
 * Sends the protocol's own message, which PostgreSQL accepts at any time, also in a transaction that has failed, and
 * answers together with the next query.
 */
function closePrepared(client: ClientBase, name: string): void {
  if (!(client instanceof Client)) return;
  const { connection } = client;
  const parsed: unknown = Reflect.get(connection, "parsedStatements");
  if (typeof parsed !== "object" || parsed === null || !Reflect.has(parsed, name)) return;
  Reflect.deleteProperty(parsed, name);
  connection.close({ type: "S", name }, true);
}
