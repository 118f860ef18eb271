import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import { connectionType, PageArgs } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { PostPlatform } from "./platform.type.js";

@ObjectType({ description: "An account of a person on a social platform.", simpleResolvers: true })
export class SocialAccount {
  @Field(() => PostPlatform, { description: "The platform." })
  platform!: PostPlatform;

  @Field(() => String, { description: "The handle, with its leading @." })
  handle!: string;
}

@ObjectType({
  implements: Node,
  description: "A person who is quoted or mentioned, or who writes.",
  simpleResolvers: true,
})
export class Person extends Node {
  @Field(() => String, { description: "Unique lower-case name in URLs." })
  slug!: string;

  @Field(() => String, { description: "The full name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The current office or description; null when none is known." })
  role!: string | null;

  @Field(() => Int, {
    description:
      "Optimistic lock: increases by one with every accepted write. In a revision, the version at that time.",
  })
  version!: number;

  @Field(() => [String], { description: "Other names the person goes by, in the editors' order." })
  aliases!: readonly string[];
}

/** A page of persons. */
export const PersonConnection = connectionType(Person, "By name, character by character.");

@InputType({ description: "Conditions on persons. All conditions that are set must match." })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: "With these characters in the name or an alias, in any case." })
  nameContains?: string | null;

  @Field(() => String, { nullable: true, description: "With an account of this handle; its @ may be left out." })
  handle?: string | null;
}

/** The arguments of the list of persons. */
@ArgsType()
export class PersonsArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true, description: "Conditions on persons. By default all are returned." })
  filter?: PersonFilter | null;
}
