import type { WithHead } from "./head-fields.js";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateScalar, DateTimeScalar, LocaleScalar } from "../graphql/scalars.js";

/** Where an article stands in the editorial workflow. */
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
    IN_REVIEW: { description: "Handed in, waiting for an editor." },
    READY: { description: "Approved, waiting to be published." },
    SCHEDULED: { description: "To be published at a set moment." },
    PUBLISHED: { description: "Readers see it." },
    UNPUBLISHED: { description: "Readers saw it once and may see it again." },
    KILLED: { description: "Withdrawn for good, with a reason that readers see." },
  },
});

/** The side from which a language is written. */
export const TextDirection = { LTR: "LTR", RTL: "RTL" } as const;
export type TextDirection = keyof typeof TextDirection;
registerEnumType(TextDirection, {
  name: "TextDirection",
  description: "The side from which a language is written.",
  valuesConfig: { LTR: { description: "From the left." }, RTL: { description: "From the right." } },
});

/** Where and when a story was filed. */
@ObjectType({ description: "Where and when a story was filed.", simpleResolvers: true })
export class Dateline {
  @Field(() => String, { description: "As it is printed, such as `TEHRAN –`." })
  text!: string;

  @Field(() => String, { nullable: true, description: "The place alone; null when the dateline names none." })
  place!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of filing; null when the dateline has none." })
  date!: string | null;
}

/** A news story: in the view of the request, its working draft or what readers see. */
@ObjectType({
  implements: Node,
  description: "A news story. Readers see its published text; an editor's request may see the working draft.",
  simpleResolvers: true,
})
export class Article extends Node {
  datelineText!: string | null;
  datelinePlace!: string | null;
  datelineOn!: string | null;

  @Field(() => String, { description: "Its name in addresses: lower case, unique. An old slug keeps leading here." })
  slug!: string;

  @Field(() => String, { description: "The headline." })
  headline!: string;

  @Field(() => String, { nullable: true, description: "The sentence or two below the headline; null without one." })
  standfirst!: string | null;

  @Field(() => String, { nullable: true, description: "Who wrote it, as printed; null when nobody is named." })
  byline!: string | null;

  @Field(() => LocaleScalar, { description: "The language it is written in." })
  language!: string;

  @Field(() => ArticleState, { description: "State in the workflow; always `PUBLISHED` for readers." })
  state!: ArticleState;

  @Field(() => Int, {
    description:
      "The optimistic lock: grows by one with every accepted write. Readers see the version that was published.",
  })
  version!: number;

  @Field(() => Int, { description: "How many words the paragraphs hold." })
  wordCount!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the draft holds what readers do not see yet; null for readers.",
  })
  hasUnpublishedChanges!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the draft was changed after it was scheduled. Such changes are not published at the set moment, unless the article is scheduled again. Null for readers, and when the article is not scheduled.",
  })
  hasChangesSinceScheduling!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When readers first saw it; null before that." })
  firstPublishedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the text that readers see was published; null when it never was.",
  })
  publishedAt!: string | null;

  @Field(() => DateTimeScalar, {
    description: "When the text was last changed: for readers the published one, for editors the draft.",
  })
  updatedAt!: string;
}

/** Does not compile when the type lacks a field of the head. */
export type CompleteArticle = WithHead<Article>;

/** A page of articles. */
export const ArticleConnection = connectionType(Article, "By default the newest first publication first.");

/** What readers may be told of an article that was taken from them. */
@ObjectType({ description: "Notice that readers see in place of a killed article.", simpleResolvers: true })
export class KillNotice {
  articleId!: string;

  @Field(() => String, { description: "The slug under which readers knew it." })
  slug!: string;

  @Field(() => String, { description: "Why it was taken from them." })
  reason!: string;

  @Field(() => DateTimeScalar, { description: "When it was taken from them." })
  killedAt!: string;
}

/** A page of kill notices. */
export const KillNoticeConnection = connectionType(KillNotice, "The newest first.");
