import { createClient } from "@redis/client";
import type { FastifyBaseLogger } from "fastify";
import { type AnswerStore, readStored, writeStored } from "./answer-store.js";

/** Seconds for which an answer is stored: far less than the rows of changes are kept. */
const KEPT_S = 3_600;

/** Milliseconds after which a read is taken for failed: PostgreSQL answers in less. */
const TIMEOUT_MS = 250;

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
    commandOptions: { timeout: TIMEOUT_MS },
  });
  let isReported = false;
  client.on("ready", () => {
    isReported = false;
  });
  // Without a listener an error would end the process; one line for each outage is enough.
  client.on("error", (error: unknown) => {
    if (!isReported) log.warn({ err: error }, "Redis cannot be reached: answers are not shared");
    isReported = true;
  });
  client.connect().catch(() => undefined);
  const keyOf = (name: string): string => `${prefix()}:${name}`;
  return {
    get: async (name) => {
      const text = client.isReady ? await client.get(keyOf(name)).catch(() => null) : null;
      return text === null ? null : readStored(text);
    },
    put: (name, answer, from) => {
      if (!client.isReady || answer.parts.body.length > MAX_LENGTH) return;
      client.set(keyOf(name), writeStored({ answer, from }), { EX: KEPT_S }).catch(() => undefined);
    },
    close: async () => client.destroy(),
  };
}
