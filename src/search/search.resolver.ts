import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { SearchArgs } from "./search.inputs.js";
import { searchContent } from "./search.service.js";
import { SearchConnection } from "./search.type.js";

/** The root query of the search. */
@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    complexity: 300,
    description:
      "Articles, quotes, persons and posts that match, the best first. Readers find published content; requests in the view DRAFT find drafts.",
  })
  search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() { loader, work }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchConnection> {
    return searchContent(loader, info, args, work.clock.now());
  }
}
