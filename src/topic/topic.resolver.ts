import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { canonicalSlug } from "../lib/slug.js";
import sql, { raw } from "sql-template-tag";
import { Article, ArticleConnection } from "../draft/article.type.js";
import {
  type Connection,
  ForwardPageArgs,
  type LoadedPage,
  loadedConnection,
  toConnection,
} from "../graphql/connection.js";
import { loaded } from "../graphql/loading/loaded.js";
import { expectNodeId } from "../graphql/node-id.js";
import { expectOneOf } from "../graphql/one-of.js";
import type { RequestContext } from "../graphql/request.js";
import { listTopics } from "./topic.queries.js";
import { Topic, TopicConnection } from "./topic.type.js";

/** The topics and the articles filed under them. */
@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: "One topic by id or slug; null when the request sees none." })
  topic(
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The topic's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "The topic's slug." }) slug?: string | null,
  ): Promise<Topic | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? reader.byKey<Topic>("Topic", info, expectNodeId("Topic", by.value, "id"))
      : reader.one<Topic>("Topic", info, (row) => sql`${raw(row)}.slug = ${canonicalSlug(by.value)}`);
  }

  @Query(() => TopicConnection, { description: "The topics under which the request can find something, by name." })
  async topics(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Topic>> {
    return toConnection(await reader.connection<LoadedPage<Topic>>("Topic", info, { ...args }, listTopics));
  }

  @FieldResolver(() => ArticleConnection, { description: "The articles filed under it." })
  articles(
    @Root() topic: Topic,
    @Args(() => ForwardPageArgs) _args: ForwardPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<Article> {
    return loadedConnection(topic, info);
  }
}

/** What an article is filed under. */
@Resolver(() => Article)
export class ArticleTopicsResolver {
  @FieldResolver(() => [Topic], { description: "What it is filed under, in the editors' order." })
  topics(@Root() article: Article, @Info() info: GraphQLResolveInfo): readonly Topic[] {
    return loaded(article, info);
  }
}
