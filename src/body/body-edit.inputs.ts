import { ElementInput } from "../draft/body.inputs.js";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { MarkInput } from "../marked-text/mark.type.js";
import { ParagraphStyle } from "../marked-text/paragraph-style.type.js";
import { FigureInput, FigureTextsInput } from "../draft/figure.inputs.js";
import { ParagraphInput } from "../draft/paragraph.inputs.js";
import { QuoteInput } from "../draft/quote.inputs.js";
import { PostInput } from "../embedded-post/embedded-post.inputs.js";
import { ExpectedVersion, IdempotencyKey } from "../graphql/write-fields.js";

const AFTER =
  "The paragraph, post or figure after which it is placed. Null places it first and an absent field places it last, unless `position` is given.";
const POSITION =
  "Where it is placed when `afterId` is null or absent. For clients that send null for fields that are not set. Not together with the id of an element in `afterId`.";

export const ElementPosition = { FIRST: "FIRST", LAST: "LAST" } as const;
export type ElementPosition = keyof typeof ElementPosition;
registerEnumType(ElementPosition, {
  name: "ElementPosition",
  description: "An end of the body.",
  valuesConfig: {
    FIRST: { description: "Before all other elements." },
    LAST: { description: "After all other elements." },
  },
});

/** The place of an element in the body, as an input names it. */
export interface ElementPlace {
  afterId?: string | null;
  position?: ElementPosition | null;
}

@InputType({ description: "A whole body in the place of the draft's." })
export class ReplaceBodyInput {
  @Field(() => ID, { description: "The article." })
  articleId!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => [ElementInput], {
    description: "The body in reading order. Parts named by their id are the same parts as before.",
  })
  body!: ElementInput[];
}

/** What the inputs that place an element in a body have alike; no type of the schema. */
@InputType()
abstract class PlacementInput implements ElementPlace {
  @Field(() => ID, { description: "The article." })
  articleId!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: AFTER })
  afterId?: string | null;

  @Field(() => ElementPosition, { nullable: true, description: POSITION })
  position?: ElementPosition | null;
}

@InputType({ description: "A new paragraph." })
export class AddParagraphInput extends PlacementInput {
  @Field(() => ParagraphInput, { description: "The paragraph with its quotes; its `id` is made here." })
  paragraph!: ParagraphInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({
  description:
    "What changes of a paragraph. What is absent is left as it is. Its quotes keep their words or are restated, or the write is refused.",
})
export class UpdateParagraphInput {
  @Field(() => ID, { description: "The paragraph." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => ParagraphStyle, { nullable: true, description: "What it is in the body." })
  style?: ParagraphStyle | null;

  @Field(() => String, { nullable: true, description: "Plain text; not together with `html`." })
  text?: string | null;

  @Field(() => [MarkInput], {
    nullable: true,
    description:
      "All links and emphasis on the text. Where absent, it keeps those whose words it keeps. Not together with `html`.",
  })
  marks?: readonly MarkInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Text with `a`, `em` and `strong`; not together with `text`.",
  })
  html?: string | null;

  @Field(() => [QuoteInput], {
    nullable: true,
    description: "All its quotes, restated. Where absent, it keeps its own, whose words must not change.",
  })
  quotes?: QuoteInput[] | null;
}

@InputType({ description: "A part to take out of a body." })
export class RemoveElementInput {
  @Field(() => ID, { description: "The article." })
  articleId!: string;

  @Field(() => ID, { description: "The paragraph, post or figure." })
  elementId!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: "A part to put elsewhere in its body." })
export class MoveElementInput extends PlacementInput {
  @Field(() => ID, { description: "The paragraph, post or figure." })
  elementId!: string;
}

@InputType({ description: "A post to place in a body." })
export class EmbedPostInput extends PlacementInput {
  @Field(() => PostInput, { description: "The post: one that the newsroom has, or a new one." })
  post!: PostInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: "An image to place in a body." })
export class AddFigureInput extends PlacementInput {
  @Field(() => FigureInput, { description: "The image with its texts in this article; its `id` is made here." })
  figure!: FigureInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({
  description:
    "What changes of a figure, in the body or as lead image. What is absent is left as it is, but the texts go with another image.",
})
export class UpdateFigureInput extends FigureTextsInput {
  @Field(() => ID, { description: "The figure." })
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: "The image." })
  imageId?: string | null;
}
