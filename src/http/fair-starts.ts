import type { FastifyInstance, FastifyRequest } from "fastify";
import { OverloadedError } from "../graphql/errors.js";
import { FairTurns } from "../lib/fair-turns.js";
import { clientAddress, networkOf } from "./client-address.js";

/** How many requests wait to be started; each holds its body. */
const LIMITS = { atOnce: 1, atOncePerKey: 1, waiting: 2_000, waitingPerKey: 1_000 } as const;

/**
 * What starts in one turn of the event loop without waiting: so many requests, with so many bytes of bodies together. They
 * take some tens of milliseconds, as parsing and validating takes a time in proportion to the bytes.
 */
const FREE_STARTS = { requests: 32, bodyBytes: 65_536 } as const;

/** The bytes of the body, as the client declares them; a body in chunks counts as a large one. */
function bodyBytes({ headers }: FastifyRequest): number {
  const declared = headers["content-length"];
  if (declared !== undefined) return Number(declared);
  return headers["transfer-encoding"] === undefined ? 0 : FREE_STARTS.bodyBytes;
}

/**
 * Starts requests that came together a few at a time, the clients in rotation, and lets the event loop run between them.
 * Otherwise hundreds that one client sends at once would all be parsed and validated before the next of another.
 */
export function startFairly(server: FastifyInstance): void {
  const turns = new FairTurns(LIMITS);
  const started = { requests: 0, bodyBytes: 0 };
  const reset = (): void => void Object.assign(started, { requests: 0, bodyBytes: 0 });
  /** Whether this turn has a start left, the first of which may be of any size and arranges for the next turn. */
  const startsFreely = (request: FastifyRequest): boolean => {
    if (started.requests === 0) setImmediate(reset);
    started.requests += 1;
    started.bodyBytes += bodyBytes(request);
    const { requests, bodyBytes: bytes } = FREE_STARTS;
    return started.requests === 1 || (started.requests <= requests && started.bodyBytes <= bytes);
  };
  const waitForStart = async (request: FastifyRequest): Promise<void> => {
    const end = await turns.enter(networkOf(clientAddress(request)));
    if (!end) throw new OverloadedError();
    setImmediate(end);
  };
  server.addHook("preHandler", (request, _reply, proceed) => {
    if (request.url.startsWith("/health/") || startsFreely(request)) proceed();
    else waitForStart(request).then(() => proceed(), proceed);
  });
}
