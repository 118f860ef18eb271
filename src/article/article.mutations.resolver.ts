import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../graphql/request.js";
import { deleteArticle, restoreArticle } from "../publishing/trash.service.js";
import { createArticleOnce } from "./article.once.service.js";
import { answer, articleResult, DeleteArticle } from "../draft/article.results.js";
import { CreateArticleInput } from "./create-article.inputs.js";
import {
  DeleteArticleInput,
  ReplaceBodyInput,
  RestoreArticleInput,
  UpdateArticleInput,
} from "./edit-article.inputs.js";
import { replaceBody } from "./replace-body.service.js";
import { updateArticle } from "./update-article.service.js";

const CreateArticle = articleResult("CreateArticle");
const UpdateArticle = articleResult("UpdateArticle");
const ReplaceBody = articleResult("ReplaceBody");
const RestoreArticle = articleResult("RestoreArticle");

/** Writes articles. */
@Resolver()
export class ArticleMutations {
  @Mutation(() => CreateArticle.Result, { description: "Makes an article. It begins as a draft." })
  async createArticle(
    @Arg("input", () => CreateArticleInput, { description: "The article." }) input: CreateArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await createArticleOnce(work, input), (done) => new CreateArticle.Payload(done));
  }

  @Mutation(() => UpdateArticle.Result, { description: "Changes what a draft says besides its body." })
  async updateArticle(
    @Arg("input", () => UpdateArticleInput, { description: "What changes." }) input: UpdateArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateArticle(work, input), (done) => new UpdateArticle.Payload(done));
  }

  @Mutation(() => ReplaceBody.Result, {
    description:
      "Puts a whole body in the place of the draft's, in one write. Parts named by their id stay the same parts.",
  })
  async replaceBody(
    @Arg("input", () => ReplaceBodyInput, { description: "The body." }) input: ReplaceBodyInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    const { articleId, expectedVersion, body } = input;
    const target = { id: articleId, expectedVersion, field: "articleId" };
    return answer(await replaceBody(work, { ...target, body }), (done) => new ReplaceBody.Payload(done));
  }

  @Mutation(() => DeleteArticle.Result, {
    description: "Throws a draft into the trash; never one that is published, scheduled or killed.",
  })
  async deleteArticle(
    @Arg("input", () => DeleteArticleInput, { description: "Which article." }) input: DeleteArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await deleteArticle(work, input), (done) => new DeleteArticle.Payload(done, input.id));
  }

  @Mutation(() => RestoreArticle.Result, { description: "Brings an article back from the trash." })
  async restoreArticle(
    @Arg("input", () => RestoreArticleInput, { description: "Which article." }) input: RestoreArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await restoreArticle(work, input), (done) => new RestoreArticle.Payload(done));
  }
}
