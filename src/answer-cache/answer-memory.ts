import { LRUCache } from "lru-cache";
import type { SharedAnswer } from "./shared-answer.js";

/** What an answer needs in memory besides its body, about: headers, keys and their places in the index. */
const ENTRY_BYTES = 1_000;
const KEY_BYTES = 150;

/** How many names of answers that were not kept are remembered at least. */
const MIN_REFUSED = 1_000;

/**
 * Answers in memory, bounded in bytes; the one that was used longest ago goes first. Once the memory is full, an answer is
 * kept when it is asked for the second time: those that nobody asks for again would drop the others, and keeping costs
 * more than making most of them.
 */
export class AnswerMemory {
  readonly #answers: LRUCache<string, SharedAnswer>;
  /** The names of the answers that contain something, by its key. */
  readonly #names = new Map<string, Set<string>>();
  /** The names of answers that were not kept lately, and of those before them. */
  #refused = new Set<string>();
  #refusedBefore = new Set<string>();

  constructor(readonly maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      // The text in two bytes a character, its bytes as they are sent, and those in its encodings.
      sizeCalculation: ({ parts, keys }) => ENTRY_BYTES + 4 * parts.body.length + KEY_BYTES * keys.length,
      dispose: ({ keys }, name) => this.#forget(name, keys),
    });
  }

  get(name: string): SharedAnswer | undefined {
    return this.#answers.get(name);
  }

  has(name: string): boolean {
    return this.#answers.has(name);
  }

  /** Whether the answer of a name is worth keeping, before it is made. Of one that is not, the name is remembered. */
  admits(name: string): boolean {
    const { calculatedSize, size } = this.#answers;
    const hasRoom = calculatedSize + calculatedSize / Math.max(1, size) <= this.maxBytes;
    if (hasRoom || this.#refused.has(name) || this.#refusedBefore.has(name)) return true;
    if (this.#refused.size >= Math.max(MIN_REFUSED, size)) {
      this.#refusedBefore = this.#refused;
      this.#refused = new Set();
    }
    this.#refused.add(name);
    return false;
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
