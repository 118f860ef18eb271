import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../database/client.js";
import { type Repeated, repeat } from "../lib/repeat.js";

/** What the counts are merged with. */
export interface CountOptions {
  readonly database: Pick<Database, "prisma">;
  readonly log: FastifyBaseLogger;
  /** How often the rows of the counts are merged, in milliseconds; 0: never. */
  readonly countIntervalMs: number;
}

/** How many rows of one list are left alone. */
const FEW = 20;

/** How many rows one statement merges. */
const BATCH = 10_000;

/** Merges the rows of the counts at intervals. */
export function startMergingCounts({ database, log, countIntervalMs }: CountOptions): Repeated {
  return repeat(
    countIntervalMs,
    async (isStopping) => {
      await mergeCounts(database, isStopping);
    },
    (error) => log.error({ err: error }, "the rows of the counts could not be merged"),
  );
}

/**
 * Replaces the rows of each list that has many by their sum, and returns how many it replaced. Several servers can do it at
 * once, beside writers: a row is removed and added up in one statement, so every snapshot has the same sum.
 */
export async function mergeCounts(
  { prisma }: Pick<Database, "prisma">,
  isStopping: () => boolean = () => false,
): Promise<number> {
  for (let merged = 0; ; ) {
    // Raw for SKIP LOCKED.
    const [found] = await prisma.$queryRaw<{ count: number }[]>`
      WITH long AS (SELECT list, key, head FROM list_count GROUP BY list, key, head HAVING count(*) > ${FEW}::int),
        taken AS (DELETE FROM list_count WHERE id IN (
          SELECT c.id FROM list_count c JOIN long USING (list, key, head) LIMIT ${BATCH}::int FOR UPDATE OF c SKIP LOCKED)
          RETURNING list, key, head, rows),
        added AS (INSERT INTO list_count (list, key, head, rows)
          SELECT list, key, head, sum(rows) FROM taken GROUP BY list, key, head HAVING sum(rows) <> 0)
      SELECT count(*)::int AS count FROM taken`;
    merged += found?.count ?? 0;
    if (!found || found.count < BATCH || isStopping()) return merged;
  }
}
