import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { StaleVersionError, TransitionError } from "../draft/article.errors.js";
import { answer, resultUnion } from "../graphql/result.js";
import { Article } from "../draft/article.type.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import type { RequestContext } from "../auth/request.js";
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import { RestoreRevisionInput } from "./revision.inputs.js";
import { type RestoredArticle, restoreRevision } from "./restore-revision.service.js";

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class RestoreRevisionPayload {
  @Field(() => Article, { description: "The updated draft." })
  readonly article: Answer<Article>;

  @Field(() => [String], {
    description: "What could not be restored and why, in sentences; empty if everything was restored.",
  })
  readonly notRestored: readonly string[];

  constructor({ articleId, notRestored }: RestoredArticle) {
    this.article = answerWith(Article, articleId);
    this.notRestored = notRestored;
  }
}

const RestoreRevisionResult = resultUnion("RestoreRevision", RestoreRevisionPayload, [
  ValidationError,
  NotFoundError,
  ForbiddenError,
  StaleVersionError,
  TransitionError,
  ConflictError,
]);

/** Restores revisions. */
@Resolver()
export class RevisionMutations {
  @Mutation(() => RestoreRevisionResult, { description: "Makes an earlier revision the working draft again, whole." })
  async restoreRevision(
    @Arg("input", () => RestoreRevisionInput, { description: "The revision to restore." }) input: RestoreRevisionInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await restoreRevision(work, input), (done) => new RestoreRevisionPayload(done));
  }
}
