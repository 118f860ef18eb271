import { Field, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { staleVersionError, type VersionMismatch } from "../graphql/stale-version.js";
import { UserError } from "../graphql/user-errors.js";
import { EmbeddedPost } from "./embedded-post.type.js";

@ObjectType({
  implements: UserError,
  description: "The post has changed since the version that the caller read. Read it, merge, and write again.",
  simpleResolvers: true,
})
export class StaleEmbeddedPostVersionError extends staleVersionError() {
  @Field(() => EmbeddedPost, { description: "The post as it is now." })
  readonly embeddedPost: Answer<EmbeddedPost>;

  constructor(key: string, versions: VersionMismatch) {
    super("post", versions);
    this.embeddedPost = answerWith(EmbeddedPost, key);
  }
}
