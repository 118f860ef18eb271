import { Field, ID, InputType, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../graphql/scalars.js";

@ObjectType({ description: "A user who has an article open.", simpleResolvers: true })
export class ArticlePresence {
  @Field(() => ID, {
    nullable: true,
    description: "The user's `Viewer.id`; null for the server itself.",
  })
  actorId!: string | null;

  @Field(() => String, { description: "The user's name." })
  name!: string;

  @Field(() => DateTimeScalar, { description: "Since when the user has had it open without a break." })
  since!: string;

  @Field(() => DateTimeScalar, { description: "When the user's program last confirmed it." })
  seenAt!: string;
}

@InputType({ description: "An article that the caller has open, or closes." })
export class TouchArticleInput {
  @Field(() => ID, { description: "The article." })
  id!: string;

  @Field(() => Boolean, { nullable: true, description: "Whether the caller closes it; false where absent." })
  isClosing?: boolean | null;
}
