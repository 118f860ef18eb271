/** A handle as it is compared: lower case, without its leading @. */
export function foldHandle(handle: string): string {
  return handle.trim().replace(/^@+/, "").toLowerCase();
}

/** A handle as it is shown: with one leading @. */
export function showHandle(handle: string): string {
  return `@${handle.trim().replace(/^@+/, "")}`;
}
