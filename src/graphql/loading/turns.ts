import type { RunStatement } from "./reader.js";

/** The same `run`, of which at most `limit` calls are in progress at once; the others wait for their turn. */
export function inTurns(run: RunStatement, limit: number): RunStatement {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (text, values, view) => {
    if (running < limit) running += 1;
    // Whoever ends leaves its turn to the first that waits.
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await run(text, values, view);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
