import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { DEFAULT_PUBLISHING_RULES } from "../auth/work.js";
import { Newsroom } from "./newsroom.type.js";

/** What the settings of the server say of its newsroom. */
@Resolver()
export class NewsroomResolver {
  @Query(() => Newsroom, { description: "The newsroom." })
  newsroom(@Ctx() { site, work }: RequestContext): Newsroom {
    return { title: site.title, language: site.language, ...(work.rules ?? DEFAULT_PUBLISHING_RULES) };
  }
}
