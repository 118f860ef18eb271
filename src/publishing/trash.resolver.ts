import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { articleResult, deletionResult } from "../draft/article.results.js";
import { TRASH_VIEW } from "../graphql/loading/view.js";
import type { RequestContext } from "../auth/request.js";
import { answer } from "../graphql/result.js";
import { DeleteArticleInput, RestoreArticleInput } from "./publishing.inputs.js";
import { deleteArticle, restoreArticle } from "./trash.service.js";

/** Deleting an article moves it to the trash, and the payload shows it there. */
const DeleteArticle = deletionResult("DeleteArticle", TRASH_VIEW);
const RestoreArticle = articleResult("RestoreArticle");

/** Moves articles to the trash and back. */
@Resolver()
export class TrashMutations {
  @Mutation(() => DeleteArticle.Result, {
    description: "Throws a draft into the trash; never one that is published, scheduled or killed.",
  })
  async deleteArticle(
    @Arg("input", () => DeleteArticleInput, { description: "The article." }) input: DeleteArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await deleteArticle(work, input), (done) => new DeleteArticle.Payload(done, input.id));
  }

  @Mutation(() => RestoreArticle.Result, { description: "Brings an article back from the trash." })
  async restoreArticle(
    @Arg("input", () => RestoreArticleInput, { description: "The article." }) input: RestoreArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await restoreArticle(work, input), (done) => new RestoreArticle.Payload(done));
  }
}
