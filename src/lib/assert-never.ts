/**
 * Ends a switch over a closed set, so that a value added to the set fails to compile where it is not handled.
 *
 * @throws Error always: reaching it means that data broke its type.
 */
export function assertNever(value: never): never {
  throw new Error(`Not a value of the closed set: ${JSON.stringify(value)}`);
}
