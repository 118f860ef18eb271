import { createHash } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { RateLimitedError } from "../graphql/errors.js";
import { Turns } from "../lib/turns.js";
import { clientAddress, networkOf } from "./client-address.js";

/** How many requests are answered in a minute; 0 is no limit. */
export interface RateLimitOptions {
  /** Those of one address, or of one network of 64 bits in IPv6. */
  readonly rateLimitPerAddress: number;
  /** Those with one valid token. */
  readonly rateLimitPerToken: number;
  /** Those of one address whose token is refused. */
  readonly rateLimitFailedTokens: number;
}

/** Counts the outcomes of authentication. */
export interface TokenCounters {
  /**
   * Authenticates a request and passes on what that returns. A token that is accepted is remembered: its requests are
   * counted by token, also from an address with refused ones. The others of a network are looked at a few at a time, so
   * that many sent at once are counted as well.
   *
   * @throws RateLimitedError without authenticating when too many tokens from this address were refused lately.
   */
  readonly count: <Result>(request: FastifyRequest, authenticate: () => Promise<Result>) => Promise<Result>;
}

/** Whether an error of authentication is the fault of the token. */
export type IsRefusal = (error: unknown) => boolean;

/** How many unknown tokens of one network are looked at at the same time. */
const MAX_UNKNOWN_AT_ONCE = 4;

const WINDOW_MS = 60_000;

/** The most accepted tokens that are remembered, and for how long. */
const ACCEPTED = { max: 10_000, ttl: 10 * 60_000 } as const;

type Check = ReturnType<FastifyInstance["createRateLimit"]>;

/** A digest of the header, so that no token is kept and every key has the same length; null without a token. */
function tokenKey({ headers }: FastifyRequest): string | null {
  const given = headers.authorization;
  return given === undefined ? null : createHash("sha256").update(given).digest("base64");
}

const byAddress = (request: FastifyRequest): string => networkOf(clientAddress(request));

async function refuseBeyond(check: Check | null, request: FastifyRequest, isCounted = true): Promise<void> {
  if (check === null) return;
  const found = await check(request, { increment: isCounted });
  if (found.isAllowed) return;
  // Looking without counting finds the limit reached, counting finds it passed.
  const isOver = isCounted ? found.isExceeded : found.remaining === 0;
  if (isOver) throw new RateLimitedError(found.max, Math.max(1, found.ttlInSeconds));
}

interface Settling {
  readonly accepted: LRUCache<string, true>;
  readonly failures: Check | null;
  readonly isRefusal: IsRefusal;
}

/** Authenticates a request and keeps the outcome: the token is accepted from now on, or one more was refused. */
async function settle<Result>(
  { accepted, failures, isRefusal }: Settling,
  request: FastifyRequest,
  authenticate: () => Promise<Result>,
): Promise<Result> {
  const key = tokenKey(request);
  try {
    const result = await authenticate();
    if (key !== null) accepted.set(key, true);
    return result;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    accepted.delete(key ?? "");
    await failures?.(request);
    throw error;
  }
}

/**
 * Limits requests by address and by token, all but those for the health of the server. The counters are kept in memory
 * of a bounded size: those of the 5,000 addresses and tokens that came last. Each server counts for itself.
 */
export async function limitRates(
  server: FastifyInstance,
  limits: RateLimitOptions,
  isRefusal: IsRefusal,
): Promise<TokenCounters> {
  await server.register(rateLimit, { global: false });
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string): Check | null =>
    max === 0 ? null : server.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator });
  const perAddress = limiter(limits.rateLimitPerAddress, byAddress);
  const perToken = limiter(limits.rateLimitPerToken, (request) => tokenKey(request) ?? "");
  const failures = limiter(limits.rateLimitFailedTokens, byAddress);
  const accepted = new LRUCache<string, true>(ACCEPTED);
  const isAccepted = (request: FastifyRequest): boolean => accepted.has(tokenKey(request) ?? "");
  server.addHook("onRequest", (request, _reply, proceed) => {
    const check = isAccepted(request) ? perToken : perAddress;
    if (check === null || request.url.startsWith("/health/")) proceed();
    else refuseBeyond(check, request).then(() => proceed(), proceed);
  });
  const settling = { accepted, failures, isRefusal };
  const turns = new Turns(MAX_UNKNOWN_AT_ONCE);
  return {
    count: async (request, authenticate) => {
      if (isAccepted(request)) return settle(settling, request, authenticate);
      return turns.take(byAddress(request), async () => {
        if (!isAccepted(request)) await refuseBeyond(failures, request, false);
        return settle(settling, request, authenticate);
      });
    },
  };
}
