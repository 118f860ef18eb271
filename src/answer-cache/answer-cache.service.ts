import { ChangeKeys } from "../graphql/loading/change-keys.js";
import type { AnswerMemory } from "./answer-memory.js";
import type { Changes, Watch } from "./changes.service.js";
import { ReaderAnswer, SharedAnswer } from "./shared-answer.js";
import type { AnswerStore } from "./answer-store.js";

/** Makes an answer. Only a ReaderAnswer can be shared with others; anything else is for the request alone. */
export type MakeAnswer<Own> = (keys: ChangeKeys | null) => Promise<ReaderAnswer | Own>;

/** An answer that others get as well. */
export interface Shared {
  readonly answer: SharedAnswer;
  /** Whether it was made for somebody else. */
  readonly isHit: boolean;
}

/** What a request gets: an answer that others get as well, or what was made for it alone. */
export type Provided<Own> = Shared | { readonly own: ReaderAnswer | Own };

/** Compares an answer of the cache with a fresh one. For tests. */
export type CheckHit = (hit: SharedAnswer, fresh: ReaderAnswer, isStillKept: () => Promise<boolean>) => Promise<void>;

/** What a cache is made of. */
export interface AnswerCacheOptions {
  readonly memory: AnswerMemory;
  readonly changes: Changes;
  /** Where several servers share answers; null for none. */
  readonly store: AnswerStore | null;
  readonly checkHit?: CheckHit;
}

/** How often a request waits for an answer that others make before it makes its own. */
const MAX_WAITS = 2;

/** An answer that is being made. */
interface Flight {
  /** Whether the answer can be shared. */
  isShared: Promise<boolean>;
  /** Whether it is kept: when it is worth it, or when other requests wait for it. */
  isKept: boolean;
}

/**
 * Whole answers to readers. An answer is used only after a look at the changes that began after the request came, so
 * nobody gets a text that was changed before they asked, whatever other servers, connections or pauses do.
 */
export class AnswerCache {
  /** The answers that are being made, by name. */
  readonly #flights = new Map<string, Flight>();

  constructor(readonly options: AnswerCacheOptions) {}

  /**
   * The answer of a name: from memory, from the shared store, or made now. Requests for an answer that is being made wait
   * for it; then they look at the changes as for any other answer in memory.
   *
   * @param needsKeys whether the request needs an answer with its keys, also one that is not worth keeping.
   */
  async provide<Own>(name: string, make: MakeAnswer<Own>, needsKeys: boolean): Promise<Provided<Own>> {
    const { memory, store } = this.options;
    for (let waits = 0; waits <= MAX_WAITS; waits += 1) {
      const hit = await this.#current(name);
      if (hit) return this.#hit(name, hit, make);
      const flight = this.#flights.get(name);
      if (!flight) {
        const isKept = memory.admits(name);
        if (isKept || needsKeys || store) return this.#lead(name, make, isKept);
        break;
      }
      flight.isKept = true;
      if (!(await flight.isShared)) break;
    }
    return { own: await make(null) };
  }

  async #current(name: string): Promise<SharedAnswer | undefined> {
    const { memory, changes } = this.options;
    if (!memory.has(name) || !(await changes.catchUp())) return undefined;
    return memory.get(name);
  }

  async #hit<Own>(name: string, answer: SharedAnswer, make: MakeAnswer<Own>): Promise<Provided<Own>> {
    const { checkHit } = this.options;
    if (!checkHit) return { answer, isHit: true };
    const fresh = await make(new ChangeKeys());
    if (fresh instanceof ReaderAnswer)
      await checkHit(answer, fresh, async () => (await this.#current(name)) === answer);
    return { own: fresh };
  }

  async #lead<Own>(name: string, make: MakeAnswer<Own>, isKept: boolean): Promise<Provided<Own>> {
    const flight: Flight = { isShared: Promise.resolve(false), isKept };
    const making = this.#watched(name, make, flight);
    flight.isShared = making.then(
      (provided) => "answer" in provided,
      () => false,
    );
    this.#flights.set(name, flight);
    try {
      return await making;
    } finally {
      this.#flights.delete(name);
    }
  }

  /** What was committed before is looked at first, so that it does not count as a change during the read. */
  async #watched<Own>(name: string, make: MakeAnswer<Own>, flight: Flight): Promise<Provided<Own>> {
    const { changes } = this.options;
    const watch = (await changes.catchUp()) ? changes.watch() : null;
    if (!watch) return { own: await make(null) };
    try {
      return await this.#fill(name, make, { watch, flight });
    } finally {
      watch.end();
    }
  }

  async #fill<Own>(
    name: string,
    make: MakeAnswer<Own>,
    { watch, flight }: { readonly watch: Watch; readonly flight: Flight },
  ): Promise<Provided<Own>> {
    const { memory, store } = this.options;
    const kept = await this.#fromStore(name, watch);
    if (kept) return { answer: kept, isHit: true };
    const keys = new ChangeKeys();
    const made = await make(keys);
    if (!(made instanceof ReaderAnswer) || !keys.isComplete) return { own: made };
    const answer = new SharedAnswer(made, [...keys.keys], keys.name);
    if (!watch.hasChanged(keys.keys) && flight.isKept) {
      memory.set(name, answer);
      if (made.maxAgeMs === null) store?.put(name, answer, watch.from);
    }
    return { answer, isHit: false };
  }

  async #fromStore(name: string, watch: Watch): Promise<SharedAnswer | null> {
    const { memory, store, changes } = this.options;
    const found = await store?.get(name);
    if (!found) return null;
    const isCurrent = await changes.isUnchangedSince(found.from, found.answer.keys).catch(() => false);
    if (!isCurrent) return null;
    if (!watch.hasChanged(new Set(found.answer.keys))) memory.set(name, found.answer);
    return found.answer;
  }
}
