import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "A revision to make the working draft again." })
export class RestoreRevisionInput {
  @Field(() => ID, { description: "The article." })
  articleId!: string;

  @Field(() => Int, { description: "The number of the revision." })
  number!: number;

  @Field(() => Int, {
    description: "The version that the caller has read. The mutation is refused if the article has changed since.",
  })
  expectedVersion!: number;
}
