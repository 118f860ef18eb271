import { LRUCache } from "lru-cache";
import type { SharedAnswer } from "./shared-answer.js";

/** What an answer needs in memory besides its body, about: headers, keys and their places in the index. */
const ENTRY_BYTES = 1_000;
const KEY_BYTES = 150;

/** Answers in memory, bounded in bytes; the one that was used longest ago goes first. */
export class AnswerMemory {
  readonly #answers: LRUCache<string, SharedAnswer>;
  /** The names of the answers that contain something, by its key. */
  readonly #names = new Map<string, Set<string>>();

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: ({ body, keys }) => ENTRY_BYTES + 3 * body.length + KEY_BYTES * keys.length,
      dispose: ({ keys }, name) => this.#forget(name, keys),
    });
  }

  get(name: string): SharedAnswer | undefined {
    return this.#answers.get(name);
  }

  has(name: string): boolean {
    return this.#answers.has(name);
  }

  set(name: string, answer: SharedAnswer): void {
    const { maxAgeMs } = answer.parts;
    this.#answers.set(name, answer, maxAgeMs === null ? {} : { ttl: maxAgeMs });
    if (!this.#answers.has(name)) return;
    for (const key of answer.keys) {
      const names = this.#names.get(key);
      if (names) names.add(name);
      else this.#names.set(key, new Set([name]));
    }
  }

  /** Drops the answers that contain something. */
  drop(keys: readonly string[]): void {
    for (const key of keys) for (const name of this.#names.get(key) ?? []) this.#answers.delete(name);
  }

  clear(): void {
    this.#answers.clear();
  }

  #forget(name: string, keys: readonly string[]): void {
    for (const key of keys) {
      const names = this.#names.get(key);
      names?.delete(name);
      if (names?.size === 0) this.#names.delete(key);
    }
  }
}
