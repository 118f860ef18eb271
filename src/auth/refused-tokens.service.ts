import { LRUCache } from "lru-cache";
import type { Database } from "../database/client.js";
import type { Clock } from "../lib/clock.js";
import { ANONYMOUS } from "./role.js";
import { tokenIdOf } from "./token.service.js";

/** A token that was refused. */
export interface Refusal {
  /** The address that it came from. */
  readonly address: string | null;
  /** The network by which its sender is counted. */
  readonly network: string;
  /** The token of the `authorization` header, or null where it was another one. */
  readonly token: string | null;
  readonly reason: string;
}

/** What refusals are recorded with. */
export interface RefusalLog {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** In this time at most one entry is written for a network, and MAX_ENTRIES in all: a flood cannot fill the database. */
const PERIOD_MS = 10 * 60_000;
const MAX_ENTRIES = 60;

/** The most networks that are remembered. */
const MAX_NETWORKS = 5000;

/** The subject of an entry for a token that names no API token. */
const NO_TOKEN_ID = "00000000-0000-0000-0000-000000000000";

const MAX_REASON_LENGTH = 300;

interface Seen {
  readonly atMs: number;
  /** Refusals that were not recorded since. */
  unrecorded: number;
}

/** Records refused tokens in the audit log, one for all of a network in ten minutes, with the number of the others. */
export function refusalRecorder({ database, clock, newId }: RefusalLog): (refusal: Refusal) => Promise<void> {
  const seen = new LRUCache<string, Seen>({ max: MAX_NETWORKS });
  let period = { atMs: Number.NEGATIVE_INFINITY, entries: 0 };
  return async ({ address, network, token, reason }) => {
    const at = clock.now();
    const atMs = at.getTime();
    if (Math.abs(atMs - period.atMs) >= PERIOD_MS) period = { atMs, entries: 0 };
    const last = seen.get(network);
    const isRecent = last !== undefined && Math.abs(atMs - last.atMs) < PERIOD_MS;
    if (isRecent || period.entries >= MAX_ENTRIES) {
      if (last) last.unrecorded += 1;
      return;
    }
    period.entries += 1;
    seen.set(network, { atMs, unrecorded: 0 });
    const others = last && last.unrecorded > 0 ? ` ${last.unrecorded} more were refused since the last entry.` : "";
    await database.prisma.auditEntry.create({
      data: {
        id: newId(),
        at,
        actor: ANONYMOUS.name,
        role: ANONYMOUS.role,
        act: "authenticate",
        subject: "ApiToken",
        subjectId: tokenIdOf(token ?? "") ?? NO_TOKEN_ID,
        detail: `Refused: ${reason.slice(0, MAX_REASON_LENGTH)}${others}`,
        origin: address,
      },
      select: { id: true },
    });
  };
}
