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
  REQUIRED: "REQUIRED",
  TOO_MANY: "TOO_MANY",
  LISTED_TWICE: "LISTED_TWICE",
  UNKNOWN_ID: "UNKNOWN_ID",
  INVALID_CHARACTERS: "INVALID_CHARACTERS",
  OUT_OF_RANGE: "OUT_OF_RANGE",
  ADDRESS_WITH_PASSWORD: "ADDRESS_WITH_PASSWORD",
  NOT_A_HANDLE: "NOT_A_HANDLE",
  NO_LETTER: "NO_LETTER",
  RESERVED_NAME: "RESERVED_NAME",
  PLACE_REQUIRED: "PLACE_REQUIRED",
  REFERS_TO_ITSELF: "REFERS_TO_ITSELF",
  IS_ORIGINAL: "IS_ORIGINAL",
  WORDS_LOST: "WORDS_LOST",
  WORDS_NOT_FOUND: "WORDS_NOT_FOUND",
  NO_WORDS: "NO_WORDS",
  OVERLAPPING: "OVERLAPPING",
  NEVER_PUBLISHED: "NEVER_PUBLISHED",
  ALREADY_PUBLISHED: "ALREADY_PUBLISHED",
  COPY_UNREADABLE: "COPY_UNREADABLE",
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
    REQUIRED: { description: "A value is missing, or one that every object of the kind has would be cleared." },
    TOO_MANY: { description: "The list has more than `limit` entries." },
    LISTED_TWICE: { description: "The same entry is there twice." },
    UNKNOWN_ID: { description: "No object of the type has the id." },
    INVALID_CHARACTERS: { description: "The text contains control characters or half a character." },
    OUT_OF_RANGE: { description: "The value is outside of the allowed range." },
    ADDRESS_WITH_PASSWORD: { description: "The address contains a user name or password." },
    NOT_A_HANDLE: { description: "It is not the handle of an account." },
    NO_LETTER: { description: "The name has no letter and no digit." },
    RESERVED_NAME: { description: "The server itself acts under the name." },
    PLACE_REQUIRED: { description: "A dateline with a day has neither a place nor a text." },
    REFERS_TO_ITSELF: { description: "The article refers to itself." },
    IS_ORIGINAL: { description: "The article cannot be a translation: it is the original, also of others." },
    WORDS_LOST: { description: "The words of a quote are no longer in its paragraph." },
    WORDS_NOT_FOUND: { description: "The words of the quote are not in the paragraph, or another quote has them." },
    NO_WORDS: { description: "The quote has marks alone and no words." },
    OVERLAPPING: { description: "It overlaps with another mark of its kind, such as a second link." },
    NEVER_PUBLISHED: { description: "Readers have never seen the article, so that nothing can be corrected." },
    ALREADY_PUBLISHED: { description: "Readers see the article already." },
    COPY_UNREADABLE: { description: "The copy cannot be read as a story; the message says why." },
  },
});

/** What a client needs to say in its own words why an input is refused. */
export interface IssueFacts {
  readonly reason: IssueReason;
  /** The most characters or entries that are allowed; only of rules on lengths. */
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

  @Field(() => Int, {
    nullable: true,
    description: "The most characters or entries that are allowed; null for other rules.",
  })
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

/** Why existing data or the rights of the caller refuse a write, by a name that stays the same when the message changes. */
export const RefusalReason = {
  SLUG_TAKEN: "SLUG_TAKEN",
  ADDRESS_TAKEN: "ADDRESS_TAKEN",
  ACCOUNT_TAKEN: "ACCOUNT_TAKEN",
  POST_DIFFERS: "POST_DIFFERS",
  POST_IN_ARTICLE: "POST_IN_ARTICLE",
  SAME_OBJECT: "SAME_OBJECT",
  PERSON_IS_QUOTED: "PERSON_IS_QUOTED",
  PERSON_IS_AUTHOR: "PERSON_IS_AUTHOR",
  SECTION_BELOW_ITSELF: "SECTION_BELOW_ITSELF",
  SECTION_HAS_SECTIONS: "SECTION_HAS_SECTIONS",
  SECTION_HAS_ARTICLES: "SECTION_HAS_ARTICLES",
  STORY_IN_TRASH: "STORY_IN_TRASH",
  KEY_REUSED: "KEY_REUSED",
  APPROVED_TEXT: "APPROVED_TEXT",
  EMBARGO: "EMBARGO",
} as const;
export type RefusalReason = keyof typeof RefusalReason;
registerEnumType(RefusalReason, {
  name: "RefusalReason",
  description: "Which rule refuses a write, for messages in another language than English.",
  valuesConfig: {
    SLUG_TAKEN: { description: "Another object of the type has, or had, the slug." },
    ADDRESS_TAKEN: { description: "Another post has the address." },
    ACCOUNT_TAKEN: { description: "The account is that of another person." },
    POST_DIFFERS: { description: "The newsroom has the post at this address with another text or author." },
    POST_IN_ARTICLE: { description: "The post is already in the article." },
    SAME_OBJECT: { description: "Both ids are those of the same object." },
    PERSON_IS_QUOTED: { description: "Articles quote the person." },
    PERSON_IS_AUTHOR: { description: "The person is an author of articles." },
    SECTION_BELOW_ITSELF: { description: "The section would belong to itself, or to a section below it." },
    SECTION_HAS_SECTIONS: { description: "Other sections belong to the section." },
    SECTION_HAS_ARTICLES: { description: "Articles are in the section." },
    STORY_IN_TRASH: { description: "The story was imported before, and its article is in the trash." },
    KEY_REUSED: { description: "The idempotency key was used for another write." },
    APPROVED_TEXT: {
      description:
        "It is part of an article that is approved, scheduled or published: an EDITOR or ADMIN has to change it.",
    },
    EMBARGO: { description: "An EDITOR or ADMIN has to lift an embargo that has not passed." },
  },
});

@ObjectType({ implements: UserError, description: "The caller's role does not allow it.", simpleResolvers: true })
export class ForbiddenError extends UserError {
  override readonly code = "FORBIDDEN" as const;

  @Field(() => RefusalReason, {
    nullable: true,
    description: "Which rule refuses it beyond the caller's role; null where the role alone does.",
  })
  readonly reason: RefusalReason | null;

  constructor(message: string, path: readonly string[] | null = null, reason: RefusalReason | null = null) {
    super(message, path);
    this.reason = reason;
  }
}

@ObjectType({
  implements: UserError,
  description: "The write conflicts with existing data.",
  simpleResolvers: true,
})
export class ConflictError extends UserError {
  override readonly code = "CONFLICT" as const;

  @Field(() => RefusalReason, {
    nullable: true,
    description: "What it conflicts with; null where only the message says so. Further reasons may be added.",
  })
  readonly reason: RefusalReason | null;

  constructor(message: string, path: readonly string[], reason: RefusalReason | null) {
    super(message, path);
    this.reason = reason;
  }
}
