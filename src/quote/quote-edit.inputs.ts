import { Field, ID, InputType, Int } from "type-graphql";
import { AttributionFields, QuoteInput } from "../draft/quote.inputs.js";
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
export class UpdateQuoteInput extends AttributionFields {
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
}

@InputType({ description: "A quote to take off the record; its words stay in the text." })
export class RemoveQuoteInput {
  @Field(() => ID, { description: "The quote." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
