import { wordedRefusal } from "../languages/spoken.ts";
import type { ArticleState, IssueReason, RefusalReason, UserErrorCode } from "./generated/graphql.ts";

/** What is wrong with one field of an input. */
export interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/** The same with what the server says of the rule. */
interface ServerIssue extends Issue {
  readonly reason?: IssueReason | null;
  readonly limit?: number | null;
}

/** An expected outcome of a mutation that is not what was wanted, worded in the language of the interface. */
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

/** A result of a mutation: its payload, or an error. */
export interface Outcome {
  readonly __typename?: string;
  readonly code?: UserErrorCode | null;
  readonly message?: string;
  readonly path?: readonly string[] | null;
  readonly issues?: readonly ServerIssue[];
  /** The rule that refuses it, where existing data or rights do. */
  readonly refusal?: RefusalReason | null;
  /** What uses an image. */
  readonly articleIds?: readonly string[];
  readonly personIds?: readonly string[];
  /** The state that does not allow it. */
  readonly from?: ArticleState;
  readonly embargoedUntil?: string;
}

/** The refusal in an outcome. */
export function refusedBy(outcome: Outcome): RefusedError {
  const { code = null, message = "", path, issues } = outcome;
  const worded: readonly Issue[] | undefined = issues?.map((issue) => ({
    path: issue.path,
    message: wordedRefusal({ code, ...issue }),
  }));
  const whole = worded?.[0]?.message ?? wordedRefusal({ code, message, ...factsOf(outcome) });
  return new RefusedError(code, whole, worded ?? (path ? [{ path, message: whole }] : []));
}

/** What a refusal is about. */
function factsOf({ refusal, articleIds, personIds = [], from, embargoedUntil }: Outcome) {
  const isInUse = articleIds !== undefined;
  return {
    reason: isInUse ? "IMAGE_IN_USE" : refusal,
    count: (articleIds?.length ?? 0) + personIds.length,
    state: from,
    moment: embargoedUntil,
  };
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
  throw refusedBy(result);
}

function hasName<Result extends Outcome, Name extends string>(
  result: Result,
  name: Name,
): result is Extract<Result, { readonly __typename: Name }> {
  return result.__typename === name;
}

/** Why an input is refused, by the fields that are on the screen. */
export interface PlacedFaults<Name extends string> {
  /** What is wrong with each field; null where nothing is. */
  readonly at: Readonly<Record<Name, string | null>>;
  /** The error without what is shown at fields; null where nothing is left. */
  readonly others: unknown;
}

/** Divides an error by the fields of the input that are on the screen. */
export function placedFaults<Name extends string>(error: unknown, fields: readonly Name[]): PlacedFaults<Name> {
  const issues = error instanceof RefusedError ? error.issues : [];
  const isAt = (field: string, { path: [, first] }: Issue): boolean => first === field;
  const faults = fields.map((field) => [field, issues.find((issue) => isAt(field, issue))?.message ?? null] as const);
  // The entries have exactly the names of the fields.
  const at = Object.fromEntries(faults) as Record<Name, string | null>;
  const rest = issues.filter((issue) => !fields.some((field) => isAt(field, issue)));
  if (!(error instanceof RefusedError) || issues.length === 0) return { at, others: error ?? null };
  const message = rest.map((issue) => issue.message).join(" ");
  return { at, others: rest.length === 0 ? null : new RefusedError(error.code, message, rest) };
}
