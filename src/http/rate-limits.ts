import { createHash } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { RateLimitedError } from "../graphql/errors.js";
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
  /** @throws RateLimitedError when too many tokens from this address were refused lately. */
  readonly beforeToken: (request: FastifyRequest) => Promise<void>;
  /** Counts a refused token; if it was accepted before, it is unknown from now on. */
  readonly onRefused: (request: FastifyRequest) => Promise<void>;
  /** Remembers a token that was accepted: its requests are counted by token, also from an address with refused ones. */
  readonly onAccepted: (request: FastifyRequest) => void;
}

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

/**
 * Limits requests by address and by token, all but those for the health of the server. The counters are kept in memory
 * of a bounded size: those of the 5,000 addresses and tokens that came last. Each server counts for itself.
 */
export async function limitRates(server: FastifyInstance, limits: RateLimitOptions): Promise<TokenCounters> {
  await server.register(rateLimit, { global: false });
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string): Check | null =>
    max === 0 ? null : server.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator });
  const perAddress = limiter(limits.rateLimitPerAddress, byAddress);
  const perToken = limiter(limits.rateLimitPerToken, (request) => tokenKey(request) ?? "");
  const failures = limiter(limits.rateLimitFailedTokens, byAddress);
  const accepted = new LRUCache<string, true>(ACCEPTED);
  const isAccepted = (request: FastifyRequest): boolean => accepted.has(tokenKey(request) ?? "");
  server.addHook("onRequest", async (request) => {
    if (request.url.startsWith("/health/")) return;
    await refuseBeyond(isAccepted(request) ? perToken : perAddress, request);
  });
  return {
    beforeToken: async (request) => {
      if (!isAccepted(request)) await refuseBeyond(failures, request, false);
    },
    onRefused: async (request) => {
      accepted.delete(tokenKey(request) ?? "");
      await failures?.(request);
    },
    onAccepted: (request) => {
      const key = tokenKey(request);
      if (key !== null) accepted.set(key, true);
    },
  };
}
