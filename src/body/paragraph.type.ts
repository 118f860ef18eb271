import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../graphql/node.type.js";
import type { Mark } from "../marked-text/html.js";

/** A paragraph of an article. */
@ObjectType({ implements: Node, description: "A paragraph of an article.", simpleResolvers: true })
export class Paragraph extends Node {
  marks!: readonly Mark[];

  @Field(() => String, {
    complexity: 0.5,
    description: "Plain text. The offsets of quotes and mentions are UTF-16 code units into it.",
  })
  text!: string;
}

/** A person named in a paragraph. */
@ObjectType({ description: "Where a paragraph names a person.", simpleResolvers: true })
export class Mention {
  @Field(() => Int, { description: "Where the name begins, in UTF-16 code units of the paragraph's text." })
  start!: number;

  @Field(() => Int, { description: "Where the name ends, exclusive, in UTF-16 code units." })
  end!: number;

  @Field(() => String, { description: "The name as the paragraph has it." })
  text!: string;
}
