import { type ClassType, createUnionType } from "type-graphql";
import { UserError } from "./user-errors.js";

/** The result union of a mutation: its payload and the errors that can happen. */
export function resultUnion<Payload extends object>(
  name: string,
  payload: ClassType<Payload>,
  errors: readonly ClassType[],
) {
  return createUnionType({
    name: `${name}Result`,
    description: `The result of ${name}, or why it was refused.`,
    types: () => [payload, ...errors] as const,
  });
}

/** Returns the result of a mutation: the payload of what was written, or the error as it is. */
export function answer<Written extends object>(
  written: Written | UserError,
  payload: (done: Written) => object,
): object {
  return written instanceof UserError ? written : payload(written);
}
