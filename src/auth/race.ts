/** Prisma's error codes for a unique index and a foreign key. */
const RACES: ReadonlySet<unknown> = new Set(["P2002", "P2003"]);

/** The same as PostgreSQL calls them, which is what is known of a raw statement. */
const SQL_RACES: ReadonlySet<unknown> = new Set(["23505", "23503"]);

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** What a write read before it held the locks is gone: it must run again on what is there now. */
export class LostRace extends Error {}

/**
 * Whether a write failed because another one came between its look and its write: a slug that was free is taken, a
 * person who was there is merged away. Running it again sees what the other one left, and answers as it should.
 */
export function isRace(error: unknown): boolean {
  if (error instanceof LostRace) return true;
  if (RACES.has(property(error, "code"))) return true;
  const cause = property(property(property(error, "meta"), "driverAdapterError"), "cause");
  return SQL_RACES.has(property(cause, "originalCode"));
}
