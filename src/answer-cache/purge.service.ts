import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../database/client.js";
import { type Repeated, repeat } from "../lib/repeat.js";
import { type CdnName, purgeRequests } from "./cdn.js";
import { CHANGED_SINCE } from "./changes.service.js";
import { purgedKeys } from "./surrogate-keys.js";

/** Where and how a CDN is asked to remove answers. */
export interface PurgeSettings {
  readonly cdn: CdnName;
  /** The address that is asked; null for none. */
  readonly cdnPurgeUrl: string | null;
  readonly cdnPurgeToken: string | null;
}

/** How often changes are looked for, in milliseconds. */
const INTERVAL_MS = 500;

/** How long a server may take for one round before another one does its work. */
const LEASE_S = 60;

/** Milliseconds in which the CDN has to answer. */
const TIMEOUT_MS = 10_000;

/**
 * How long after a change the CDN is asked once more, in seconds, at the earliest; at the latest it is twice that. An older answer may have been
 * on its way to the CDN when it was asked first.
 */
const REPEAT_AFTER_S = 10;

const TAKE = `INSERT INTO cdn_purge (snapshot, leased_until)
  VALUES (pg_current_snapshot()::text, now() + make_interval(secs => $1))
  ON CONFLICT (id) DO UPDATE SET leased_until = excluded.leased_until WHERE cdn_purge.leased_until < now()
  RETURNING snapshot, repeat_from AS "repeatFrom", repeated_at < now() - make_interval(secs => $2) AS "isRepeatDue"`;

const READ = `SELECT pg_current_snapshot()::text AS "snapshot",
  ARRAY(SELECT DISTINCT key FROM cache_change WHERE ${CHANGED_SINCE}) AS "keys"`;

const RELEASE = "UPDATE cdn_purge SET leased_until = '-infinity' WHERE id = 1";

const REACH = "UPDATE cdn_purge SET leased_until = '-infinity', snapshot = $1 WHERE id = 1";

/** What changed since the last repetition is repeated with the next one: by then it is old enough. */
const REACH_REPEATED = `UPDATE cdn_purge SET leased_until = '-infinity', snapshot = $1,
  repeat_from = coalesce(repeat_next, $1), repeat_next = $1, repeated_at = now() WHERE id = 1`;

interface Taken {
  readonly snapshot: string;
  readonly repeatFrom: string | null;
  readonly isRepeatDue: boolean;
}

/**
 * Asks the CDN to remove what changed since the last round, and now and then once more what changed some time before; returns how many
 * keys that were. One of several servers does it at a time. Where they have got to is in the database, so nothing is missed when a
 * server ends; something may be asked for twice.
 *
 * @param repeatAfterS how long after a change, in seconds, the CDN is asked once more.
 */
export async function purgeChanges(
  { watch }: Pick<Database, "watch">,
  settings: PurgeSettings & { readonly cdnPurgeUrl: string },
  repeatAfterS = REPEAT_AFTER_S,
): Promise<number> {
  const [taken] = await watch<Taken>(TAKE, [LEASE_S, repeatAfterS]);
  if (!taken) return 0;
  const { snapshot, repeatFrom, isRepeatDue } = taken;
  try {
    const since = isRepeatDue ? (repeatFrom ?? snapshot) : snapshot;
    const [row] = await watch<{ snapshot: string; keys: readonly string[] }>(READ, [since]);
    if (!row) throw new Error("PostgreSQL returned no snapshot.");
    await askCdn(settings, row.keys);
    await watch(isRepeatDue ? REACH_REPEATED : REACH, [row.snapshot]);
    return row.keys.length;
  } catch (error) {
    await watch(RELEASE);
    throw error;
  }
}

async function askCdn(
  { cdn, cdnPurgeUrl, cdnPurgeToken }: PurgeSettings & { readonly cdnPurgeUrl: string },
  keys: readonly string[],
): Promise<void> {
  for (const { method, headers, body } of purgeRequests(cdn, purgedKeys(keys), cdnPurgeToken)) {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(cdnPurgeUrl, { method, headers, body, signal });
    if (!response.ok) throw new Error(`The CDN answered ${response.status}.`);
  }
}

/** Asks the CDN again and again. A round that fails is repeated. */
export function startPurging(
  { database, log, ...settings }: PurgeSettings & { readonly database: Database; readonly log: FastifyBaseLogger },
  intervalMs = INTERVAL_MS,
): Repeated {
  const { cdnPurgeUrl } = settings;
  if (cdnPurgeUrl === null) return { stop: async () => undefined };
  return repeat(
    intervalMs,
    async () => {
      const count = await purgeChanges(database, { ...settings, cdnPurgeUrl });
      if (count > 0) log.debug({ keys: count }, "the CDN removed what changed");
    },
    (error) => log.warn({ err: error }, "the CDN could not be asked to remove what changed; it is asked again"),
  );
}
