import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { expectReadsDrafts } from "../auth/drafts.js";
import type { RequestContext } from "../auth/request.js";
import { MadeOf } from "../graphql/loading/shape.js";
import { DRAFT_VIEW } from "../graphql/loading/view.js";
import { expectNodeId } from "../graphql/node-id.js";
import { compareTexts } from "./compared-texts.service.js";
import { compareDocuments } from "./revision.diff.js";
import { Revision, RevisionChange } from "./revision.type.js";

// Two whole documents are read and compared.
const COMPARISON = { complexity: 20 } as const;

/** The computed fields of revisions. */
@Resolver(() => Revision)
export class RevisionResolver {
  @FieldResolver(() => [RevisionChange], {
    ...COMPARISON,
    description: "The differences from the previous revision; for the first revision, its whole content.",
  })
  @MadeOf<Revision>("changes")
  changes(@Root() { changes: { before, after } }: Revision): readonly RevisionChange[] {
    return compareDocuments(before, after);
  }
}

/** Comparisons of any two texts of an article. */
@Resolver()
export class ArticleChangesResolver {
  @Query(() => [RevisionChange], {
    ...COMPARISON,
    description:
      "The differences between two texts of an article, in the order of the second one. Of an article that is not published, all of it is new. For AUTHOR and above, whatever the view of the request.",
  })
  async articleChanges(
    @Ctx() { actor, loader }: RequestContext,
    @Arg("articleId", () => ID, { description: "The article; also one in the trash." }) articleId: string,
    @Arg("from", () => Int, { nullable: true, description: "The number of a revision. Null: the published text." })
    from?: number | null,
    @Arg("to", () => Int, { nullable: true, description: "The number of a revision. Null: the draft." })
    to?: number | null,
  ): Promise<readonly RevisionChange[]> {
    expectReadsDrafts(actor);
    const key = expectNodeId("Article", articleId, "articleId");
    return compareTexts(loader.withView(DRAFT_VIEW), key, { from: from ?? null, to: to ?? null });
  }
}
