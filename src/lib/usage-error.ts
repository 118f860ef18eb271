/** A command line that cannot be understood; the message names what is missing. */
export class UsageError extends Error {}
