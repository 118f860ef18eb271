import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import { loaded } from "../graphql/loading/loaded.js";
import { Paragraph } from "./paragraph.type.js";
import { Article } from "../draft/article.type.js";
import { ArticleElement } from "./element.type.js";

/** An article's body: its paragraphs and the posts placed among them. */
@Resolver(() => Article)
export class ArticleBodyResolver {
  @FieldResolver(() => [ArticleElement], { description: "Paragraphs and embedded posts, in reading order." })
  body(@Root() article: Article, @Info() info: GraphQLResolveInfo): readonly (Paragraph | EmbeddedPost)[] {
    return loaded(article, info);
  }

  @FieldResolver(() => [Paragraph], { description: "The paragraphs alone, in reading order." })
  paragraphs(@Root() article: Article, @Info() info: GraphQLResolveInfo): readonly Paragraph[] {
    return loaded(article, info);
  }

  @FieldResolver(() => [EmbeddedPost], { description: "The embedded posts alone, in reading order." })
  embeddedPosts(@Root() article: Article, @Info() info: GraphQLResolveInfo): readonly EmbeddedPost[] {
    return loaded(article, info);
  }
}
