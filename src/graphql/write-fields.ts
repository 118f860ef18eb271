import { Field, Int } from "type-graphql";

/*
 * Fields that the inputs of many mutations have alike.
 */

/** Declares the version that a write is based on. */
export function ExpectedVersion(): PropertyDecorator {
  return Field(() => Int, {
    description: "The version that the caller has read; the write is refused when somebody wrote since.",
  });
}

/** Declares the version that a write is based on, where the caller may leave it out. */
export function OptionalExpectedVersion(): PropertyDecorator {
  return Field(() => Int, {
    nullable: true,
    description:
      "The version that the caller has read. The write is refused when there is a later one. Absent or null: not compared.",
  });
}

/** Declares the key by which a client can send a write again. */
export function IdempotencyKey(): PropertyDecorator {
  return Field(() => String, {
    nullable: true,
    description:
      "The client's own name for this write, 1 to 200 visible ASCII characters. The same key with the same input returns the result of the first write for 24 hours; with another input it is a conflict.",
  });
}
