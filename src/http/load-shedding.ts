import { getHeapStatistics } from "node:v8";
import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import { OverloadedError } from "../graphql/errors.js";

/** The share of the largest heap from which on new requests are refused, so that those under way can end. */
const HEAP_SHARE = 0.9;

/**
 * Refuses requests while the process is overloaded: its event loop is late by more than so many milliseconds on average
 * of a second, or its heap is nearly full. Requests for the health of the server are always answered. 0 refuses none.
 */
export async function shedLoad(server: FastifyInstance, maxEventLoopDelayMs: number): Promise<void> {
  if (maxEventLoopDelayMs === 0) return;
  await server.register(underPressure, {
    maxEventLoopDelay: maxEventLoopDelayMs,
    maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * HEAP_SHARE),
    pressureHandler: async ({ url }) => {
      if (!url.startsWith("/health/")) throw new OverloadedError();
    },
  });
}
