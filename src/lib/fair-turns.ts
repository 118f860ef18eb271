/** How many tasks run at once, and how many wait. */
export interface FairTurnLimits {
  readonly atOnce: number;
  readonly atOncePerKey: number;
  readonly waiting: number;
  readonly waitingPerKey: number;
}

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Hands out turns to tasks of many keys. Within a key they run in the order in which they came; a turn that becomes free
 * goes to the key that has waited longest since its last one, so a key with many tasks does not delay the others. Holds
 * nothing of idle keys.
 */
export class FairTurns {
  #running = 0;
  #waiting = 0;
  /** In the order in which the keys are served. */
  readonly #queues = new Map<string, Queue>();

  constructor(readonly limits: FairTurnLimits) {}

  /**
   * Resolves when the turn has come, with what ends it. The holder of a turn must end it; ending it again does nothing.
   * Null when too many tasks wait already.
   */
  async enter(key: string): Promise<(() => void) | null> {
    const queue = this.#queues.get(key) ?? { running: 0, waiting: [] };
    const { waiting, waitingPerKey } = this.limits;
    if (this.#mayRun(queue)) {
      this.#queues.set(key, queue);
      this.#start(queue);
    } else {
      if (queue.waiting.length >= waitingPerKey || this.#waiting >= waiting) return null;
      this.#queues.set(key, queue);
      this.#waiting += 1;
      await new Promise<void>((resolve) => void queue.waiting.push(resolve));
    }
    return this.#leaveOnce(key, queue);
  }

  #mayRun({ running }: Queue): boolean {
    return this.#running < this.limits.atOnce && running < this.limits.atOncePerKey;
  }

  #start(queue: Queue): void {
    queue.running += 1;
    this.#running += 1;
  }

  #leaveOnce(key: string, queue: Queue): () => void {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      queue.running -= 1;
      this.#running -= 1;
      if (queue.running === 0 && queue.waiting.length === 0) this.#queues.delete(key);
      this.#startNext();
    };
  }

  /** One turn has become free, so one task can start at most. */
  #startNext(): void {
    for (const [key, queue] of this.#queues) {
      if (!this.#mayRun(queue)) continue;
      const next = queue.waiting.shift();
      if (!next) continue;
      this.#waiting -= 1;
      // The turn is taken now, before the task resumes, so that no newcomer takes it.
      this.#start(queue);
      this.#queues.delete(key);
      this.#queues.set(key, queue);
      next();
      return;
    }
  }
}
