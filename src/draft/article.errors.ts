import { Field, ObjectType } from "type-graphql";
import { type Answer, answerWith } from "../graphql/answer.js";
import { DateTimeScalar } from "../graphql/scalars.js";
import { DRAFT_VIEW, TRASH_VIEW, type View } from "../graphql/loading/view.js";
import { staleVersionError, type VersionMismatch } from "../graphql/stale-version.js";
import { UserError } from "../graphql/user-errors.js";
import { Article, ArticleState } from "./article.type.js";

/** Who wrote to an article last, and when. */
export interface LastWrite {
  readonly actor: string;
  readonly at: Date;
}

@ObjectType({
  implements: UserError,
  description:
    "Somebody wrote to the article since the version that the caller knows. Read it, merge, and write again.",
  simpleResolvers: true,
})
export class StaleVersionError extends staleVersionError("The version to write on.") {
  @Field(() => Article, { description: "The article as it is now." })
  readonly article: Answer<Article>;

  @Field(() => String, {
    nullable: true,
    description: "Name of the user who wrote to it last; null when the audit log does not have it.",
  })
  readonly changedBy: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When that was; null when the audit log does not have it.",
  })
  readonly changedAt: Date | null;

  readonly #inTrash: () => StaleVersionError;

  /** @param view where the article is read: in the trash when it is there. */
  constructor(articleId: string, versions: VersionMismatch, last: LastWrite | null, view: View = DRAFT_VIEW) {
    super("article", versions, "somebody wrote to it");
    this.article = answerWith(Article, articleId, view);
    this.changedBy = last?.actor ?? null;
    this.changedAt = last?.at ?? null;
    this.#inTrash = () => new StaleVersionError(articleId, versions, last, TRASH_VIEW);
  }

  /** The same error for an article in the trash. */
  inTrash(): StaleVersionError {
    return this.#inTrash();
  }
}

@ObjectType({
  implements: UserError,
  description: "The article's state does not allow the act.",
  simpleResolvers: true,
})
export class TransitionError extends UserError {
  override readonly code = "TRANSITION" as const;

  @Field(() => ArticleState, { description: "The state of the article." })
  readonly from: ArticleState;

  @Field(() => [String], {
    description:
      "The acts of the workflow that the state allows the caller, such as `publish`. Empty when it allows the caller none; the message names what an editor can do.",
  })
  readonly allowed: readonly string[];

  constructor(act: string, from: ArticleState, allowed: readonly string[], allowedToEditors: readonly string[] = []) {
    super(`An article in the state ${from} does not allow ${act}. ${waysOn(from, allowed, allowedToEditors)}`);
    this.from = from;
    this.allowed = allowed;
  }
}

function waysOn(from: ArticleState, allowed: readonly string[], allowedToEditors: readonly string[]): string {
  if (from === "KILLED") return "A killed article cannot be changed any more.";
  if (allowed.length > 0) return `Allowed: ${allowed.join(", ")}.`;
  return allowedToEditors.length > 0 ? `An EDITOR or ADMIN can: ${allowedToEditors.join(", ")}.` : "";
}
