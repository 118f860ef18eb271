import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import { Article } from "../draft/article.type.js";
import { EmbeddedPost } from "../embedded-post/embedded-post.type.js";
import {
  type Connection,
  ForwardPageArgs,
  type LoadedPage,
  loadedConnection,
  toConnection,
} from "../graphql/connection.js";
import { loaded } from "../graphql/loading/loaded.js";
import { expectNodeId } from "../graphql/node-id.js";
import type { RequestContext } from "../graphql/request.js";
import { Paragraph } from "../body/paragraph.type.js";
import { Person } from "../person/person.type.js";
import { PersonQuotesArgs, QuotesArgs } from "./quote.inputs.js";
import { filterQuotes, listQuotes } from "./quote.queries.js";
import { Quote, QuoteCheck, QuoteConnection } from "./quote.type.js";

/** The quotes: where they stand, who said them and where they can be checked. */
@Resolver(() => Quote)
export class QuoteResolver {
  @Query(() => Quote, { nullable: true, description: "One quote; null when the request sees none of this id." })
  quote(
    @Arg("id", () => ID, { description: "The quote's id." }) id: string,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Quote | null> {
    return reader.byKey<Quote>("Quote", info, expectNodeId("Quote", id, "id"));
  }

  @Query(() => QuoteConnection, { description: "The quotes of all articles that the request sees." })
  async quotes(
    @Args(() => QuotesArgs) args: QuotesArgs,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Quote>> {
    const page = await reader.connection<LoadedPage<Quote>>("Quote", info, { ...args }, (row, scope) =>
      listQuotes(row, scope, filterQuotes(row, args.filter ?? {}), args.orderBy),
    );
    return toConnection(page);
  }

  @FieldResolver(() => QuoteCheck, { description: "The quoted words held against the source." })
  check(@Root() quote: Quote): QuoteCheck {
    return quote;
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who said it; null when nobody is named, or not yet." })
  speaker(@Root() quote: Quote, @Info() info: GraphQLResolveInfo): Person | null {
    return loaded(quote, info);
  }

  @FieldResolver(() => EmbeddedPost, {
    nullable: true,
    description: "The evidence: where the words can be checked; null when there is none.",
  })
  source(@Root() quote: Quote, @Info() info: GraphQLResolveInfo): EmbeddedPost | null {
    return loaded(quote, info);
  }

  @FieldResolver(() => Paragraph, { description: "The paragraph that contains it." })
  paragraph(@Root() quote: Quote, @Info() info: GraphQLResolveInfo): Paragraph {
    return loaded(quote, info);
  }

  @FieldResolver(() => Article, { description: "The article that contains it." })
  article(@Root() quote: Quote, @Info() info: GraphQLResolveInfo): Article {
    return loaded(quote, info);
  }

  @FieldResolver(() => QuoteConnection, {
    description: "The same words of the same speaker elsewhere, however they are typed. Empty without a speaker.",
  })
  alsoQuotedIn(
    @Root() quote: Quote,
    @Args(() => ForwardPageArgs) _args: ForwardPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<Quote> {
    return loadedConnection(quote, info);
  }
}

/** The quotes of a paragraph. */
@Resolver(() => Paragraph)
export class ParagraphQuotesResolver {
  @FieldResolver(() => [Quote], { description: "Its quotes, in reading order." })
  quotes(@Root() paragraph: Paragraph, @Info() info: GraphQLResolveInfo): readonly Quote[] {
    return loaded(paragraph, info);
  }
}

/** The quotes of an article. */
@Resolver(() => Article)
export class ArticleQuotesResolver {
  @FieldResolver(() => [Quote], { description: "Every quote of the article, in reading order." })
  quotes(@Root() article: Article, @Info() info: GraphQLResolveInfo): readonly Quote[] {
    return loaded(article, info);
  }
}

/** What a person said. */
@Resolver(() => Person)
export class PersonQuotesResolver {
  @FieldResolver(() => QuoteConnection, { description: "What the person said, in articles that the request sees." })
  quotes(
    @Root() person: Person,
    @Args(() => PersonQuotesArgs) _args: PersonQuotesArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<Quote> {
    return loadedConnection(person, info);
  }
}

/** The quotes that rest on a post. */
@Resolver(() => EmbeddedPost)
export class EmbeddedPostQuotesResolver {
  @FieldResolver(() => QuoteConnection, { description: "The quotes that it is the source of." })
  quotes(
    @Root() post: EmbeddedPost,
    @Args(() => ForwardPageArgs) _args: ForwardPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<Quote> {
    return loadedConnection(post, info);
  }
}
