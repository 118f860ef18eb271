import { Field, ID, InputType } from "type-graphql";

/** The texts of a figure, which several inputs have alike; no type of the schema. */
@InputType()
export abstract class FigureTextsInput {
  @Field(() => String, {
    nullable: true,
    description: "The caption in this article: null for that of the image, empty for none.",
  })
  caption?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the picture shows, for people who do not see it; null for the text of the image.",
  })
  alt?: string | null;
}

@InputType({
  description:
    "An image of the newsroom where an article shows it. With the `id` of a figure of the draft it is the same figure: absent texts keep their value unless the image is another one.",
})
export class FigureInput extends FigureTextsInput {
  @Field(() => ID, { nullable: true, description: "The id of a figure of the draft; absent for a new figure." })
  id?: string | null;

  @Field(() => ID, { description: "The image." })
  imageId!: string;
}
