import { Field, ID, InputType } from "type-graphql";
import { PostPlatform } from "./platform.type.js";
import { IdempotencyKey, OptionalExpectedVersion } from "../graphql/write-fields.js";

@InputType({ description: "An account of a person on a social platform." })
export class SocialAccountInput {
  @Field(() => PostPlatform, { description: "The platform." })
  platform!: PostPlatform;

  @Field(() => String, { description: "The handle; its @ may be left out." })
  handle!: string;
}

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

  @Field(() => ID, { nullable: true, description: "An image that shows the person." })
  portraitId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: "What changes of a person. What is absent is left as it is, and null clears." })
export class UpdatePersonInput {
  @Field(() => ID, { description: "The person." })
  id!: string;

  @OptionalExpectedVersion()
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: "The full name. The name before it becomes an alias." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The name in addresses; the old one keeps leading to the person.",
  })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: "The current office or description." })
  role?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "All other names of the person. With a new `name`, the name before it is added to them.",
  })
  aliases?: string[] | null;

  @Field(() => [SocialAccountInput], { nullable: true, description: "All the person's accounts." })
  accounts?: SocialAccountInput[] | null;

  @Field(() => ID, { nullable: true, description: "An image that shows the person." })
  portraitId?: string | null;
}

@InputType({ description: "Two persons who are one." })
export class MergePersonsInput {
  @Field(() => ID, { description: "The person who goes; all that names them will name the other." })
  id!: string;

  @Field(() => ID, { description: "The person who stays." })
  intoId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether nothing is written: the result, or the refusal, is that of the merge.",
  })
  dryRun?: boolean | null;
}

@InputType({
  description: "A person to delete. Refused while quotes name the person or articles have the person as author.",
})
export class DeletePersonInput {
  @Field(() => ID, { description: "The person." })
  id!: string;
}
