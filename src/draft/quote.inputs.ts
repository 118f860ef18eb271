import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../graphql/scalars.js";
import type { WithAttribution } from "./quote-fields.js";
import { QuoteKind } from "../quote-check/quote-kinds.type.js";

/** What inputs can state about a quote besides its words. */
@InputType()
export abstract class AttributionFields {
  @Field(() => QuoteKind, {
    nullable: true,
    description: "How the words are rendered; `DIRECT` for a new quote without it. It cannot be cleared.",
  })
  kind?: QuoteKind | null;

  @Field(() => ID, { nullable: true, description: "Who said it; null when it is not known." })
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

  @Field(() => ID, { nullable: true, description: "The post they can be checked against; null for none." })
  sourceId?: string | null;
}

/** Does not compile when the inputs lack a field of an attribution. */
export type CompleteAttributionFields = WithAttribution<Required<AttributionFields>>;

@InputType({
  description:
    "A quote: where its words are in the paragraph, and what is known of them. With the `id` of a quote of the draft it is the same quote: absent fields keep their value, null clears them.",
})
export class QuoteInput extends AttributionFields {
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

  @Field(() => Int, { nullable: true, description: "End of the words, exclusive, in UTF-16 code units." })
  end?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The words themselves, instead of `start` and `end`: their first occurrence as whole words that no other quote has.",
  })
  exact?: string | null;
}
