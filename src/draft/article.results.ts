import { resultUnion } from "../graphql/result.js";
import { type ClassType, Field, ID, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { type View } from "../graphql/loading/view.js";
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from "../graphql/user-errors.js";
import type { WrittenPart, WrittenArticle } from "./written.js";
import { StaleVersionError, TransitionError } from "./article.errors.js";
import { Article } from "./article.type.js";

/** Everything that can keep a write to an article from being done. */
const ERRORS = [
  ValidationError,
  NotFoundError,
  ForbiddenError,
  StaleVersionError,
  TransitionError,
  ConflictError,
] as const;

/** The payload and result of a mutation that answers with the article; `moreErrors` are those that it alone has. */
export function articleResult(name: string, view?: View, moreErrors: readonly ClassType[] = []) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Article, { description: "The updated draft." })
    readonly article: Answer<Article>;

    constructor({ articleId }: WrittenArticle) {
      this.article = answerWith(Article, articleId, view);
    }
  }
  return { Payload, Result: resultUnion(name, Payload, [...ERRORS, ...moreErrors]) };
}

/** The payload and result of a mutation that answers with the article and a part of it. */
export function partResult<Part extends object>(
  name: string,
  field: "paragraph" | "quote" | "embeddedPost" | "figure",
  type: ClassType<Part>,
) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Article, { description: "The updated draft." })
    readonly article: Answer<Article>;

    @Field(() => type, { name: field, description: "The part that was changed." })
    readonly part: Answer<Part>;

    constructor({ articleId, partId }: WrittenPart) {
      this.article = answerWith(Article, articleId);
      this.part = answerWith(type, partId);
    }
  }
  // The field has the part's own name, and GraphQL reads it from the property of that name.
  Object.defineProperty(Payload.prototype, field, {
    get(this: Payload) {
      return this.part;
    },
  });
  return { Payload, Result: resultUnion(name, Payload, ERRORS) };
}

/** The payload and result of a mutation that takes something away from an article, or the article itself. */
export function deletionResult(name: string, view?: View) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Article, { description: "The updated draft." })
    readonly article: Answer<Article>;

    @Field(() => ID, { description: "The id of the removed part." })
    readonly deletedId: string;

    constructor({ articleId }: WrittenArticle, deletedId: string) {
      this.article = answerWith(Article, articleId, view);
      this.deletedId = deletedId;
    }
  }
  return { Payload, Result: resultUnion(name, Payload, ERRORS) };
}
