import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../database/client.js";
import type { Clock } from "../lib/clock.js";
import { type Repeated, repeat } from "../lib/repeat.js";

/** What the retention of events is run with. */
export interface RetentionOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /** How many days events are kept. */
  readonly eventRetentionDays: number;
  /** How often old events are looked for, in milliseconds; 0: never. */
  readonly eventIntervalMs: number;
}

/** How many events one statement removes. */
const BATCH = 1_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Removes old events now and then at intervals. */
export function startRetention({ database, clock, log, eventIntervalMs, ...options }: RetentionOptions): Repeated {
  return repeat(
    eventIntervalMs,
    async (isStopping) => {
      await adoptEvents(database);
      const before = new Date(clock.now().getTime() - options.eventRetentionDays * DAY_MS);
      await removeEvents(database, before, isStopping);
    },
    (error) => log.error({ err: error }, "old events could not be removed"),
  );
}

/**
 * Removes the events of acts before a moment, in small steps, and returns how many. Several servers can do it at once.
 */
export async function removeEvents(
  database: Database,
  before: Date,
  isStopping: () => boolean = () => false,
): Promise<number> {
  for (let removed = 0; ; ) {
    // Raw for SKIP LOCKED. It uses the index by moment.
    const count = await database.prisma.$executeRaw`
      DELETE FROM event WHERE id IN (
        SELECT id FROM event WHERE at < ${before}::timestamptz ORDER BY at LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED)`;
    removed += count;
    if (count < BATCH || isStopping()) return removed;
  }
}

/**
 * Puts events that came with a dump of another PostgreSQL before all events of this one, and returns how many: their
 * transactions mean nothing here, and would seem to be in the future. What this statement sees of its own PostgreSQL is
 * older than its snapshot.
 */
export function adoptEvents(database: Database): Promise<number> {
  return database.prisma.$executeRaw`
    UPDATE event SET transaction = '0'::xid8 WHERE transaction >= pg_snapshot_xmax(pg_current_snapshot())`;
}
