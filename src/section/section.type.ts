import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../graphql/node.type.js";

@ObjectType({
  implements: Node,
  description:
    "A part of the newsroom's site, such as Politics. Sections are a tree that readers see whole; an article is in one section at most.",
  simpleResolvers: true,
})
export class Section extends Node {
  @Field(() => String, { description: "Unique lower-case name in URLs. Earlier slugs still lead to the section." })
  slug!: string;

  @Field(() => String, { description: "The name as it is shown." })
  name!: string;

  @Field(() => Int, { description: "Place among the sections with the same parent, counted from 0." })
  position!: number;
}
