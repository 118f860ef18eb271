import { DifferenceKind, QuoteKind, QuoteVerdict } from "../quote-check/quote-kinds.type.js";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateScalar } from "../graphql/scalars.js";

/** One place where a quote differs from its source. */
@ObjectType({ description: "One place where a quote differs from its source.", simpleResolvers: true })
export class TextDifference {
  @Field(() => DifferenceKind, { description: "How it differs." })
  kind!: DifferenceKind;

  @Field(() => String, { nullable: true, description: "The words as quoted; null when they were left out." })
  quoted!: string | null;

  @Field(() => String, { nullable: true, description: "The words of the source; null when it has none there." })
  original!: string | null;
}

/** The quoted words held against the source. */
@ObjectType({ description: "The quoted words held against their source, word by word.", simpleResolvers: true })
export class QuoteCheck {
  @Field(() => QuoteVerdict, { description: "What came of it." })
  verdict!: QuoteVerdict;

  @Field(() => Float, {
    nullable: true,
    description: "How much of the words is the source's own, from 0 to 1; null without a source and for translations.",
  })
  similarity!: number | null;

  @Field(() => [TextDifference], { description: "Where they differ without a mark, in the order of the quote." })
  differences!: readonly TextDifference[];
}

/** Words that somebody said, in an article. */
@ObjectType({
  implements: Node,
  description: "Quoted words: their place in an article, their speaker and the source to check them against.",
  simpleResolvers: true,
})
export class Quote extends Node {
  verdict!: QuoteVerdict;
  similarity!: number | null;
  differences!: readonly TextDifference[];

  @Field(() => String, { description: "The quoted words, without their quotation marks." })
  text!: string;

  @Field(() => QuoteKind, { description: "How the article renders what was said." })
  kind!: QuoteKind;

  @Field(() => Int, { description: "Where the words begin, in UTF-16 code units of the paragraph's text." })
  start!: number;

  @Field(() => Int, { description: "Where the words end, exclusive, in UTF-16 code units." })
  end!: number;

  @Field(() => String, {
    nullable: true,
    description: "The speaker's office when the words were said; null when it is not known.",
  })
  speakerRole!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the words; null when it is not known." })
  saidOn!: string | null;

  @Field(() => String, { nullable: true, description: "Where the words were said; null when it is not known." })
  occasion!: string | null;
}

/** A page of quotes. */
export const QuoteConnection = connectionType(Quote, "The newest first where no order is asked for.");
