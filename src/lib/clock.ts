/** Tells the time, so that tests can set it and nothing else asks the machine. */
export interface Clock {
  readonly now: () => Date;
}

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date() };
