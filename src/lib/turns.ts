/** Runs at most this many tasks of one key at a time, in the order in which they came. Holds nothing of idle keys. */
export class Turns {
  readonly #keys = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  constructor(readonly maxAtOnce: number) {}

  /** Runs a task in its turn, and returns or throws what it does. */
  async take<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    await this.#enter(key);
    try {
      return await task();
    } finally {
      this.#leave(key);
    }
  }

  async #enter(key: string): Promise<void> {
    const state = this.#keys.get(key) ?? { running: 0, waiting: [] };
    this.#keys.set(key, state);
    if (state.running < this.maxAtOnce) state.running += 1;
    // A finished task hands over its place, so that the number of running tasks stays the same.
    else await new Promise<void>((resolve) => state.waiting.push(resolve));
  }

  #leave(key: string): void {
    const state = this.#keys.get(key);
    if (!state) return;
    const next = state.waiting.shift();
    if (next) return next();
    state.running -= 1;
    if (state.running === 0) this.#keys.delete(key);
  }
}
