import type { WithAttributionValues } from "../draft/quote-fields.js";
import { DifferenceKind, QuoteKind, QuoteVerdict } from "../quote-check/quote-kinds.type.js";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateScalar } from "../graphql/scalars.js";

@ObjectType({ description: "One place where a quote differs from its source.", simpleResolvers: true })
export class TextDifference {
  @Field(() => DifferenceKind, { description: "How it differs." })
  kind!: DifferenceKind;

  @Field(() => String, { nullable: true, description: "The words as quoted; null when they were left out." })
  quoted!: string | null;

  @Field(() => String, { nullable: true, description: "The words of the source; null when it has none there." })
  original!: string | null;
}

@ObjectType({ description: "The comparison of quoted words with their source, word by word.", simpleResolvers: true })
export class QuoteCheck {
  @Field(() => QuoteVerdict, { description: "The result of the check." })
  verdict!: QuoteVerdict;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the words that occur in the source, from 0 to 1; null without a source and for translations.",
  })
  similarity!: number | null;
}

@ObjectType({
  implements: Node,
  description: "Quoted words: their place in an article, their speaker and the source to check them against.",
  simpleResolvers: true,
})
export class Quote extends Node {
  @Field(() => String, { description: "The quoted words, without their quotation marks." })
  text!: string;

  @Field(() => QuoteKind, { description: "How the article reproduces the statement." })
  kind!: QuoteKind;

  @Field(() => Int, { description: "Start of the words in the paragraph's text, in UTF-16 code units." })
  start!: number;

  @Field(() => Int, { description: "End of the words, exclusive, in UTF-16 code units." })
  end!: number;

  @Field(() => String, {
    nullable: true,
    description: "The speaker's role at the time; null when unknown.",
  })
  speakerRole!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day on which the words were said; null when unknown." })
  saidOn!: string | null;

  @Field(() => String, { nullable: true, description: "Where the words were said; null when unknown." })
  occasion!: string | null;
}

/** Does not compile when the type lacks a field of an attribution. */
export type CompleteQuote = WithAttributionValues<Quote>;

/** A page of quotes. */
export const QuoteConnection = connectionType(Quote, "The newest first where no order is asked for.");
