import type { Publishable } from "./publishable.js";
import type { WithHead } from "./head-fields.js";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateScalar, DateTimeScalar, LocaleScalar } from "../graphql/scalars.js";

/** The state of an article in the editorial workflow. */
export const ArticleState = {
  DRAFT: "DRAFT",
  IN_REVIEW: "IN_REVIEW",
  READY: "READY",
  SCHEDULED: "SCHEDULED",
  PUBLISHED: "PUBLISHED",
  UNPUBLISHED: "UNPUBLISHED",
  KILLED: "KILLED",
} as const;
export type ArticleState = keyof typeof ArticleState;
registerEnumType(ArticleState, {
  name: "ArticleState",
  description: "State of an article in the editorial workflow.",
  valuesConfig: {
    DRAFT: { description: "Being written." },
    IN_REVIEW: { description: "Submitted, waiting for an editor." },
    READY: { description: "Approved, waiting to be published." },
    SCHEDULED: { description: "Will be published at a set time." },
    PUBLISHED: { description: "Visible to readers." },
    UNPUBLISHED: { description: "Was visible to readers and can be published again." },
    KILLED: { description: "Withdrawn for good, with a reason that readers see." },
  },
});

/** Where an article is in the workflow, and whether it is in the trash. */
export interface DeskPosition {
  readonly state: ArticleState;
  /** Whether readers have ever seen it. */
  readonly wasPublished: boolean;
  readonly isTrashed: boolean;
}

/** The side from which a language is written. */
export const TextDirection = { LTR: "LTR", RTL: "RTL" } as const;
export type TextDirection = keyof typeof TextDirection;
registerEnumType(TextDirection, {
  name: "TextDirection",
  description: "Writing direction of a language.",
  valuesConfig: { LTR: { description: "Left to right." }, RTL: { description: "Right to left." } },
});

@ObjectType({ description: "Place and day of filing of a story.", simpleResolvers: true })
export class Dateline {
  @Field(() => String, { description: "As it is printed, such as `HALVERSAND –`." })
  text!: string;

  @Field(() => String, { nullable: true, description: "The place alone; null when the dateline names none." })
  place!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of filing; null when the dateline has none." })
  date!: string | null;
}

@ObjectType({
  implements: Node,
  description: "A news story. Readers see its published text; an editor's request may see the working draft.",
  simpleResolvers: true,
})
export class Article extends Node {
  datelineText!: string | null;
  datelinePlace!: string | null;
  datelineOn!: string | null;

  @Field(() => String, { description: "Unique lower-case name in URLs. Earlier slugs still lead to the article." })
  slug!: string;

  @Field(() => String, { description: "The headline." })
  headline!: string;

  @Field(() => String, { nullable: true, description: "One or two sentences below the headline; null without one." })
  standfirst!: string | null;

  byline!: string | null;
  /** Loaded only where no byline is stored. */
  authorNames!: readonly string[] | null;

  @Field(() => Boolean, {
    description:
      "Whether the byline is made of the names of the authors and follows them. False where editors wrote the line, and without a byline.",
  })
  bylineIsDerived!: boolean;

  @Field(() => LocaleScalar, { description: "The language it is written in." })
  language!: string;

  /** What the rules of publishing look at; null for readers. */
  publishable!: Publishable | null;

  /** What the rules of acts look at; null for readers. */
  position!: DeskPosition | null;

  @Field(() => ArticleState, { description: "State in the workflow; always `PUBLISHED` for readers." })
  state!: ArticleState;

  @Field(() => Int, {
    description: "Optimistic lock: increases by one with every accepted write. Readers see the published version.",
  })
  version!: number;

  @Field(() => Int, { description: "Number of words in the paragraphs." })
  wordCount!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the draft has changes that are not published; null for readers.",
  })
  hasUnpublishedChanges!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the draft was changed after it was scheduled. Such changes are not published at the set moment, unless the article is scheduled again. Null for readers, and when the article is not scheduled.",
  })
  hasChangesSinceScheduling!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Time of the first publication; null before it." })
  firstPublishedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the current published text was published; null when never published.",
  })
  publishedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the article is published by its schedule; null for readers, and when it is not scheduled.",
  })
  publishAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "No act publishes the article before this moment; null for readers, and without an embargo.",
  })
  embargoedUntil!: string | null;

  @Field(() => DateTimeScalar, {
    description: "Time of the last change: of the published text for readers, of the draft for editors.",
  })
  updatedAt!: string;
}

/** Does not compile when the type lacks a field of the head. */
export type CompleteArticle = WithHead<Article>;

/** A page of articles. */
export const ArticleConnection = connectionType(Article, "By default the newest first publication first.");

@ObjectType({ description: "Notice that readers see in place of a killed article.", simpleResolvers: true })
export class KillNotice {
  articleId!: string;

  @Field(() => String, { description: "The newest public slug of the article." })
  slug!: string;

  @Field(() => String, { description: "The reason given to readers." })
  reason!: string;

  @Field(() => DateTimeScalar, { description: "When it was killed." })
  killedAt!: string;
}

/** A page of kill notices. */
export const KillNoticeConnection = connectionType(KillNotice, "The newest first.");

@ObjectType({ description: "How many articles are in one state, or in the trash.", simpleResolvers: true })
export class ArticleCount {
  @Field(() => ArticleState, { nullable: true, description: "The state; null for the trash." })
  state!: ArticleState | null;

  @Field(() => Boolean, { description: "Whether these are the articles in the trash, whatever their state." })
  isTrash!: boolean;

  @Field(() => Int, { description: "The number of articles. Those in the trash count there alone." })
  count!: number;
}
