import type { FastifyBaseLogger } from "fastify";
import { type PublishingRules, rulesOf } from "../auth/work.js";
import type { Database } from "../database/client.js";
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

/** Publishes what is due, now and from now on; what came due while no server ran is published at once. */
export function startSchedule({ database, scheduleNow, newId, rules, log, scheduleIntervalMs }: ScheduleOptions): {
  /** Resolves when the article that is being published is done; the others stay due. */
  readonly stop: () => Promise<void>;
} {
  if (scheduleIntervalMs === 0) return { stop: async () => {} };
  const readNow = scheduleNow ?? (() => databaseNow(database));
  let isStopping = false;
  let current: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    // Looks that wait for a slow one have nothing left to do either.
    if (isStopping) return;
    try {
      const now = await readNow();
      const work = {
        database,
        clock: { now: () => now },
        newId,
        actor: SCHEDULER,
        origin: null,
        ...rulesOf(rules),
      };
      const published = await publishDue(work, () => isStopping);
      if (published > 0) log.info({ published }, "published as scheduled");
    } catch (error) {
      log.error({ err: error }, "the schedule could not be looked at");
    }
  };
  // One look at a time: a slow one is not overtaken by the next.
  const timer = setInterval(() => {
    current = current.then(look);
  }, scheduleIntervalMs);
  current = look();
  return {
    stop: () => {
      clearInterval(timer);
      isStopping = true;
      return current;
    },
  };
}

async function databaseNow(database: Database): Promise<Date> {
  const [row] = await database.read<{ now: Date }>("SELECT clock_timestamp() AS now");
  if (!row) throw new Error("The database did not return its time.");
  return row.now;
}
