import { Field, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";

/** What kept a mutation from being done. */
export const UserErrorCode = {
  VALIDATION: "VALIDATION",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  STALE_VERSION: "STALE_VERSION",
  TRANSITION: "TRANSITION",
  CONFLICT: "CONFLICT",
  EMBARGO: "EMBARGO",
  BUSY: "BUSY",
  UNPUBLISHABLE: "UNPUBLISHABLE",
} as const;
export type UserErrorCode = keyof typeof UserErrorCode;
registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  description: "Why a mutation was refused.",
  valuesConfig: {
    VALIDATION: { description: "The input is invalid; `issues` lists every fault." },
    NOT_FOUND: { description: "No object with this id is visible to the caller." },
    FORBIDDEN: { description: "The caller's role does not allow it." },
    STALE_VERSION: { description: "The article was changed in the meantime." },
    TRANSITION: { description: "The article's state does not allow it." },
    EMBARGO: { description: "The article is under an embargo that has not passed." },
    BUSY: { description: "The server is busy with other work of this kind; try again in a moment." },
    UNPUBLISHABLE: { description: "Rules for what is published are violated; `obstacles` lists all." },
    CONFLICT: { description: "The write conflicts with existing data." },
  },
});

@InterfaceType({
  description: "Why a mutation was refused. Nothing was written.",
  resolveType: (value: object) => value.constructor.name,
})
export abstract class UserError {
  // Not abstract, because bundlers drop the decorators of a property without a value; every error sets its own.
  @Field(() => UserErrorCode, { description: "Why the mutation was refused." })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: "Human-readable explanation with a suggested fix." })
  readonly message: string;

  @Field(() => [String], {
    nullable: true,
    description: "Path of the invalid input field; null when no single field is at fault.",
  })
  readonly path: readonly string[] | null;

  constructor(message: string, path: readonly string[] | null = null) {
    this.message = message;
    this.path = path;
  }
}

/** Rules of inputs that people meet, by a name that stays the same when the words of the message change. */
export const IssueReason = {
  EMPTY: "EMPTY",
  TOO_LONG: "TOO_LONG",
  DAY_IN_FUTURE: "DAY_IN_FUTURE",
  MOMENT_IN_FUTURE: "MOMENT_IN_FUTURE",
  MOMENT_PASSED: "MOMENT_PASSED",
  ADDRESS_NOT_HTTP: "ADDRESS_NOT_HTTP",
  NOT_A_LANGUAGE: "NOT_A_LANGUAGE",
  NOT_A_SLUG: "NOT_A_SLUG",
  REASON_REQUIRED: "REASON_REQUIRED",
} as const;
export type IssueReason = keyof typeof IssueReason;
registerEnumType(IssueReason, {
  name: "IssueReason",
  description: "Which rule of an input is violated, for messages in another language than English.",
  valuesConfig: {
    EMPTY: { description: "The text is empty." },
    TOO_LONG: { description: "The text has more than `limit` characters." },
    DAY_IN_FUTURE: { description: "The day is in the future." },
    MOMENT_IN_FUTURE: { description: "The moment is in the future." },
    MOMENT_PASSED: { description: "The moment is not in the future." },
    ADDRESS_NOT_HTTP: { description: "The address does not begin with http:// or https://." },
    NOT_A_LANGUAGE: { description: "It is not a BCP 47 tag of a language." },
    NOT_A_SLUG: { description: "It is not lower-case words joined by hyphens, or has more than `limit` characters." },
    REASON_REQUIRED: { description: "The act needs a reason in words." },
  },
});

/** What a client needs to say in its own words why an input is refused. */
export interface IssueFacts {
  readonly reason: IssueReason;
  /** The most characters that are allowed; only of rules on lengths. */
  readonly limit?: number;
}

@ObjectType({ description: "One violated rule of the input.", simpleResolvers: true })
export class ValidationIssue {
  @Field(() => [String], { description: "Path to the field, starting at `input`; a number is a list index." })
  readonly path: readonly string[];

  @Field(() => String, { description: "Human-readable explanation with a suggested fix." })
  readonly message: string;

  @Field(() => IssueReason, {
    nullable: true,
    description: "Which rule is violated; null where only the message says so. Further reasons may be added.",
  })
  readonly reason: IssueReason | null;

  @Field(() => Int, { nullable: true, description: "The most characters that are allowed; null for other rules." })
  readonly limit: number | null;

  constructor(path: readonly string[], message: string, facts: IssueFacts | null = null) {
    this.path = path;
    this.message = message;
    this.reason = facts?.reason ?? null;
    this.limit = facts?.limit ?? null;
  }
}

@ObjectType({
  implements: UserError,
  description: "The input is invalid. All issues are reported together.",
  simpleResolvers: true,
})
export class ValidationError extends UserError {
  override readonly code = "VALIDATION" as const;

  @Field(() => [ValidationIssue], { description: "All violated rules." })
  readonly issues: readonly ValidationIssue[];

  constructor(issues: readonly ValidationIssue[]) {
    const [first] = issues;
    super(first ? first.message : "The input is not valid.", first?.path ?? null);
    this.issues = issues;
  }
}

@ObjectType({
  implements: UserError,
  description: "No object with this id is visible to the caller.",
  simpleResolvers: true,
})
export class NotFoundError extends UserError {
  override readonly code = "NOT_FOUND" as const;
}

@ObjectType({ implements: UserError, description: "The caller's role does not allow it.", simpleResolvers: true })
export class ForbiddenError extends UserError {
  override readonly code = "FORBIDDEN" as const;
}

@ObjectType({
  implements: UserError,
  description: "The write conflicts with existing data.",
  simpleResolvers: true,
})
export class ConflictError extends UserError {
  override readonly code = "CONFLICT" as const;
}
