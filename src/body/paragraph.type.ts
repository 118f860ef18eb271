import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../graphql/node.type.js";
import type { Mark } from "../marked-text/html.js";
import { ParagraphStyle } from "../marked-text/paragraph-style.type.js";

@ObjectType({ implements: Node, description: "A paragraph of an article.", simpleResolvers: true })
export class Paragraph extends Node {
  marks!: readonly Mark[];

  @Field(() => ParagraphStyle, { description: "What it is in the body." })
  style!: ParagraphStyle;

  @Field(() => String, {
    complexity: 0.5,
    description: "Plain text. The offsets of quotes and mentions are UTF-16 code units into it.",
  })
  text!: string;
}

@ObjectType({ description: "Where a paragraph names a person.", simpleResolvers: true })
export class Mention {
  @Field(() => Int, { description: "Start of the name in the paragraph's text, in UTF-16 code units." })
  start!: number;

  @Field(() => Int, { description: "End of the name, exclusive, in UTF-16 code units." })
  end!: number;

  @Field(() => String, { description: "The name as written in the paragraph." })
  text!: string;
}
