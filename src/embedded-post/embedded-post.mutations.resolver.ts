import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { answer, resultUnion } from "../graphql/result.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import type { RequestContext } from "../auth/request.js";
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { StaleEmbeddedPostVersionError } from "./embedded-post.errors.js";
import { UpdateEmbeddedPostInput } from "./embedded-post.inputs.js";
import { EmbeddedPost } from "./embedded-post.type.js";
import { updateEmbeddedPost, type WrittenPost } from "./update-post.service.js";

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class UpdateEmbeddedPostPayload {
  @Field(() => EmbeddedPost, { description: "The updated post." })
  readonly embeddedPost: Answer<EmbeddedPost>;

  constructor({ postId }: WrittenPost) {
    this.embeddedPost = answerWith(EmbeddedPost, postId);
  }
}

const UpdateEmbeddedPostResult = resultUnion("UpdateEmbeddedPost", UpdateEmbeddedPostPayload, [
  ValidationError,
  NotFoundError,
  ForbiddenError,
  ConflictError,
  StaleEmbeddedPostVersionError,
]);

/** Writes posts. */
@Resolver()
export class EmbeddedPostMutations {
  @Mutation(() => UpdateEmbeddedPostResult, {
    description:
      "Changes what is known of a post. Earlier captures are kept; quotes sourced from it are checked again.",
  })
  async updateEmbeddedPost(
    @Arg("input", () => UpdateEmbeddedPostInput, { description: "The changes." }) input: UpdateEmbeddedPostInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateEmbeddedPost(work, input), (done) => new UpdateEmbeddedPostPayload(done));
  }
}
