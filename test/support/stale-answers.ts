import type { CheckHit } from "../../src/answer-cache/answer-cache.service.js";

/** An answer of the cache that was not what the database says. */
export interface StaleAnswer {
  readonly cached: string;
  readonly fresh: string;
  readonly keys: readonly string[];
}

/** How often a difference is looked at again: another request may have written between the two reads. */
const TRIES = 3;

/** Notes answers of the cache that differ from fresh ones and are still kept after another look at the changes. */
export function noteStale(stale: StaleAnswer[]): CheckHit {
  return async ({ parts, keys }, fresh, isStillKept) => {
    if (parts.body === fresh.body) return;
    for (let tries = 0; tries < TRIES; tries += 1) if (!(await isStillKept())) return;
    stale.push({ cached: parts.body, fresh: fresh.body, keys });
  };
}

/** Fails when there was a stale answer. */
export function expectCurrent([first]: readonly StaleAnswer[]): void {
  if (!first) return;
  const { cached, fresh, keys } = first;
  throw new Error(`The cache had an answer that is out of date.\n${cached}\n${fresh}\n${keys.join(" ")}`);
}
