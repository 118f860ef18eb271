import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";

@ObjectType({ implements: Node, description: "A subject that articles are filed under.", simpleResolvers: true })
export class Topic extends Node {
  @Field(() => String, { description: "Unique lower-case name in URLs." })
  slug!: string;

  @Field(() => String, { description: "The name as it is shown." })
  name!: string;
}

/** A page of topics. */
export const TopicConnection = connectionType(Topic, "By name, character by character.");
