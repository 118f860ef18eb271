import { ArgsType, Field, ID, InputType, registerEnumType } from "type-graphql";
import { PageArgs } from "../graphql/connection.js";
import { OrderDirection } from "../graphql/order.type.js";
import { DateTimeScalar, LocaleScalar } from "../graphql/scalars.js";
import { ArticleState } from "../draft/article.type.js";

@InputType({ description: "Conditions on articles. All conditions that are set must match." })
export class ArticleFilter {
  @Field(() => [ArticleState], {
    nullable: true,
    description: "In one of these states; readers find `PUBLISHED` only.",
  })
  states?: ArticleState[] | null;

  @Field(() => LocaleScalar, { nullable: true, description: "Written in exactly this language tag." })
  language?: string | null;

  @Field(() => [LocaleScalar], { nullable: true, description: "Written in one of these language tags." })
  languages?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Filed under this topic." })
  topicId?: string | null;

  @Field(() => [ID], { nullable: true, description: "Filed under any of these topics." })
  topicIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "Filed under the topic that this slug leads to." })
  topicSlug?: string | null;

  @Field(() => ID, { nullable: true, description: "Written by this person." })
  authorId?: string | null;

  @Field(() => [ID], { nullable: true, description: "Written by any of these persons." })
  authorIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: "In this section or in one below it." })
  sectionId?: string | null;

  @Field(() => String, { nullable: true, description: "In the section that this slug leads to, or in one below it." })
  sectionSlug?: string | null;

  @Field(() => ID, { nullable: true, description: "Quoting or mentioning this person." })
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Quoting or mentioning the person that this slug leads to.",
  })
  personSlug?: string | null;

  @Field(() => ID, { nullable: true, description: "Quoting this person." })
  speakerId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Published later than this moment." })
  publishedAfter?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Published earlier than this moment." })
  publishedBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "`true`: under an embargo that has not passed. `false`: under none. Readers see no embargoes, so that `true` finds nothing for them.",
  })
  embargoed?: boolean | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "With a text that changed later than this moment: the published one for readers, the draft for editors.",
  })
  updatedAfter?: Date | null;

  @Field(() => String, { nullable: true, description: "With these characters in the headline, in any case." })
  headlineContains?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "`true`: only articles in the trash, for requests that see drafts; none for others. `false` or absent: only articles outside it.",
  })
  isTrashed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "`true`: with a draft that is not published as it is, such as one that was never published. `false`: with none. Readers see no drafts, so that `true` finds nothing for them.",
  })
  hasUnpublishedChanges?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "With a draft that the holder of this id has written to: a `Viewer.id`, or an `actorId` of the audit log. Acts of the workflow, such as a publication, do not count. Finds nothing for readers.",
  })
  editedById?: string | null;
}

export const ArticleOrderField = {
  FIRST_PUBLISHED_AT: "FIRST_PUBLISHED_AT",
  PUBLISHED_AT: "PUBLISHED_AT",
  UPDATED_AT: "UPDATED_AT",
  HEADLINE: "HEADLINE",
} as const;
export type ArticleOrderField = keyof typeof ArticleOrderField;
registerEnumType(ArticleOrderField, {
  name: "ArticleOrderField",
  description: "What articles can be ordered by.",
  valuesConfig: {
    FIRST_PUBLISHED_AT: {
      description: "When the article was first published; articles that were never published count as oldest.",
    },
    PUBLISHED_AT: {
      description: "When the published text was published; articles that are not published count as oldest.",
    },
    UPDATED_AT: { description: "When the text was last changed." },
    HEADLINE: { description: "The headline, character by character." },
  },
});

@InputType({ description: "An order of articles." })
export class ArticleOrder {
  @Field(() => ArticleOrderField, { description: "What to order by." })
  field!: ArticleOrderField;

  @Field(() => OrderDirection, { description: "Which way." })
  direction!: OrderDirection;
}

/** The arguments of the list of articles. */
@ArgsType()
export class ArticlesArgs extends PageArgs {
  @Field(() => ArticleFilter, { nullable: true, description: "Which articles; all of them where it is absent." })
  filter?: ArticleFilter | null;

  @Field(() => ArticleOrder, {
    nullable: true,
    description: "The order; by default the newest first publication first.",
  })
  orderBy?: ArticleOrder | null;
}
