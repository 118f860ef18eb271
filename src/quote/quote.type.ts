import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { DateScalar } from "../graphql/scalars.js";

/** How an article renders what somebody said. */
export const QuoteKind = {
  DIRECT: "DIRECT",
  PARTIAL: "PARTIAL",
  INDIRECT: "INDIRECT",
  TRANSLATED: "TRANSLATED",
} as const;
export type QuoteKind = keyof typeof QuoteKind;
registerEnumType(QuoteKind, {
  name: "QuoteKind",
  description: "How an article renders what somebody said.",
  valuesConfig: {
    DIRECT: { description: "Whole sentences in the speaker's own words, in quotation marks." },
    PARTIAL: { description: "A few of the speaker's own words within a sentence of the article." },
    INDIRECT: { description: "The sense of what was said, in the article's words." },
    TRANSLATED: { description: "The speaker's words, put into another language." },
  },
});

/** What holding a quote against its source gave. */
export const QuoteVerdict = {
  EXACT: "EXACT",
  MARKED_EDIT: "MARKED_EDIT",
  ALTERED: "ALTERED",
  NOT_FOUND: "NOT_FOUND",
  NOT_COMPARABLE: "NOT_COMPARABLE",
  UNSOURCED: "UNSOURCED",
} as const;
export type QuoteVerdict = keyof typeof QuoteVerdict;
registerEnumType(QuoteVerdict, {
  name: "QuoteVerdict",
  description: "What holding a quote against its source gave.",
  valuesConfig: {
    EXACT: { description: "Word for word." },
    MARKED_EDIT: { description: "It differs only where brackets or an ellipsis say so." },
    ALTERED: { description: "Words differ and nothing marks it." },
    NOT_FOUND: { description: "The source holds nothing like it." },
    NOT_COMPARABLE: { description: "A translation, whose words cannot be compared with those of the source." },
    UNSOURCED: { description: "There is no source to check against." },
  },
});

/** How two texts differ in one place. */
export const DifferenceKind = { ADDED: "ADDED", REMOVED: "REMOVED", CHANGED: "CHANGED" } as const;
export type DifferenceKind = keyof typeof DifferenceKind;
registerEnumType(DifferenceKind, {
  name: "DifferenceKind",
  description: "How two texts differ in one place.",
  valuesConfig: {
    ADDED: { description: "Only the newer text, or the quote, contains it." },
    REMOVED: { description: "Only the older text, or the source, contains it." },
    CHANGED: { description: "Both contain it, with different words." },
  },
});

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
