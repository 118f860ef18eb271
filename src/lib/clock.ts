/** The current time; tests can set it, and nothing else reads the machine's clock. */
export interface Clock {
  readonly now: () => Date;
}

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date() };
