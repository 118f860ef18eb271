/** A command line that cannot be understood; the message says what is missing. */
export class UsageError extends Error {}
