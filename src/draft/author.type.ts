import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A person who wrote or made an article.", simpleResolvers: true })
export class Author {
  @Field(() => String, {
    nullable: true,
    description: "What the person did, as printed, such as `reporter` or `photographer`; null without one.",
  })
  role!: string | null;
}
