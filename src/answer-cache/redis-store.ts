import { createClient } from "@redis/client";
import type { FastifyBaseLogger } from "fastify";
import { Patience } from "./patience.js";
import { type AnswerStore, readStored, writeStored } from "./answer-store.js";

/** Seconds for which an answer is stored: far less than the rows of changes are kept. */
const KEPT_S = 3_600;

/** The longest pause between two attempts to connect, in milliseconds. */
const MAX_PAUSE_MS = 5_000;

/** The larger answers are not worth their way. */
const MAX_LENGTH = 4_000_000;

/**
 * Answers in Redis. While it cannot be reached, nothing is found and nothing is stored.
 *
 * @param prefix differs between servers whose answers differ, such as those of another version.
 */
export function openRedisStore(url: string, prefix: () => string, log: Pick<FastifyBaseLogger, "warn">): AnswerStore {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 10), MAX_PAUSE_MS),
    },
  });
  let isReported = false;
  // One line for each outage is enough.
  const report = (error: unknown): void => {
    if (!isReported) log.warn({ err: error }, "Redis cannot be reached: answers are not shared");
    isReported = true;
  };
  client.on("ready", () => {
    isReported = false;
  });
  // Without a listener an error would end the process.
  client.on("error", report);
  client.connect().catch(() => undefined);
  const keyOf = (name: string): string => `${prefix()}:${name}`;
  const patience = new Patience(report);
  const isUsable = (): boolean => client.isReady && !patience.isResting;
  return {
    get: async (name) => {
      const text = isUsable() ? await patience.inTime(client.get(keyOf(name))) : null;
      if (text === null) return null;
      isReported = false;
      return readStored(text);
    },
    put: (name, answer, from) => {
      if (!isUsable() || answer.parts.body.length > MAX_LENGTH) return;
      void patience.inTime(client.set(keyOf(name), writeStored({ answer, from }), { EX: KEPT_S }));
    },
    close: async () => client.destroy(),
  };
}
