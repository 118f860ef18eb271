import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { expectNodeId } from "../graphql/node-id.js";
import { listPosts } from "./embedded-post.queries.js";
import { EmbeddedPost, EmbeddedPostConnection, EmbeddedPostsArgs } from "./embedded-post.type.js";

/** Root queries of posts. */
@Resolver()
export class EmbeddedPostResolver {
  @Query(() => EmbeddedPost, { nullable: true, description: "One post; null when the request sees none of this id." })
  embeddedPost(
    @Arg("id", () => ID, { description: "The post's id." }) id: string,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EmbeddedPost | null> {
    return loader.byKey(EmbeddedPost, info, expectNodeId("EmbeddedPost", id, "id"));
  }

  @Query(() => EmbeddedPostConnection, {
    description: "The posts in what the request can read, newest recorded first.",
  })
  embeddedPosts(
    @Args(() => EmbeddedPostsArgs) args: EmbeddedPostsArgs,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<EmbeddedPost>> {
    return loader.connection(EmbeddedPost, info, { ...args }, (row, scope) => listPosts(row, scope, args.filter));
  }
}
