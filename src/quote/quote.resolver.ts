import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { expectNodeId } from "../graphql/node-id.js";
import { QuotesArgs } from "./quote.inputs.js";
import { filterQuotes, listQuotes } from "./quote.queries.js";
import { Quote, QuoteConnection } from "./quote.type.js";

/** Root queries of quotes. */
@Resolver()
export class QuoteResolver {
  @Query(() => Quote, { nullable: true, description: "One quote; null when the request sees none of this id." })
  quote(
    @Arg("id", () => ID, { description: "The quote's id." }) id: string,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Quote | null> {
    return loader.byKey(Quote, info, expectNodeId("Quote", id, "id"));
  }

  @Query(() => QuoteConnection, { description: "The quotes of all articles that the request sees." })
  quotes(
    @Args(() => QuotesArgs) args: QuotesArgs,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Quote>> {
    return loader.connection(Quote, info, { ...args }, (row, scope) =>
      listQuotes(row, scope, filterQuotes(row, args.filter ?? {}), args.orderBy),
    );
  }
}
