import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { type Connection, type LoadedPage, ForwardPageArgs, toConnection } from "../graphql/connection.js";
import { loaded } from "../graphql/loading/loaded.js";
import { TRASH_VIEW } from "../graphql/loading/view.js";
import { expectNodeId } from "../graphql/node-id.js";
import type { RequestContext } from "../graphql/request.js";
import { DateTimeScalar } from "../graphql/scalars.js";
import { ArticlesArgs } from "./article.inputs.js";
import { hasSlug, isNoticeOfSlug, listArticles, listKillNotices } from "./article.queries.js";
import {
  Article,
  ArticleConnection,
  Dateline,
  KillNotice,
  KillNoticeConnection,
  TextDirection,
} from "../draft/article.type.js";
import { directionOf, readingTimeMinutes } from "../draft/language.js";
import { expectOneOf } from "../graphql/one-of.js";

/** The articles, and what is computed of one. */
@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => Article, {
    nullable: true,
    description: "One article by its id or by a slug it has or had; null when the request sees none.",
  })
  article(
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The article's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "A slug it has or had." }) slug?: string | null,
  ): Promise<Article | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? reader.byKey<Article>("Article", info, expectNodeId("Article", by.value, "id"))
      : reader.one<Article>("Article", info, hasSlug(by.value));
  }

  @Query(() => ArticleConnection, { description: "The articles that the request sees." })
  async articles(
    @Args(() => ArticlesArgs) args: ArticlesArgs,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Article>> {
    const isTrash = args.filter?.isTrashed === true && reader.view.kind === "DRAFT";
    const from = isTrash ? reader.withView(TRASH_VIEW) : reader;
    const page = await from.connection<LoadedPage<Article>>("Article", info, { ...args }, (row, scope) =>
      listArticles(row, scope, args.filter, args.orderBy),
    );
    return toConnection(page);
  }

  @FieldResolver(() => Dateline, {
    nullable: true,
    description: "Where and when it was filed; null without a dateline.",
  })
  dateline(@Root() article: Article): Dateline | null {
    const { datelineText, datelinePlace, datelineOn } = article;
    return datelineText === null ? null : { text: datelineText, place: datelinePlace, date: datelineOn };
  }

  @FieldResolver(() => Article, {
    nullable: true,
    description:
      "The text that is published at the set moment: the draft as it was scheduled. Null for readers, and when the article is not scheduled.",
  })
  scheduledText(@Root() article: Article, @Info() info: GraphQLResolveInfo): Article | null {
    return loaded(article, info);
  }

  @FieldResolver(() => TextDirection, { description: "The side from which its language is written." })
  direction(@Root() article: Article): TextDirection {
    return directionOf(article.language);
  }

  @FieldResolver(() => Int, { description: "How long an adult reads it, in minutes, at least 1." })
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
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { nullable: true, description: "The article's id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "A slug it had." }) slug?: string | null,
  ): Promise<KillNotice | null> {
    const by = expectOneOf({ id, slug });
    return by.name === "id"
      ? reader.byKey<KillNotice>("KillNotice", info, expectNodeId("Article", by.value, "id"))
      : reader.one<KillNotice>("KillNotice", info, (row) => isNoticeOfSlug(row, by.value));
  }

  @Query(() => KillNoticeConnection, { description: "Notices of killed articles, newest first." })
  async killNotices(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { reader }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("killedAfter", () => DateTimeScalar, { nullable: true, description: "Only later than this moment." })
    killedAfter?: Date | null,
  ): Promise<Connection<KillNotice>> {
    const page = await reader.connection<LoadedPage<KillNotice>>("KillNotice", info, { ...args, killedAfter }, (row) =>
      listKillNotices(row, killedAfter),
    );
    return toConnection(page);
  }
}
