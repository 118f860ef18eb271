import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "What changes of a topic. What is absent is left as it is." })
export class UpdateTopicInput {
  @Field(() => ID, { description: "The topic." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name as it is shown. Without a `slug` the slug is made of it.",
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Its name in addresses; the old one keeps leading to the topic.",
  })
  slug?: string | null;
}

@InputType({ description: "Two topics that are one." })
export class MergeTopicsInput {
  @Field(() => ID, { description: "The topic that goes; its articles and slugs are the other's from then on." })
  id!: string;

  @Field(() => ID, { description: "The topic that stays." })
  intoId!: string;
}
