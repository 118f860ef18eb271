import { Field, Int, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { UserError } from "../graphql/user-errors.js";
import { Person } from "./person.type.js";

@ObjectType({
  implements: UserError,
  description: "The person has changed since the version that the caller read. Read it, merge, and write again.",
  simpleResolvers: true,
})
export class StalePersonVersionError extends UserError {
  override readonly code = "STALE_VERSION" as const;

  @Field(() => Int, { description: "The current version, to be used as `expectedVersion`." })
  readonly currentVersion: number;

  @Field(() => Person, { description: "The person as it is now." })
  readonly person: Answer<Person>;

  constructor(key: string, expectedVersion: number, currentVersion: number) {
    super(`The person is at version ${currentVersion}, not ${expectedVersion}: it was changed in between.`, [
      "input",
      "expectedVersion",
    ]);
    this.currentVersion = currentVersion;
    this.person = answerWith(Person, key);
  }
}
