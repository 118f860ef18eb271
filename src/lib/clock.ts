/** The current time. Tests can set it. Nothing else reads the machine's clock. */
export interface Clock {
  readonly now: () => Date;
}

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date() };
