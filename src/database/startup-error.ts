/**
 * A condition that keeps the process from starting and that its operator can correct. The message is one clear sentence
 * (or two) that names the cause and the remedy; a process prints it without a stack trace and exits with status 1.
 */
export class StartupError extends Error {
  override readonly name: string = "StartupError";
}

/** Returns an unknown thrown value's message, for a sentence that quotes it. */
export function messageOf(error: unknown): string {
  // A refused connection to a name with several addresses is an AggregateError with an empty message.
  if (error instanceof AggregateError && error.message === "") return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** Returns the `code` of an unknown thrown value: an errno name such as ENOENT or an SQLSTATE; null without one. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Returns the remedy for a file that could not be written: a full disk is not a question of permissions. */
export function remedyOf(error: unknown, otherwise: string): string {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return "the disk is full: free some space and start again";
  return code === "EROFS" ? "the file system is read-only: mount it for writing" : otherwise;
}
