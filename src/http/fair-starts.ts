import type { FastifyInstance, FastifyRequest } from "fastify";
import { OverloadedError } from "../graphql/errors.js";
import { FairTurns } from "../lib/fair-turns.js";
import { clientAddress, networkOf } from "./client-address.js";

/** How many requests wait to be started; each holds its body. */
const LIMITS = { atOnce: 1, atOncePerKey: 1, waiting: 2_000, waitingPerKey: 1_000 } as const;

/** How many requests start in one turn of the event loop without waiting: as many as take a few milliseconds. */
const FREE_STARTS = 4;

/**
 * Starts requests that came together a few at a time, the clients in rotation, and lets the event loop run between them.
 * Otherwise hundreds that one client sends at once would all be parsed and validated before the next of another.
 */
export function startFairly(server: FastifyInstance): void {
  const turns = new FairTurns(LIMITS);
  let started = 0;
  /** Whether this turn has a start left; the first one of a turn arranges for the next turn. */
  const startsFreely = (): boolean => {
    if (started === 0) setImmediate(() => (started = 0));
    started += 1;
    return started <= FREE_STARTS;
  };
  const waitForStart = async (request: FastifyRequest): Promise<void> => {
    const end = await turns.enter(networkOf(clientAddress(request)));
    if (!end) throw new OverloadedError();
    setImmediate(end);
  };
  server.addHook("preHandler", (request, _reply, proceed) => {
    if (request.url.startsWith("/health/") || startsFreely()) proceed();
    else waitForStart(request).then(() => proceed(), proceed);
  });
}
