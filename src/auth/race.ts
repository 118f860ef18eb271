import { hasCode } from "../database/sql-state.js";

/** The codes of a unique index and of a foreign key: those of PostgreSQL, and Prisma's of its own statements. */
const RACES: ReadonlySet<string> = new Set(["23505", "23503", "P2002", "P2003"]);

/** What a write read before it held the locks is gone: it must run again on what is there now. */
export class LostRace extends Error {}

/**
 * Whether a write failed because another one came between its look and its write: a slug that was free is taken, a
 * person who was there is merged away. Running it again sees what the other one left, and answers as it should.
 */
export function isRace(error: unknown): boolean {
  return error instanceof LostRace || hasCode(error, RACES);
}
