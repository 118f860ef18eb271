import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { answer, resultUnion } from "../graphql/result.js";
import { Article } from "../draft/article.type.js";
import { type Answer, answerWith } from "../graphql/answer.js";
import { ConflictError, ForbiddenError, UserError, ValidationError } from "../graphql/user-errors.js";
import {
  importCopies,
  importCopy,
  type ImportMeans,
  type ImportOutcome,
  type ImportOutcomes,
} from "./import-copy.service.js";
import { BusyError } from "./import.errors.js";
import { ImportPreview } from "./import.preview.type.js";
import { ImportArticleInput, ImportArticlesInput, ImportReport } from "./import.type.js";

@ObjectType({ description: "The copy was read and, unless it was a dry run, written.", simpleResolvers: true })
export class ImportArticlePayload {
  @Field(() => Article, {
    nullable: true,
    description: "The draft, or the earlier one when the story is known already. Null in a dry run.",
  })
  readonly article: Answer<Article> | null;

  @Field(() => Article, {
    nullable: true,
    description: "The article that the story is known as already, also in a dry run; null for a new story.",
  })
  readonly knownArticle: Answer<Article> | null;

  @Field(() => ImportReport, { description: "What was read, and why." })
  readonly report: ImportReport;

  @Field(() => ImportPreview, { description: "What was read, before any decision; also in a dry run." })
  readonly preview: ImportPreview;

  constructor({ articleId, knownId, report, preview }: ImportOutcome) {
    this.article = articleId === null ? null : answerWith(Article, articleId);
    this.knownArticle = knownId === null ? null : answerWith(Article, knownId);
    this.report = report;
    this.preview = preview;
  }
}

@ObjectType({ description: "The result for one of several stories.", simpleResolvers: true })
export class ImportArticlesItem {
  @Field(() => Article, {
    nullable: true,
    description: "The draft, or the earlier one when the story is known already. Null in a dry run.",
  })
  readonly article: Answer<Article> | null;

  @Field(() => Article, {
    nullable: true,
    description: "The article that the story is known as already, also in a dry run; null for a new story.",
  })
  readonly knownArticle: Answer<Article> | null;

  @Field(() => ImportReport, { nullable: true, description: "What was read, and why. Null with an error." })
  readonly report: ImportReport | null;

  @Field(() => ImportPreview, {
    nullable: true,
    description: "What was read; also in a dry run. Null with an error.",
  })
  readonly preview: ImportPreview | null;

  @Field(() => UserError, {
    nullable: true,
    description: "Why this story was not imported. It keeps no other story from being imported.",
  })
  readonly error: UserError | null;

  constructor(outcome: ImportOutcome | UserError) {
    const done = outcome instanceof UserError ? null : outcome;
    this.article = done?.articleId ? answerWith(Article, done.articleId) : null;
    this.knownArticle = done?.knownId ? answerWith(Article, done.knownId) : null;
    this.report = done?.report ?? null;
    this.preview = done?.preview ?? null;
    this.error = outcome instanceof UserError ? outcome : null;
  }
}

@ObjectType({ description: "The copy was read. Each of its stories was imported by itself.", simpleResolvers: true })
export class ImportArticlesPayload {
  @Field(() => [ImportArticlesItem], { description: "One for each story, in the order of the content." })
  readonly items: readonly ImportArticlesItem[];

  @Field(() => [String], {
    description: "Parts of the content that are not stories and were skipped, one sentence each.",
  })
  readonly warnings: readonly string[];

  constructor({ items, warnings }: ImportOutcomes) {
    this.items = items.map((item) => new ImportArticlesItem(item));
    this.warnings = warnings;
  }
}

const ImportArticleResult = resultUnion("ImportArticle", ImportArticlePayload, [
  ValidationError,
  ForbiddenError,
  ConflictError,
  BusyError,
]);

const ImportArticlesResult = resultUnion("ImportArticles", ImportArticlesPayload, [
  ValidationError,
  ForbiddenError,
  BusyError,
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
    @Ctx() context: ImportMeans,
  ): Promise<object> {
    return answer(await importCopy(context, input), (done) => new ImportArticlePayload(done));
  }

  @Mutation(() => ImportArticlesResult, {
    complexity: 8_000,
    description:
      "Reads each story of some copy into a draft of its own. What is wrong with one story keeps no other from being imported.",
  })
  async importArticles(
    @Arg("input", () => ImportArticlesInput, { description: "The copy." }) input: ImportArticlesInput,
    @Ctx() context: ImportMeans,
  ): Promise<object> {
    return answer(await importCopies(context, input), (done) => new ImportArticlesPayload(done));
  }
}
