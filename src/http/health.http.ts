import type { FastifyInstance, FastifyReply } from "fastify";
import type { Ability } from "../database/probe.js";

/** What the health of the server depends on. */
export interface HealthSources {
  /** What the database can do now; never rejects. */
  readonly probeDatabase: () => Promise<Ability>;
  /** Whether the server is about to end: it still answers, and should be sent no further requests. */
  readonly isStopping: () => boolean;
}

const REASONS: Readonly<Record<Exclude<Ability, "WRITE">, string>> = {
  NONE: "The database does not answer.",
  READ_ONLY: "The database is read-only: reads are answered, every write fails.",
  DISK_FULL: "The disk of the database is full: reads are answered, writes fail.",
};

/**
 * `/health/live`: the process runs; restart it when this fails. `/health/ready`: every request can be answered.
 * `/health/reads`: reads can be answered, which is also the case while the database is read-only or full. A server that
 * stops is neither ready nor to be sent reads.
 */
export function serveHealth(server: FastifyInstance, { probeDatabase, isStopping }: HealthSources): void {
  const answer = async (reply: FastifyReply, isEnough: (ability: Ability) => boolean): Promise<object> => {
    void reply.header("cache-control", "no-store");
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    const ability = await probeDatabase();
    if (isEnough(ability)) return { status: "ready" };
    return reply.code(503).send({ status: "unready", reason: ability === "WRITE" ? null : REASONS[ability] });
  };
  server.get("/health/live", async () => ({ status: "live" }));
  server.get("/health/ready", (_request, reply) => answer(reply, (ability) => ability === "WRITE"));
  server.get("/health/reads", (_request, reply) => answer(reply, (ability) => ability !== "NONE"));
}
