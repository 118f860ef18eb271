import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../graphql/scalars.js";
import type { WithAttribution } from "../draft/quote-fields.js";
import { QuoteInput } from "../draft/quote.inputs.js";
import { QuoteKind } from "../quote-check/quote-kinds.type.js";
import { ExpectedVersion, IdempotencyKey } from "../graphql/write-fields.js";

@InputType({ description: "A new quote of a paragraph." })
export class AddQuoteInput {
  @Field(() => ID, { description: "The paragraph that contains it." })
  paragraphId!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => QuoteInput, { description: "The quote; its `id` is made here." })
  quote!: QuoteInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: "What changes of a quote. What is absent is left as it is, and null clears." })
export class UpdateQuoteInput {
  @Field(() => ID, { description: "The quote." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Where the words begin, in UTF-16 code units; the start before where absent.",
  })
  start?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Where the words end, exclusive, in UTF-16 code units; the end before where absent.",
  })
  end?: number | null;

  @Field(() => QuoteKind, { nullable: true, description: "How the words are rendered." })
  kind?: QuoteKind | null;

  @Field(() => ID, { nullable: true, description: "Who said it; null when it is not known after all." })
  speakerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The speaker's office when the words were said; that of a new speaker now where absent.",
  })
  speakerRole?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the words, at the latest tomorrow." })
  saidOn?: string | null;

  @Field(() => String, { nullable: true, description: "Where the words were said." })
  occasion?: string | null;

  @Field(() => ID, { nullable: true, description: "The post they can be checked against; null for none." })
  sourceId?: string | null;
}

/** Does not compile when the input lacks a field of an attribution. */
export type CompleteUpdateQuoteInput = WithAttribution<Required<UpdateQuoteInput>>;

@InputType({ description: "A quote to take off the record; its words stay in the text." })
export class RemoveQuoteInput {
  @Field(() => ID, { description: "The quote." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
