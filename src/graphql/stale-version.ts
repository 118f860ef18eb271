import { Field, Int, ObjectType } from "type-graphql";
import { UserError } from "./user-errors.js";

/** What a caller expected of an object, and what it is. */
export interface VersionMismatch {
  readonly expectedVersion: number;
  readonly currentVersion: number;
}

/**
 * Returns the base of the error that refuses a write because the object has changed since the caller read it. The error
 * itself declares `implements: UserError`, and adds the object.
 */
export function staleVersionError(description = "The current version, to be used as `expectedVersion`.") {
  // Without `implements`, which would make this base a type of the schema.
  @ObjectType({ simpleResolvers: true })
  abstract class StaleVersion extends UserError {
    override readonly code = "STALE_VERSION" as const;

    @Field(() => Int, { description })
    readonly currentVersion: number;

    /** @param object What the object is called in the message. @param change What happened to it. */
    constructor(object: string, { expectedVersion, currentVersion }: VersionMismatch, change = "it was changed") {
      super(`The ${object} is at version ${currentVersion}, not ${expectedVersion}: ${change} in between.`, [
        "input",
        "expectedVersion",
      ]);
      this.currentVersion = currentVersion;
    }
  }
  return StaleVersion;
}
