import type { Database } from "../database/client.js";

/*
 * How events are read. A transaction takes its id, and its rows theirs, before it commits: a row with a smaller id can
 * appear after one with a greater id was read. So no reader goes by ids alone. docs/events.md explains both rules.
 */

/** The channel of PostgreSQL on which a transaction that wrote events wakes those who listen. It carries no content. */
export const EVENT_CHANNEL = "dateline_event";

/** A place in the order of all events. */
export interface EventPlace {
  /** The id of the transaction, in digits. */
  readonly transaction: string;
  readonly id: number;
}

/** An event that was committed. */
export interface EditorialEvent extends EventPlace {
  readonly at: Date;
  readonly act: string;
  /** The type of what it was done to, as NodeType. */
  readonly subject: string;
  /** A bare key. */
  readonly subjectId: string;
  /** The version of the article after the act; null where the subject is no article. */
  readonly articleVersion: number | null;
  readonly actor: string;
  readonly actorId: string | null;
  readonly actorIssuer: string | null;
}

const COLUMNS = `e.id, e.transaction::text AS transaction, e.at, e.act, e.subject, e.subject_id AS "subjectId",
  e.article_version AS "articleVersion", e.actor, e.actor_id AS "actorId", e.actor_issuer AS "actorIssuer"`;

/** Returns what readEventsSince needs to read every event that is not visible yet. */
export async function eventSnapshot(database: Database): Promise<string> {
  const [row] = await database.read<{ snapshot: string }>("SELECT pg_current_snapshot()::text AS snapshot");
  if (!row) throw new Error("The database did not return its snapshot.");
  return row.snapshot;
}

/** What became visible between two reads. */
export interface EventsSince {
  /** By their ids; an event of a slow transaction can come after others with greater ids. */
  readonly events: readonly EditorialEvent[];
  /** What the next read passes. */
  readonly snapshot: string;
}

type SinceRow = { readonly snapshot: string } & ({ readonly id: null } | EditorialEvent);

/**
 * Reads exactly the events that were committed since a snapshot was taken: each one in one read, and no read waits for a
 * transaction in progress. For readers that live on, such as one connection of a subscription.
 *
 * @param snapshot of eventSnapshot or the read before, of the same PostgreSQL.
 */
export async function readEventsSince(database: Database, snapshot: string): Promise<EventsSince> {
  // One statement, so that the snapshot returned is the one under which the rows were read. The index by transaction finds
  // the few that the earlier snapshot may not have seen.
  const rows = await database.read<SinceRow>(
    `SELECT s.now::text AS snapshot, ${COLUMNS}
     FROM (SELECT pg_current_snapshot() AS now) s LEFT JOIN event e
       ON e.transaction >= pg_snapshot_xmin($1::pg_snapshot)
       AND NOT pg_visible_in_snapshot(e.transaction, $1::pg_snapshot)
     ORDER BY e.id`,
    [snapshot],
  );
  const [first] = rows;
  if (!first) throw new Error("The database did not return its snapshot.");
  const events = rows.flatMap((row) => (row.id === null ? [] : [withoutSnapshot(row)]));
  return { events, snapshot: first.snapshot };
}

function withoutSnapshot({
  snapshot: _read,
  ...event
}: { readonly snapshot: string } & EditorialEvent): EditorialEvent {
  return event;
}

/**
 * Reads a page of all events in one order that never changes, after a place in it. An event is in it once every transaction
 * that began to write before its own has ended, so a place is never overtaken. For readers that store how far they are.
 *
 * @param after the place of the last event that was read; null for the first one that is still there.
 */
export function readEventsAfter(
  database: Database,
  after: EventPlace | null,
  limit: number,
): Promise<readonly EditorialEvent[]> {
  const { transaction, id } = after ?? { transaction: "0", id: 0 };
  // It follows the index by transaction and id.
  return database.read<EditorialEvent>(
    `SELECT ${COLUMNS} FROM event e
     WHERE e.transaction < pg_snapshot_xmin(pg_current_snapshot()) AND (e.transaction, e.id) > ($1::xid8, $2::bigint)
     ORDER BY e.transaction, e.id LIMIT $3::int`,
    [transaction, id, limit],
  );
}
