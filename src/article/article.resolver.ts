import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { ForwardPageArgs } from "../graphql/connection.js";
import type { Connection } from "../graphql/loading/loaded-page.js";
import { MadeOf } from "../graphql/loading/shape.js";
import { DRAFT_VIEW, TRASH_VIEW } from "../graphql/loading/view.js";
import { encodeNodeId, expectNodeId } from "../graphql/node-id.js";
import { expectReadsDrafts } from "../auth/drafts.js";
import type { RequestContext } from "../auth/request.js";
import { DateTimeScalar } from "../graphql/scalars.js";
import { ArticlesArgs } from "./article.inputs.js";
import { hasSlug, isNoticeOfSlug, listArticles, listKillNotices } from "./article.queries.js";
import { actsOn } from "../draft/allowed-acts.js";
import { ArticleAct } from "../draft/article-act.type.js";
import { countArticles } from "./article-counts.service.js";
import {
  Article,
  ArticleConnection,
  ArticleCount,
  KillNotice,
  KillNoticeConnection,
  TextDirection,
} from "../draft/article.type.js";
import { printedByline } from "../draft/byline.js";
import { directionOf } from "../draft/language.js";
import { readingTimeMinutes } from "../lib/count-words.js";
import { expectOneOf } from "../graphql/one-of.js";

/** The articles, and what is computed of one. */
@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => Article, {
    nullable: true,
    description: "One article by its id or by a slug it has or had; null when the request sees none.",
  })
  article(
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The article's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "A slug it has or had." }) slug?: string | null,
  ): Promise<Article | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? loader.byKey(Article, info, expectNodeId("Article", by.value, "id"))
      : loader.one(Article, info, hasSlug(by.value));
  }

  @Query(() => ArticleConnection, { description: "The articles that the request sees." })
  articles(
    @Args(() => ArticlesArgs) args: ArticlesArgs,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Article>> {
    const isTrash = args.filter?.isTrashed === true && loader.view.kind === "DRAFT";
    const from = isTrash ? loader.withView(TRASH_VIEW) : loader;
    return from.connection(Article, info, { ...args }, (row, scope) =>
      listArticles(row, scope, args.filter, args.orderBy),
    );
  }

  @Query(() => [ArticleCount], {
    complexity: 100,
    description:
      "The number of articles in each state, in the order of the states, and at last of those in the trash. For AUTHOR and above, whatever the view of the request.",
  })
  async articleCounts(@Ctx() { actor, loader }: RequestContext): Promise<readonly ArticleCount[]> {
    expectReadsDrafts(actor);
    return countArticles(loader.withView(DRAFT_VIEW));
  }

  @FieldResolver(() => [ArticleAct], {
    description:
      "What the caller may do with it now, by its state and the caller's role; empty for requests that see no drafts.",
  })
  @MadeOf<Article>("position")
  allowedActs(@Root() { position }: Article, @Ctx() { actor }: RequestContext): readonly ArticleAct[] {
    return position === null ? [] : actsOn(position, actor);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The authors as printed: the line that editors wrote, or else the names of the authors. Null without both.",
  })
  @MadeOf<Article>("byline", "authorNames", "language")
  byline(@Root() article: Article): string | null {
    return printedByline(article);
  }

  @FieldResolver(() => TextDirection, { description: "Writing direction of its language." })
  @MadeOf<Article>("language")
  direction(@Root() article: Article): TextDirection {
    return directionOf(article.language);
  }

  @FieldResolver(() => Int, { description: "Reading time for an adult in minutes, at least 1." })
  @MadeOf<Article>("wordCount", "language")
  readingTimeMinutes(@Root() article: Article): number {
    return readingTimeMinutes(article.wordCount, article.language);
  }
}

/** What readers see of killed articles. */
@Resolver(() => KillNotice)
export class KillNoticeResolver {
  @Query(() => KillNotice, {
    nullable: true,
    description: "Notice of a killed article, by its id or a public slug; null when no such article was killed.",
  })
  killNotice(
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The article's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "A slug it had." }) slug?: string | null,
  ): Promise<KillNotice | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? loader.byKey(KillNotice, info, expectNodeId("Article", by.value, "id"))
      : loader.one(KillNotice, info, (row) => isNoticeOfSlug(row, by.value));
  }

  @Query(() => KillNoticeConnection, { description: "Notices of killed articles, newest first." })
  killNotices(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { loader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("killedAfter", () => DateTimeScalar, { nullable: true, description: "Only later than this moment." })
    killedAfter?: Date | null,
  ): Promise<Connection<KillNotice>> {
    return loader.connection(KillNotice, info, { ...args, killedAfter }, (row) => listKillNotices(row, killedAfter));
  }

  @FieldResolver(() => ID, { description: "The id that the article had; `article` returns null for it." })
  @MadeOf<KillNotice>("articleId")
  articleId(@Root() notice: KillNotice): string {
    return encodeNodeId("Article", notice.articleId);
  }
}
