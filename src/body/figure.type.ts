import { Field, ObjectType } from "type-graphql";
import { Node } from "../graphql/node.type.js";

@ObjectType({
  implements: Node,
  description: "An image where an article shows it, with the caption and alternative text to show.",
  simpleResolvers: true,
})
export class Figure extends Node {
  @Field(() => String, {
    nullable: true,
    description:
      "The caption to show: that in this article, or else that of the image; null without both. It does not contain the credit.",
  })
  caption!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The caption that was written for this article: null shows that of the image, empty shows none.",
  })
  ownCaption!: string | null;

  @Field(() => String, {
    description:
      "What the picture shows, for people who do not see it: the text in this article, or else that of the image. Empty without both.",
  })
  alt!: string;
}
