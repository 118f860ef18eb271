import type { FastifyInstance } from "fastify";

/** What the health of the server hangs on. */
export interface HealthSources {
  /** Rejects when the database does not answer. */
  readonly pingDatabase: () => Promise<void>;
  /** Whether the server is on its way down and takes no new requests. */
  readonly isStopping: () => boolean;
}

/**
 * `/health/live`: the process runs; restart it when this fails. `/health/ready`: it can answer requests now; send it
 * none when this fails, which is the case without a database and while the server stops.
 */
export function serveHealth(server: FastifyInstance, { pingDatabase, isStopping }: HealthSources): void {
  server.get("/health/live", async () => ({ status: "live" }));
  server.get("/health/ready", async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    try {
      await pingDatabase();
      return { status: "ready" };
    } catch {
      return reply.code(503).send({ status: "unready", reason: "The database does not answer." });
    }
  });
}
