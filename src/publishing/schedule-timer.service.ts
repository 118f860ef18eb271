import type { FastifyBaseLogger } from "fastify";
import { type PublishingRules, rulesOf, type Work } from "../auth/work.js";
import type { Database } from "../database/client.js";
import { type Repeated, repeat } from "../lib/repeat.js";
import { publishDue, SCHEDULER } from "./schedule.service.js";

/** What the schedule is run with. */
export interface ScheduleOptions {
  readonly database: Database;
  /** The moment by which articles are due; the database's time where absent, so that all servers agree. */
  readonly scheduleNow?: () => Promise<Date>;
  readonly newId: () => string;
  /** The rules of publishing; the default ones where absent. */
  readonly rules?: PublishingRules;
  readonly log: FastifyBaseLogger;
  /** How often the schedule is checked, in milliseconds: an article is published at most so much late. 0: never. */
  readonly scheduleIntervalMs: number;
}

/**
 * Publishes what is due, now and from now on; what came due while no server ran is published at once. Stopping waits for the
 * article that is being published; the others stay due.
 */
export function startSchedule({ scheduleIntervalMs, log, ...options }: ScheduleOptions): Repeated {
  return repeat(
    scheduleIntervalMs,
    async (isStopping) => {
      const published = await publishDue(await scheduledWork(options), isStopping);
      if (published > 0) log.info({ published }, "published as scheduled");
    },
    (error) => log.error({ err: error }, "the schedule could not be looked at"),
  );
}

async function scheduledWork({
  database,
  scheduleNow = () => databaseNow(database),
  newId,
  rules,
}: Omit<ScheduleOptions, "scheduleIntervalMs" | "log">): Promise<Work> {
  const now = await scheduleNow();
  return { database, clock: { now: () => now }, newId, actor: SCHEDULER, origin: null, ...rulesOf(rules) };
}

async function databaseNow(database: Database): Promise<Date> {
  const [row] = await database.read<{ now: Date }>("SELECT clock_timestamp() AS now");
  if (!row) throw new Error("The database did not return its time.");
  return row.now;
}
