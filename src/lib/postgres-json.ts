/**
 * A value as JSON that PostgreSQL accepts in a parameter: halves of surrogate pairs, which it refuses, become U+FFFD, as they
 * do in a text parameter.
 */
export function postgresJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part));
}
