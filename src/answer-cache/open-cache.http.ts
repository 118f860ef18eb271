import { hash } from "node:crypto";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Database } from "../database/client.js";
import { repeat } from "../lib/repeat.js";
import { AnswerCache, type CheckHit } from "./answer-cache.service.js";
import type { AnswerStore } from "./answer-store.js";
import { AnswerMemory } from "./answer-memory.js";
import { Changes, removeOldChanges } from "./changes.service.js";
import { programDigest } from "./program.service.js";
import { type PurgeSettings, startPurging } from "./purge.service.js";
import { type AnswerReader, readerAnswers } from "./reader-answers.http.js";

/** How answers to readers are cached. */
export interface CacheSettings extends PurgeSettings {
  /** The most memory for answers, in megabytes; 0 keeps none. */
  readonly cacheMegabytes: number;
  /** The Redis in which several servers share answers; null for none. */
  readonly redisUrl: string | null;
  /** Seconds for which a CDN may use an answer without asking; 0 for none. */
  readonly cdnMaxAgeS: number;
  /** Compares every answer of the cache with a fresh one. For tests. */
  readonly checkHit?: CheckHit;
}

/** How often changes that no cache asks for any more are removed, in milliseconds. */
const CLEANING_MS = 600_000;

/** What answers to readers are opened with. */
type OpenOptions = CacheSettings & {
  readonly database: Database;
  readonly log: FastifyBaseLogger;
  /** What the answers depend on besides the database, as JSON; known with the first request. Servers that share answers have the same. */
  readonly fingerprint: () => unknown;
};

/** What answers requests of readers, with a cache where one is set. It ends with the server. */
export async function openReaderAnswers(http: FastifyInstance, options: OpenOptions): Promise<AnswerReader> {
  const purging = startPurging(options);
  http.addHook("onClose", () => purging.stop());
  const cache = options.cacheMegabytes === 0 ? null : await openCache(http, options);
  return readerAnswers({ cache, log: options.log, cdnMaxAgeS: options.cdnMaxAgeS });
}

/** The client of Redis has hundreds of modules, which would slow down every other start. */
async function openStore(url: string, fingerprint: () => unknown, log: FastifyBaseLogger): Promise<AnswerStore> {
  const { openRedisStore } = await import("./redis-store.js");
  const program = await programDigest();
  let prefix: string | null = null;
  const digest = (): string =>
    `dateline:${hash("sha256", JSON.stringify([program, fingerprint()]), "base64url").slice(0, 16)}`;
  return openRedisStore(url, () => (prefix ??= digest()), log);
}

async function openCache(
  http: FastifyInstance,
  { database, log, cacheMegabytes, redisUrl, fingerprint, checkHit }: OpenOptions,
): Promise<AnswerCache> {
  const memory = new AnswerMemory(cacheMegabytes * 1024 * 1024);
  const changes = new Changes(
    database,
    { onChange: (keys) => memory.drop(keys), onReset: () => memory.clear() },
    (error) => log.warn({ err: error }, "answers are not taken from the cache: what changed cannot be read"),
  );
  const cleaning = repeat(
    CLEANING_MS,
    () => removeOldChanges(database),
    (error) => log.warn({ err: error }, "old changes could not be removed"),
  );
  const store = redisUrl === null ? null : await openStore(redisUrl, fingerprint, log);
  http.addHook("onClose", async () => {
    await cleaning.stop();
    await store?.close();
  });
  return new AnswerCache({ memory, changes, store, ...(checkHit && { checkHit }) });
}
