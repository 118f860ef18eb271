import { OverloadedError } from "../graphql/errors.js";
import { FairTurns } from "../lib/fair-turns.js";

/** How much work on pictures may wait, in all and of one client; further work is refused. */
const WAITING = { waiting: 400, waitingPerKey: 300 } as const;

/** Work that is no longer wanted. */
export class AbandonedWork extends Error {}

/**
 * Works on a bounded number of pictures at once, the clients in rotation. Decoding and encoding take a processor each for
 * up to seconds, so that this number is what they take from everything else.
 */
export class ImageWorkers {
  readonly #turns: FairTurns;

  constructor(atOnce: number) {
    this.#turns = new FairTurns({ atOnce, atOncePerKey: atOnce, ...WAITING });
  }

  /**
   * Does work when its turn has come.
   *
   * @param client the key of the client that the work is for.
   * @param isWanted whether it is still wanted, asked when its turn has come.
   * @throws OverloadedError when too much work waits; AbandonedWork when it is no longer wanted.
   */
  async run<Result>(
    client: string,
    work: () => Promise<Result>,
    isWanted: () => boolean = () => true,
  ): Promise<Result> {
    const end = await this.#turns.enter(client);
    if (!end) throw new OverloadedError();
    try {
      if (!isWanted()) throw new AbandonedWork();
      return await work();
    } finally {
      end();
    }
  }
}
