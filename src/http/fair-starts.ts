import type { FastifyInstance } from "fastify";
import { OverloadedError } from "../graphql/errors.js";
import { FairTurns } from "../lib/fair-turns.js";
import { clientAddress, networkOf } from "./client-address.js";

/** How many requests wait to be started; each holds its body. */
const LIMITS = { atOnce: 1, atOncePerKey: 1, waiting: 2_000, waitingPerKey: 1_000 } as const;

/**
 * Starts requests that came together one after the other, the clients in rotation, and lets the event loop run between
 * them. Otherwise hundreds that one client sends at once would all be parsed and validated before the next of another.
 */
export function startFairly(server: FastifyInstance): void {
  const turns = new FairTurns(LIMITS);
  server.addHook("preHandler", async (request) => {
    if (request.url.startsWith("/health/")) return;
    const end = await turns.enter(networkOf(clientAddress(request)));
    if (!end) throw new OverloadedError();
    setImmediate(end);
  });
}
