import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { type Article, ArticleConnection } from "../draft/article.type.js";
import {
  type Connection,
  ForwardPageArgs,
  type LoadedPage,
  loadedConnection,
  loadedNullableConnection,
  PageArgs,
  toConnection,
} from "../graphql/connection.js";
import { loaded } from "../graphql/loading/loaded.js";
import { expectNodeId } from "../graphql/node-id.js";
import type { RequestContext } from "../graphql/request.js";
import { Person } from "../person/person.type.js";
import { listPosts } from "./embedded-post.queries.js";
import {
  EmbeddedPost,
  EmbeddedPostConnection,
  EmbeddedPostsArgs,
  type PostCapture,
  PostCaptureConnection,
} from "./embedded-post.type.js";

/** The posts, their authors and the articles they stand in. */
@Resolver(() => EmbeddedPost)
export class EmbeddedPostResolver {
  @Query(() => EmbeddedPost, { nullable: true, description: "One post; null when the request sees none of this id." })
  embeddedPost(
    @Arg("id", () => ID, { description: "The post's id." }) id: string,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EmbeddedPost | null> {
    return reader.byKey<EmbeddedPost>("EmbeddedPost", info, expectNodeId("EmbeddedPost", id, "id"));
  }

  @Query(() => EmbeddedPostConnection, {
    description: "The posts in what the request can read, newest recorded first.",
  })
  async embeddedPosts(
    @Args(() => EmbeddedPostsArgs) args: EmbeddedPostsArgs,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<EmbeddedPost>> {
    const page = await reader.connection<LoadedPage<EmbeddedPost>>("EmbeddedPost", info, { ...args }, (row, scope) =>
      listPosts(row, scope, args.filter),
    );
    return toConnection(page);
  }

  @FieldResolver(() => Person, { nullable: true, description: "The author, where it is a person the newsroom knows." })
  author(@Root() post: EmbeddedPost, @Info() info: GraphQLResolveInfo): Person | null {
    return loaded(post, info);
  }

  @FieldResolver(() => PostCaptureConnection, {
    nullable: true,
    description: "Earlier states of the post, newest first; the current one is the post itself. Null for readers.",
  })
  captures(
    @Root() post: EmbeddedPost,
    @Args(() => ForwardPageArgs) _args: ForwardPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<PostCapture> | null {
    return loadedNullableConnection(post, info);
  }

  @FieldResolver(() => ArticleConnection, { description: "The articles that contain it." })
  articles(
    @Root() post: EmbeddedPost,
    @Args(() => ForwardPageArgs) _args: ForwardPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<Article> {
    return loadedConnection(post, info);
  }
}

/** What a person posted. */
@Resolver(() => Person)
export class PersonPostsResolver {
  @FieldResolver(() => EmbeddedPostConnection, { description: "The person's posts in what the request can read." })
  embeddedPosts(
    @Root() person: Person,
    @Args(() => PageArgs) _args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<EmbeddedPost> {
    return loadedConnection(person, info);
  }
}
