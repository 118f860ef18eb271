import { setImmediate as nextTurn } from "node:timers/promises";

/** How long work may hold the event loop before it lets others in, in milliseconds. */
const LONGEST_MS = 25;

/** Cuts long work into pieces, between which the event loop serves other requests. */
export class Breather {
  #startedAtMs = performance.now();

  /** Resolves at once, or in a later turn of the event loop when this work has held it for long. */
  async pause(): Promise<void> {
    if (performance.now() - this.#startedAtMs < LONGEST_MS) return;
    await nextTurn();
    this.#startedAtMs = performance.now();
  }
}
