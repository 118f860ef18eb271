import type { Database } from "../database/client.js";
import type { Position } from "./position.js";

/*
 * What changed in the database, as far as readers see it. A snapshot of PostgreSQL says exactly which transactions a
 * statement has seen, so the changes since the last look are those of the transactions that it had not seen. None is
 * missed and none is read twice, in whichever order they commit, and nobody has to be notified.
 */

/** What one look at the database returns. */
interface Look {
  /** The snapshot of the statement, as PostgreSQL writes it. */
  readonly snapshot: string;
  /** When PostgreSQL was started, and which of its databases it is: snapshots of another time or place say nothing. */
  readonly epoch: string;
  /** The keys of what changed since the snapshot of before, with spaces between; null for none. */
  readonly keys: string | null;
}

/** The condition on a row of cache_change that the snapshot in the first parameter has not seen. */
export const CHANGED_SINCE = `"transaction" >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
  AND NOT pg_visible_in_snapshot("transaction"::text::xid8, $1::pg_snapshot)`;

const EPOCH = `pg_postmaster_start_time()::text || ' ' || (SELECT oid FROM pg_database WHERE datname = current_database())`;

const LOOK = `SELECT pg_current_snapshot()::text AS "snapshot", ${EPOCH} AS "epoch",
  (SELECT string_agg(DISTINCT key, ' ') FROM cache_change WHERE ${CHANGED_SINCE}) AS "keys"`;

const HAS_CHANGED = `SELECT ${EPOCH} AS "epoch",
  EXISTS (SELECT 1 FROM cache_change WHERE ${CHANGED_SINCE} AND key = ANY(string_to_array($2, ' '))) AS "hasChanged"`;

/** What happens between the beginning of a read and the moment when its answer is kept. */
export interface Watch {
  /** What the database was like at the latest when the read began. */
  readonly from: Position;
  /** Whether any of some keys has changed since. */
  readonly hasChanged: (keys: ReadonlySet<string>) => boolean;
  readonly end: () => void;
}

/** Hears of what changes. */
export interface ChangeListener {
  readonly onChange: (keys: readonly string[]) => void;
  /** Everything may have changed. */
  readonly onReset: () => void;
}

/** How long ago the last look may be before everything is taken as changed: the rows are kept for a day. */
const MAX_GAP_MS = 3_600_000;

/** Looks at what changed, whenever somebody asks. */
export class Changes {
  readonly #watches = new Set<{ changed: Set<string>; isReset: boolean }>();
  #position: Position | null = null;
  #lookedAtMs = 0;
  /** The look under way, or the last one. */
  #look: Promise<unknown> = Promise.resolve();
  /** The look that has not begun yet. */
  #next: Promise<boolean> | null = null;

  constructor(
    readonly database: Pick<Database, "watch">,
    readonly listener: ChangeListener,
    readonly onError: (error: unknown) => void,
  ) {}

  /**
   * Hears of everything that was committed before this call. All that call while a look is under way share the next one.
   *
   * @returns whether it could be found out.
   */
  catchUp(): Promise<boolean> {
    this.#next ??= this.#look.then(nextTurn).then(() => {
      this.#next = null;
      const look = this.#lookNow().then(
        () => true,
        (error: unknown) => {
          this.onError(error);
          return false;
        },
      );
      this.#look = look;
      return look;
    });
    return this.#next;
  }

  async #lookNow(): Promise<void> {
    const before = this.#position;
    const [look] = await this.database.watch<Look>(LOOK, [before?.snapshot ?? null]);
    if (!look) throw new Error("PostgreSQL returned no snapshot.");
    const { snapshot, epoch, keys } = look;
    const now = Date.now();
    const isReset = before?.epoch !== epoch || Math.abs(now - this.#lookedAtMs) > MAX_GAP_MS;
    this.#position = { snapshot, epoch };
    this.#lookedAtMs = now;
    if (isReset) this.#reset();
    else if (keys !== null) this.#spread(keys.split(" "));
  }

  #reset(): void {
    for (const watch of this.#watches) watch.isReset = true;
    this.listener.onReset();
  }

  #spread(keys: readonly string[]): void {
    for (const { changed } of this.#watches) for (const key of keys) changed.add(key);
    this.listener.onChange(keys);
  }

  /** Begins to watch; null before the first look. The read must begin after this call. */
  watch(): Watch | null {
    const from = this.#position;
    if (from === null) return null;
    const own = { changed: new Set<string>(), isReset: false };
    this.#watches.add(own);
    return {
      from,
      hasChanged: (keys) => own.isReset || [...keys].some((key) => own.changed.has(key)),
      end: () => void this.#watches.delete(own),
    };
  }

  /** Whether nothing that has one of the keys changed since a position, by a look at the database of its own. */
  async isUnchangedSince({ snapshot, epoch }: Position, keys: readonly string[]): Promise<boolean> {
    const [row] = await this.database.watch<{ epoch: string; hasChanged: boolean }>(HAS_CHANGED, [
      snapshot,
      keys.join(" "),
    ]);
    return row !== undefined && row.epoch === epoch && !row.hasChanged;
  }
}

/** So that all requests that arrive in one turn of the event loop share a look. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** How many hours the rows of changes are kept: longer than any cache keeps an answer. */
const KEPT_HOURS = 24;

/** How many rows one statement removes. The looks at what changed share its connection. */
const REMOVED_AT_ONCE = 5_000;

/** It follows the primary key: rows of earlier transactions come first. */
const REMOVE = `WITH removed AS (
    DELETE FROM cache_change WHERE ("transaction", key) IN (
      SELECT "transaction", key FROM cache_change WHERE changed_at < now() - make_interval(hours => $1)
      ORDER BY "transaction", key LIMIT $2) RETURNING 1)
  SELECT count(*)::int AS count FROM removed`;

/** Removes the rows that no cache asks for any more. */
export async function removeOldChanges({ watch }: Pick<Database, "watch">): Promise<void> {
  for (;;) {
    const [removed] = await watch<{ count: number }>(REMOVE, [KEPT_HOURS, REMOVED_AT_ONCE]);
    if (!removed || removed.count < REMOVED_AT_ONCE) return;
  }
}
