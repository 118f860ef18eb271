/** Whether the session has ended while pages are open, and who waits for the next one. */
class SessionEnd {
  #hasEnded = false;
  readonly #listeners = new Set<() => void>();

  /** Resolves when the user has signed in again; rejects when the signal aborts. */
  untilSignedIn(signal?: AbortSignal): Promise<void> {
    this.#set(true);
    return new Promise((resolve, reject) => {
      const unsubscribe = this.subscribe(() => {
        if (this.#hasEnded) return;
        unsubscribe();
        resolve();
      });
      signal?.addEventListener("abort", () => {
        unsubscribe();
        reject(new DOMException("The request was aborted.", "AbortError"));
      });
    });
  }

  /** Whether somebody has to sign in again. */
  readonly hasEnded = (): boolean => this.#hasEnded;

  /** Goes on with everything that waits. */
  signedIn(): void {
    this.#set(false);
  }

  /** Calls a function at every change; the function that is returned ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(hasEnded: boolean): void {
    if (hasEnded === this.#hasEnded) return;
    this.#hasEnded = hasEnded;
    for (const listener of this.#listeners) listener();
  }
}

/** The end of this window's session. */
export const sessionEnd = new SessionEnd();
