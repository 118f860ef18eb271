import { Field, InputType } from "type-graphql";
import { PostPlatform } from "../embedded-post/platform.type.js";

/** An account as an editor gives it. */
@InputType({ description: "An account of a person on a social platform." })
export class SocialAccountInput {
  @Field(() => PostPlatform, { description: "The platform." })
  platform!: PostPlatform;

  @Field(() => String, { description: "The handle; its @ may be left out." })
  handle!: string;
}

/** A new person. */
@InputType({ description: "A new person." })
export class CreatePersonInput {
  @Field(() => String, { description: "The full name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The name in addresses; made of the full name where absent." })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: "The current office or description." })
  role?: string | null;

  @Field(() => [String], { nullable: true, description: "Other names the person goes by." })
  aliases?: string[] | null;

  @Field(() => [SocialAccountInput], { nullable: true, description: "The person's accounts." })
  accounts?: SocialAccountInput[] | null;
}
