import { Field, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { staleVersionError, type VersionMismatch } from "../graphql/stale-version.js";
import { UserError } from "../graphql/user-errors.js";
import { Person } from "./person.type.js";

@ObjectType({
  implements: UserError,
  description: "The person has changed since the version that the caller read. Read it, merge, and write again.",
  simpleResolvers: true,
})
export class StalePersonVersionError extends staleVersionError() {
  @Field(() => Person, { description: "The person as it is now." })
  readonly person: Answer<Person>;

  constructor(key: string, versions: VersionMismatch) {
    super("person", versions);
    this.person = answerWith(Person, key);
  }
}
