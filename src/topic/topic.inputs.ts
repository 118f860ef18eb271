import { ArgsType, Field, ID, InputType } from "type-graphql";
import { ForwardPageArgs } from "../graphql/connection.js";

@InputType({ description: "Conditions on topics. All conditions that are set must match." })
export class TopicFilter {
  @Field(() => String, { nullable: true, description: "With these characters in the name, in any case." })
  nameContains?: string | null;
}

/** The arguments of the list of topics. */
@ArgsType()
export class TopicsArgs extends ForwardPageArgs {
  @Field(() => TopicFilter, { nullable: true, description: "Which topics; by default all." })
  filter?: TopicFilter | null;
}

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

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether nothing is written: the result, or the refusal, is that of the merge.",
  })
  dryRun?: boolean | null;
}
