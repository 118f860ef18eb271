import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A person who wrote or made an article." })
export class AuthorInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the person did, as printed, such as `photographer`; absent or null without one.",
  })
  role?: string | null;
}
