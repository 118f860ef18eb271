import { raw, type Sql } from "sql-template-tag";

/** So long after it was last confirmed an article counts as open. */
export const PRESENCE_SECONDS = 60;

/** The condition that somebody has an article open now. */
export function isPresent(row: string): Sql {
  return raw(`${row}.seen_at >= now() - interval '${PRESENCE_SECONDS} seconds'`);
}
