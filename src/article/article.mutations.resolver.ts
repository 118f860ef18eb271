import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { createArticleOnce } from "./article.once.service.js";
import { articleResult } from "../draft/article.results.js";
import { answer, resultUnion } from "../graphql/result.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import { ForbiddenError, NotFoundError } from "../graphql/user-errors.js";
import { Article } from "../draft/article.type.js";
import type { WrittenArticle } from "../draft/written.js";
import { touchArticle } from "./presence.service.js";
import { TouchArticleInput } from "./presence.type.js";
import { CreateArticleInput } from "./create-article.inputs.js";
import { UpdateArticleInput } from "./edit-article.inputs.js";
import { updateArticle } from "./update-article.service.js";

const CreateArticle = articleResult("CreateArticle");
const UpdateArticle = articleResult("UpdateArticle");

@ObjectType({ description: "The mutation succeeded.", simpleResolvers: true })
export class TouchArticlePayload {
  @Field(() => Article, { description: "The draft as it is now, unchanged." })
  readonly article: Answer<Article>;

  constructor({ articleId }: WrittenArticle) {
    this.article = answerWith(Article, articleId);
  }
}

const TouchArticleResult = resultUnion("TouchArticle", TouchArticlePayload, [NotFoundError, ForbiddenError]);

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

  @Mutation(() => TouchArticleResult, {
    description:
      "Shows others that the caller has an article open: see `Article.openedBy`. To be repeated every 20 to 30 seconds; it is forgotten after a minute. It changes nothing of the article.",
  })
  async touchArticle(
    @Arg("input", () => TouchArticleInput, { description: "The article." }) input: TouchArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await touchArticle(work, input), (done) => new TouchArticlePayload(done));
  }
}
