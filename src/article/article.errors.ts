import { Field, Int, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { UserError } from "../graphql/user-errors.js";
import { Article, ArticleState } from "./article.type.js";

/** Somebody wrote to the article in between. */
@ObjectType({
  implements: UserError,
  description:
    "Somebody wrote to the article since the version that the caller knows. Read it, merge, and write again.",
  simpleResolvers: true,
})
export class StaleVersionError extends UserError {
  override readonly code = "STALE_VERSION" as const;

  @Field(() => Int, { description: "The version to write on." })
  readonly currentVersion: number;

  @Field(() => Article, { description: "The article as it is now." })
  readonly article: Answer<Article>;

  constructor(articleId: string, expectedVersion: number, currentVersion: number) {
    super(`The article is at version ${currentVersion}, not ${expectedVersion}: somebody wrote to it in between.`, [
      "input",
      "expectedVersion",
    ]);
    this.currentVersion = currentVersion;
    this.article = answerWith("Article", articleId);
  }
}

/** The article's state does not allow it. */
@ObjectType({ implements: UserError, description: "The article's state does not allow it.", simpleResolvers: true })
export class TransitionError extends UserError {
  override readonly code = "TRANSITION" as const;

  @Field(() => ArticleState, { description: "The state it is in." })
  readonly from: ArticleState;

  @Field(() => [String], { description: "The acts that its state allows the caller, such as `publish`." })
  readonly allowed: readonly string[];

  constructor(act: string, from: ArticleState, allowed: readonly string[]) {
    const instead = allowed.length === 0 ? "nothing can be done with it any more" : `allowed: ${allowed.join(", ")}`;
    super(`An article in the state ${from} does not allow to ${act} it; ${instead}.`);
    this.from = from;
    this.allowed = allowed;
  }
}
