import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../auth/request.js";
import { DEFAULT_PUBLISHING_RULES } from "../auth/work.js";
import { Article } from "../draft/article.type.js";
import { MadeOf } from "../graphql/loading/shape.js";
import { DateTimeScalar } from "../graphql/scalars.js";
import { checkPublishable } from "./check.js";
import { PublishingObstacle } from "./obstacles.type.js";

/** The check of a text before its publication. */
@Resolver(() => Article)
export class ObstaclesResolver {
  @FieldResolver(() => [PublishingObstacle], {
    nullable: true,
    complexity: 5,
    description:
      "What is in the way of publishing this text, in its order: what publishing would refuse, and the quotes that an editor should look at before. Null for readers.",
  })
  @MadeOf<Article>("publishable")
  publishingObstacles(
    @Root() { publishable }: Article,
    @Ctx() { work }: RequestContext,
    @Arg("at", () => DateTimeScalar, { nullable: true, description: "The moment of the publication; by default now." })
    at?: Date | null,
  ): readonly PublishingObstacle[] | null {
    return publishable && checkPublishable(publishable, work.rules ?? DEFAULT_PUBLISHING_RULES, at ?? work.clock.now());
  }
}
