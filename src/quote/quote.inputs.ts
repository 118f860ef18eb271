import { ArgsType, Field, ID, InputType, registerEnumType } from "type-graphql";
import { PageArgs } from "../graphql/connection.js";
import { OrderDirection } from "../graphql/order.type.js";
import { DateScalar } from "../graphql/scalars.js";
import { QuoteKind, QuoteVerdict } from "../quote-check/quote-kinds.type.js";

@InputType({ description: "Conditions on quotes. All conditions that are set must match." })
export class QuoteFilter {
  @Field(() => ID, { nullable: true, description: "Said by this person." })
  speakerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Standing in this article." })
  articleId?: string | null;

  @Field(() => ID, { nullable: true, description: "In an article that is filed under this topic." })
  topicId?: string | null;

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
