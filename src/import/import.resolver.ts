import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { answer, resultUnion } from "../article/article.results.js";
import { Article } from "../article/article.type.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import type { RequestContext } from "../graphql/request.js";
import { ConflictError, ForbiddenError, ValidationError } from "../graphql/user-errors.js";
import { importCopy, type ImportOutcome } from "./import.service.js";
import { ImportArticleInput, ImportReport } from "./import.type.js";

/** Copy was read. */
@ObjectType({ description: "The copy was read, and unless it was only to be told, written.", simpleResolvers: true })
export class ImportArticlePayload {
  @Field(() => Article, {
    nullable: true,
    description:
      "The draft; the one of before when the story had been imported already; null when nothing was written.",
  })
  readonly article: Answer<Article> | null;

  @Field(() => ImportReport, { description: "What was read, and why." })
  readonly report: ImportReport;

  constructor({ articleId, report }: ImportOutcome) {
    this.article = articleId === null ? null : answerWith("Article", articleId);
    this.report = report;
  }
}

const ImportArticleResult = resultUnion("ImportArticle", ImportArticlePayload, [
  ValidationError,
  ForbiddenError,
  ConflictError,
]);

/** Brings copy in. */
@Resolver()
export class ImportMutations {
  @Mutation(() => ImportArticleResult, {
    complexity: 3_000,
    description:
      "Reads copy into a draft: dateline, paragraphs, quotes with their speakers, embedded posts. All of it is proposed; nothing is published.",
  })
  async importArticle(
    @Arg("input", () => ImportArticleInput, { description: "The copy." }) input: ImportArticleInput,
    @Ctx() { work }: RequestContext,
  ): Promise<object> {
    return answer(await importCopy(work, input), (done) => new ImportArticlePayload(done));
  }
}
