import { ArgsType, Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { PageArgs } from "../graphql/connection.js";
import { OrderDirection } from "../graphql/order.type.js";
import { DateScalar } from "../graphql/scalars.js";
import { QuoteKind, QuoteVerdict } from "./quote.type.js";

/** Which quotes are wanted; conditions add up. */
@InputType({ description: "Which quotes are wanted. Every condition given must hold." })
export class QuoteFilter {
  @Field(() => ID, { nullable: true, description: "Said by this person." })
  speakerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Standing in this article." })
  articleId?: string | null;

  @Field(() => [QuoteKind], { nullable: true, description: "Of one of these kinds." })
  kinds?: QuoteKind[] | null;

  @Field(() => [QuoteVerdict], { nullable: true, description: "With one of these verdicts." })
  verdicts?: QuoteVerdict[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether there is a source to check against." })
  hasSource?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: "Said later than this day." })
  saidAfter?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Said earlier than this day." })
  saidBefore?: string | null;

  @Field(() => String, { nullable: true, description: "With these characters in the words, in any case." })
  textContains?: string | null;
}

/** What quotes can be ordered by. */
export const QuoteOrderField = { SAID_ON: "SAID_ON", CREATED_AT: "CREATED_AT" } as const;
export type QuoteOrderField = keyof typeof QuoteOrderField;
registerEnumType(QuoteOrderField, {
  name: "QuoteOrderField",
  description: "What quotes can be ordered by.",
  valuesConfig: {
    SAID_ON: { description: "The day of the words; words of an unknown day count as oldest." },
    CREATED_AT: { description: "When the quote was first recorded." },
  },
});

/** An order of quotes. */
@InputType({ description: "An order of quotes." })
export class QuoteOrder {
  @Field(() => QuoteOrderField, { description: "What to order by." })
  field!: QuoteOrderField;

  @Field(() => OrderDirection, { description: "Which way." })
  direction!: OrderDirection;
}

/** The arguments of a person's quotes. */
@ArgsType()
export class PersonQuotesArgs extends PageArgs {
  @Field(() => QuoteFilter, { nullable: true, description: "Which quotes; all of them where it is absent." })
  filter?: QuoteFilter | null;
}

/** The arguments of the list of quotes. */
@ArgsType()
export class QuotesArgs extends PersonQuotesArgs {
  @Field(() => QuoteOrder, { nullable: true, description: "In which order; newest recorded first where absent." })
  orderBy?: QuoteOrder | null;
}

/** A quote as an editor gives it. */
@InputType({
  description:
    "A quote: where its words are in the paragraph, and what is known of them. With the `id` of a quote of the draft it is the same quote: absent fields keep their value, null clears them.",
})
export class QuoteInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "The id of a quote of the draft; its absent fields keep their value, and its words are found again where neither offsets nor `exact` are given. Absent for a new quote.",
  })
  id?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Where the words begin, in UTF-16 code units of the text; together with `end`.",
  })
  start?: number | null;

  @Field(() => Int, { nullable: true, description: "Where the words end, exclusive, in UTF-16 code units." })
  end?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The words themselves, instead of `start` and `end`: their first occurrence as whole words that no other quote has.",
  })
  exact?: string | null;

  @Field(() => QuoteKind, {
    nullable: true,
    description: "How the words are rendered; `DIRECT` for a new quote without it. It cannot be cleared.",
  })
  kind?: QuoteKind | null;

  @Field(() => ID, { nullable: true, description: "Who said it." })
  speakerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The speaker's office when the words were said. Absent: the current role of a new speaker. Null: none.",
  })
  speakerRole?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the words, at the latest tomorrow." })
  saidOn?: string | null;

  @Field(() => String, { nullable: true, description: "Where the words were said." })
  occasion?: string | null;

  @Field(() => ID, { nullable: true, description: "The post they can be checked against." })
  sourceId?: string | null;
}
