import type { UserErrorCode } from "./generated/graphql.ts";

/** What is wrong with one field of an input. */
interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/** An expected outcome of a mutation that is not what was wanted, in the server's words. */
export class RefusedError extends Error {
  constructor(
    /** The code of the error; null where the server named none. */
    readonly code: UserErrorCode | null,
    message: string,
    readonly issues: readonly Issue[],
  ) {
    super(message);
  }
}

interface Outcome {
  readonly __typename?: string;
  readonly code?: UserErrorCode;
  readonly message?: string;
  readonly issues?: readonly Issue[];
}

/**
 * The payload of a mutation's result.
 *
 * @throws RefusedError for every other outcome.
 */
export function payloadOf<Result extends Outcome, Name extends NonNullable<Result["__typename"]>>(
  result: Result,
  name: Name,
): Extract<Result, { readonly __typename: Name }> {
  if (hasName(result, name)) return result;
  throw new RefusedError(result.code ?? null, result.message ?? "", result.issues ?? []);
}

function hasName<Result extends Outcome, Name extends string>(
  result: Result,
  name: Name,
): result is Extract<Result, { readonly __typename: Name }> {
  return result.__typename === name;
}

/** Why an error refuses a field; null when it does not name it. */
export function faultOf(error: unknown, field: string): string | null {
  if (!(error instanceof RefusedError)) return null;
  return error.issues.find(({ path }) => path.includes(field))?.message ?? null;
}
