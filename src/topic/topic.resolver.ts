import type { GraphQLResolveInfo } from "graphql";
import sql, { raw } from "sql-template-tag";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { TopicsArgs } from "./topic.inputs.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { expectNodeId } from "../graphql/node-id.js";
import { expectOneOf } from "../graphql/one-of.js";
import { listTopics, topicOfSlug } from "./topic.queries.js";
import { Topic, TopicConnection } from "./topic.type.js";

/** Root queries of topics. */
@Resolver()
export class TopicResolver {
  @Query(() => Topic, {
    nullable: true,
    description: "One topic by id or by a slug that leads to it; null when the request sees none.",
  })
  topic(
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The topic's id." }) id?: string | null,
    @Arg("slug", () => String, {
      nullable: true,
      description: "A slug it has or had, or that of a topic merged into it.",
    })
    slug?: string | null,
  ): Promise<Topic | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? loader.byKey(Topic, info, expectNodeId("Topic", by.value, "id"))
      : loader.one(Topic, info, (row) => sql`${raw(row)}.id = ${topicOfSlug(by.value)}`);
  }

  @Query(() => TopicConnection, { description: "The topics of articles that the request may see, by name." })
  topics(
    @Args(() => TopicsArgs) args: TopicsArgs,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Topic>> {
    return loader.connection(Topic, info, { ...args }, (row, scope) => listTopics(row, scope, args.filter));
  }
}
