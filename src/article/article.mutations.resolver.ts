import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { createArticleOnce } from "./article.once.service.js";
import { articleResult } from "../draft/article.results.js";
import { answer } from "../graphql/result.js";
import { CreateArticleInput } from "./create-article.inputs.js";
import { UpdateArticleInput } from "./edit-article.inputs.js";
import { updateArticle } from "./update-article.service.js";

const CreateArticle = articleResult("CreateArticle");
const UpdateArticle = articleResult("UpdateArticle");

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
    @Arg("input", () => UpdateArticleInput, { description: "The changes." }) input: UpdateArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await updateArticle(work, input), (done) => new UpdateArticle.Payload(done));
  }
}
