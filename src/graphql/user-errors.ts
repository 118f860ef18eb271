import { Field, InterfaceType, ObjectType, registerEnumType } from "type-graphql";

/** What kept a mutation from being done. */
export const UserErrorCode = {
  VALIDATION: "VALIDATION",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  STALE_VERSION: "STALE_VERSION",
  TRANSITION: "TRANSITION",
  CONFLICT: "CONFLICT",
  BUSY: "BUSY",
} as const;
export type UserErrorCode = keyof typeof UserErrorCode;
registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  description: "What kept a mutation from being done.",
  valuesConfig: {
    VALIDATION: { description: "The input breaks rules; `issues` names each." },
    NOT_FOUND: { description: "There is nothing of this id that the caller may see." },
    FORBIDDEN: { description: "The caller's role does not allow it." },
    STALE_VERSION: { description: "Somebody wrote to the article in between." },
    TRANSITION: { description: "The article's state does not allow it." },
    BUSY: { description: "The server has too much other work of this kind; try again in a moment." },
    CONFLICT: { description: "It would contradict what is there already." },
  },
});

/** Why a mutation was not done. */
@InterfaceType({
  description: "Why a mutation was not done. Nothing of it was written.",
  resolveType: (value: object) => value.constructor.name,
})
export abstract class UserError {
  // Not abstract, for bundlers drop the decorators of what has no value; every error gives its own.
  @Field(() => UserErrorCode, { description: "What kept it from being done." })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: "Human-readable explanation with a suggested fix." })
  readonly message: string;

  @Field(() => [String], {
    nullable: true,
    description: "The input field at fault; null when it is none in particular.",
  })
  readonly path: readonly string[] | null;

  constructor(message: string, path: readonly string[] | null = null) {
    this.message = message;
    this.path = path;
  }
}

/** One rule that an input breaks. */
@ObjectType({ description: "One rule that the input breaks.", simpleResolvers: true })
export class ValidationIssue {
  @Field(() => [String], { description: "The way to the field, from `input` on; a number is a place in a list." })
  readonly path: readonly string[];

  @Field(() => String, { description: "Human-readable explanation with a suggested fix." })
  readonly message: string;

  constructor(path: readonly string[], message: string) {
    this.path = path;
    this.message = message;
  }
}

/** The input breaks rules. */
@ObjectType({
  implements: UserError,
  description: "The input is invalid. All issues are reported together.",
  simpleResolvers: true,
})
export class ValidationError extends UserError {
  override readonly code = "VALIDATION" as const;

  @Field(() => [ValidationIssue], { description: "Every rule that the input breaks." })
  readonly issues: readonly ValidationIssue[];

  constructor(issues: readonly ValidationIssue[]) {
    const [first] = issues;
    super(first ? first.message : "The input is not valid.", first?.path ?? null);
    this.issues = issues;
  }
}

/** There is nothing of this id that the caller may see. */
@ObjectType({
  implements: UserError,
  description: "There is nothing of this id that the caller may see.",
  simpleResolvers: true,
})
export class NotFoundError extends UserError {
  override readonly code = "NOT_FOUND" as const;
}

/** The caller's role does not allow it. */
@ObjectType({ implements: UserError, description: "The caller's role does not allow it.", simpleResolvers: true })
export class ForbiddenError extends UserError {
  override readonly code = "FORBIDDEN" as const;
}

/** It would contradict what is there already. */
@ObjectType({
  implements: UserError,
  description: "It would contradict what is there already.",
  simpleResolvers: true,
})
export class ConflictError extends UserError {
  override readonly code = "CONFLICT" as const;
}
