import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "What a merge of two topics files under the remaining one.", simpleResolvers: true })
export class RefiledArticles {
  @Field(() => Int, {
    description: "Articles that are filed under the topic that goes, also in the trash. Each counts once.",
  })
  readonly articleCount!: number;

  @Field(() => Int, { description: "Drafts that are filed under it." })
  readonly draftCount!: number;

  @Field(() => Int, { description: "Published texts that are filed under it." })
  readonly publishedCount!: number;

  @Field(() => Int, { description: "Articles that are filed under both topics already." })
  readonly bothCount!: number;
}
