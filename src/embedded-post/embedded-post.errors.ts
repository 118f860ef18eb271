import { Field, Int, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { UserError } from "../graphql/user-errors.js";
import { EmbeddedPost } from "./embedded-post.type.js";

@ObjectType({
  implements: UserError,
  description: "The post has changed since the version that the caller read. Read it, merge, and write again.",
  simpleResolvers: true,
})
export class StaleEmbeddedPostVersionError extends UserError {
  override readonly code = "STALE_VERSION" as const;

  @Field(() => Int, { description: "The current version, to be used as `expectedVersion`." })
  readonly currentVersion: number;

  @Field(() => EmbeddedPost, { description: "The post as it is now." })
  readonly embeddedPost: Answer<EmbeddedPost>;

  constructor(key: string, expectedVersion: number, currentVersion: number) {
    super(`The post is at version ${currentVersion}, not ${expectedVersion}: it was changed in between.`, [
      "input",
      "expectedVersion",
    ]);
    this.currentVersion = currentVersion;
    this.embeddedPost = answerWith(EmbeddedPost, key);
  }
}
