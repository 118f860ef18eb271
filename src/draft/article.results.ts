import { type ClassType, createUnionType, Field, ID, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { TRASH_VIEW, type View } from "../graphql/loading/view.js";
import type { NodeType } from "../graphql/node-id.js";
import { ConflictError, ForbiddenError, NotFoundError, UserError, ValidationError } from "../graphql/user-errors.js";
import type { WrittenPart } from "../body/body-edit.service.js";
import { StaleVersionError, TransitionError } from "./article.errors.js";
import type { WrittenArticle } from "../article/article.service.js";
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

/** The result union of a mutation: its payload and the errors that can happen. */
export function resultUnion<Payload extends object>(
  name: string,
  payload: ClassType<Payload>,
  errors: readonly ClassType[],
) {
  return createUnionType({
    name: `${name}Result`,
    description: `What came of ${name}: done, or why not.`,
    types: () => [payload, ...errors] as const,
  });
}

/** The payload and result of a mutation that answers with the article. */
export function articleResult(name: string, view?: View) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Article, { description: "The article's draft after it." })
    readonly article: Answer<Article>;

    constructor({ articleId }: WrittenArticle) {
      this.article = answerWith("Article", articleId, view);
    }
  }
  return { Payload, Result: resultUnion(name, Payload, ERRORS) };
}

/** The payload and result of a mutation that answers with the article and a part of it. */
export function partResult<Part extends object>(
  name: string,
  field: "paragraph" | "quote" | "embeddedPost",
  type: ClassType<Part>,
) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Article, { description: "The article's draft after it." })
    readonly article: Answer<Article>;

    @Field(() => type, { name: field, description: "The part that it was about." })
    readonly part: Answer<Part>;

    constructor({ articleId, partId }: WrittenPart) {
      this.article = answerWith("Article", articleId);
      this.part = answerWith(NODE_TYPES[field], partId);
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

const NODE_TYPES = { paragraph: "Paragraph", quote: "Quote", embeddedPost: "EmbeddedPost" } as const satisfies Record<
  string,
  NodeType
>;

/** The payload and result of a mutation that takes something away from an article, or the article itself. */
export function deletionResult(name: string, view?: View) {
  @ObjectType(`${name}Payload`, { description: "The mutation succeeded.", simpleResolvers: true })
  class Payload {
    @Field(() => Article, { description: "The article's draft after it." })
    readonly article: Answer<Article>;

    @Field(() => ID, { description: "The id of what was taken away." })
    readonly deletedId: string;

    constructor({ articleId }: WrittenArticle, deletedId: string) {
      this.article = answerWith("Article", articleId, view);
      this.deletedId = deletedId;
    }
  }
  return { Payload, Result: resultUnion(name, Payload, ERRORS) };
}

/** The result of throwing an article away: it is answered from the trash. */
export const DeleteArticle = deletionResult("DeleteArticle", TRASH_VIEW);

/** Gives what a mutation answers: the payload of what was written, or the error as it is. */
export function answer<Written extends object>(
  written: Written | UserError,
  payload: (done: Written) => object,
): object {
  return written instanceof UserError ? written : payload(written);
}
