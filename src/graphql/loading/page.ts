import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { BadInputError } from "../errors.js";
import { base64Url } from "./leaf-sql.js";
import type { FieldArguments, Order } from "./rows.js";

/** How many nodes a page holds when the request does not say. */
export const DEFAULT_PAGE_SIZE = 20;

/** How many nodes a page may hold at most. */
export const MAX_PAGE_SIZE = 100;

/** A page as asked for: how many nodes, from which end, beyond which cursors. */
export interface PageRange {
  readonly size: number;
  readonly isBackward: boolean;
  readonly after: readonly unknown[] | null;
  readonly before: readonly unknown[] | null;
}

function pageSize(args: FieldArguments, name: "first" | "last", field: string): number | null {
  const size = args[name];
  if (typeof size !== "number") return null;
  if (size < 0 || size > MAX_PAGE_SIZE) {
    throw new BadInputError(`"${name}" of "${field}" must be from 0 to ${MAX_PAGE_SIZE}, but is ${size}.`, name);
  }
  return size;
}

/** The name of an order with its direction, as cursors carry it: a cursor made under DESC does not page through ASC. */
export function nameOfOrder({ name, direction }: Order): string {
  return `${name} ${direction}`;
}

/** The cursor of a row: opaque, and good for the one order it was made under. `values` are those of the order's keys. */
export function encodeCursor(order: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString("base64url");
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

const MOMENT = /^(\d{4,6}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/** Whether a text is a day that PostgreSQL writes and reads. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = /^\d{4,6}-\d\d-\d\d$/.test(text) ? text.split("-").map(Number) : [];
  // PostgreSQL's calendar has no year 0, and its moments end in 294276. Months repeat every 400 years.
  if (year < 1 || year > 294_275 || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Whether a text is a value that a cursor of this server can contain, by the type of its key. */
const IS_CURSOR_VALUE: Readonly<Record<Order["keys"][number]["type"], (text: string) => boolean>> = {
  timestamptz: (text) => text === "-infinity" || isDay(MOMENT.exec(text)?.[1] ?? ""),
  date: (text) => text === "-infinity" || isDay(text),
  text: (text) => !text.includes("\0"),
  uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
  integer: (text) => /^\d{1,9}$/.test(text),
};

/** The most characters of a cursor: more than the longest headline makes. */
const MAX_CURSOR_LENGTH = 4_000;

function decodeCursor(args: FieldArguments, name: "after" | "before", order: Order): readonly unknown[] | null {
  const cursor = args[name];
  if (typeof cursor !== "string") return null;
  const parsed = cursor.length > MAX_CURSOR_LENGTH ? null : parseCursor(cursor);
  const [found, ...values] = Array.isArray(parsed) ? (parsed as readonly unknown[]) : [];
  const isWhole =
    values.length === order.keys.length &&
    order.keys.every(({ type }, at) => typeof values[at] === "string" && IS_CURSOR_VALUE[type](values[at]));
  if (found !== nameOfOrder(order) || !isWhole) {
    throw new BadInputError(`"${name}" is not a cursor of this connection, order and direction.`, name);
  }
  return values;
}

/**
 * Reads the arguments of a connection as the Relay cursor specification has them.
 *
 * @throws BadInputError on a size out of range, both ends at once, or a cursor that is not of this order.
 */
export function readPage(args: FieldArguments, order: Order, field: string): PageRange {
  const first = pageSize(args, "first", field);
  const last = pageSize(args, "last", field);
  if (first !== null && last !== null) {
    throw new BadInputError(`"${field}" takes "first" or "last", not both.`, "last");
  }
  return {
    size: first ?? last ?? DEFAULT_PAGE_SIZE,
    isBackward: last !== null,
    after: decodeCursor(args, "after", order),
    before: decodeCursor(args, "before", order),
  };
}

/** The values of a row's cursor, as a JSON array of texts. */
export function cursorValues(order: Order): Sql {
  return sql`json_build_array(${join(order.keys.map(({ by }) => sql`(${by})::text`))})`;
}

/** The cursor of a row as `encodeCursor` makes it, as a text that PostgreSQL computes. */
export function cursorText(order: Order): Sql {
  const values = order.keys.map(({ by }) => sql`to_json((${by})::text)`);
  const json = sql`concat(${raw(`'["${nameOfOrder(order)}",'`)}, ${join(values, ", ',', ")}, ']')`;
  return base64Url(sql`convert_to(${json}, 'UTF8')`);
}

/** ORDER BY of a page: the connection's order, turned round when the page is counted from its end. */
export function orderBy(order: Order, isBackward: boolean): Sql {
  const direction = raw((order.direction === "ASC") === isBackward ? "DESC" : "ASC");
  return sql`ORDER BY ${join(order.keys.map(({ by }) => sql`${by} ${direction}`))}`;
}

/**
 * The condition that a row is beyond a cursor in the connection's order; the cursor's own row is left out unless
 * `own` is "=".
 */
export function isBeyond(order: Order, cursor: readonly unknown[], side: "after" | "before", own: "" | "=" = ""): Sql {
  const operator = raw(((order.direction === "ASC") === (side === "after") ? ">" : "<") + own);
  const keys = join(order.keys.map(({ by }) => by));
  const values = join(order.keys.map(({ type }, at) => sql`${cursor[at]}::text::${raw(type)}`));
  return sql`(${keys}) ${operator} (${values})`;
}

/** The conditions that the page's cursors add to those of its rows. */
export function withinCursors(order: Order, page: PageRange): Sql {
  const after = page.after ? sql` AND ${isBeyond(order, page.after, "after")}` : empty;
  const before = page.before ? sql` AND ${isBeyond(order, page.before, "before")}` : empty;
  return sql`${after}${before}`;
}
