import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import { connectionType, PageArgs } from "../graphql/connection.js";
import { Node } from "../graphql/node.type.js";
import { PostPlatform } from "./platform.type.js";

/** An account of a person on a social platform. */
@ObjectType({ description: "An account of a person on a social platform.", simpleResolvers: true })
export class SocialAccount {
  @Field(() => PostPlatform, { description: "The platform." })
  platform!: PostPlatform;

  @Field(() => String, { description: "The handle, with its leading @." })
  handle!: string;
}

/** Somebody who speaks or is spoken of. */
@ObjectType({ implements: Node, description: "Somebody who speaks or is spoken of.", simpleResolvers: true })
export class Person extends Node {
  @Field(() => String, { description: "The person's name in addresses: lower case, unique." })
  slug!: string;

  @Field(() => String, { description: "The full name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The current office or description; null when none is known." })
  role!: string | null;

  @Field(() => Int, {
    description:
      "The optimistic lock: grows by one with every accepted write. In a revision the version of that moment.",
  })
  version!: number;

  @Field(() => [String], { description: "Other names the person goes by, in the editors' order." })
  aliases!: readonly string[];
}

/** A page of persons. */
export const PersonConnection = connectionType(Person, "By name, character by character.");

/** Which persons are wanted; conditions add up. */
@InputType({ description: "Which persons are wanted. Every condition given must hold." })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: "With these characters in the name or an alias, in any case." })
  nameContains?: string | null;

  @Field(() => String, { nullable: true, description: "With an account of this handle; its @ may be left out." })
  handle?: string | null;
}

/** The arguments of the list of persons. */
@ArgsType()
export class PersonsArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true, description: "Which persons; all of them where it is absent." })
  filter?: PersonFilter | null;
}
