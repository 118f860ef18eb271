import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "What a merge changes, published or not. A part of several versions of a text counts once.",
  simpleResolvers: true,
})
export class MergedContent {
  @Field(() => Int, { description: "Quotes that get the remaining person as speaker." })
  readonly quoteCount!: number;

  @Field(() => Int, {
    description: "Articles that quote or mention the person who goes, or have that person as author.",
  })
  readonly articleCount!: number;

  @Field(() => Int, { description: "Articles of which the remaining person becomes an author." })
  readonly writtenCount!: number;

  @Field(() => Int, { description: "Posts that get the remaining person as author." })
  readonly postCount!: number;

  @Field(() => Int, {
    description:
      "Articles with a name that both bear, which mention neither of them and may mention the remaining person.",
  })
  readonly namesakeCount!: number;

  @Field(() => [String], { description: "Names that the remaining person is known by in addition." })
  readonly aliases!: readonly string[];

  @Field(() => Int, { description: "Accounts that the remaining person gets." })
  readonly accountCount!: number;
}
