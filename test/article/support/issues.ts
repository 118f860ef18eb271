import { expect } from "vitest";

/** The paths and messages of what is wrong with a refused input; none where it was accepted. */
export function issuesOf(result: {
  readonly __typename: string;
  readonly issues?: readonly { readonly path: readonly string[]; readonly message: string }[];
}): readonly (readonly string[])[] {
  return (result.issues ?? []).map(({ path, message }) => [path.join("."), message]);
}

/** Matches any text that contains this one. */
export function has(text: string): unknown {
  return expect.stringContaining(text);
}
