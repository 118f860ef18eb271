/** Milliseconds after which a command is taken for failed: PostgreSQL answers in less. */
const TIMEOUT_MS = 250;

/** Milliseconds for which nothing is asked after a command was late, so that few requests wait. */
const REST_MS = 1_000;

/**
 * Waits for the replies of a store, and not for long. The client's own limit does not do: it ends when a command is sent, and
 * a server that hangs takes commands without an answer.
 */
export class Patience {
  #restsUntilMs = 0;

  constructor(readonly onLate: (error: Error) => void) {}

  /** Whether a command was late just now. */
  get isResting(): boolean {
    return performance.now() < this.#restsUntilMs;
  }

  /** The reply to a command; null when it fails or is late. */
  async inTime<Reply>(command: Promise<Reply>): Promise<Reply | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        this.#restsUntilMs = performance.now() + REST_MS;
        this.onLate(new Error(`There was no reply in ${TIMEOUT_MS} ms.`));
        resolve(null);
      }, TIMEOUT_MS);
    });
    const reply = await Promise.race([command.catch(() => null), late]);
    clearTimeout(timer);
    return reply;
  }
}
