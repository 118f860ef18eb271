import sql, { empty, raw, type Sql } from "sql-template-tag";
import { allOf, contains, filterKey, filterLanguage, given, isOneOf } from "../graphql/loading/filters.js";
import { defineObject, madeOf, type Order, type RelatedRows, type Scope } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { canonicalSlug } from "../lib/slug.js";
import type { ArticleFilter, ArticleOrder } from "./article.inputs.js";

/** A column of the article's own row, as seen from its head: what is true whatever its text says. */
function ofArticle(column: string): (row: string, scope: Scope) => Sql {
  return (row, scope) =>
    sql`(SELECT a.${raw(column)} FROM ${scope.rows("article")} a WHERE a.id = ${raw(row)}.article_id)`;
}

defineObject(
  {
    type: "Article",
    from: (row, scope) => sql`${scope.rows("article_head")} ${raw(row)}`,
    key: "article_id",
    columns: {
      id: "article_id",
      slug: "slug",
      headline: "headline",
      standfirst: "standfirst",
      byline: "byline",
      datelineText: "dateline_text",
      datelinePlace: "dateline_place",
      datelineOn: "dateline_on",
      language: "language",
      version: "version",
      wordCount: "word_count",
      publishedAt: "published_at",
      updatedAt: "updated_at",
    },
    visible: (row, scope) => scope.seen(row),
  },
  {
    dateline: madeOf("datelineText", "datelinePlace", "datelineOn"),
    direction: madeOf("language"),
    readingTimeMinutes: madeOf("wordCount", "language"),
    state: { kind: "value", value: ofArticle("state") },
    firstPublishedAt: { kind: "value", value: ofArticle("first_published_at") },
    hasUnpublishedChanges: {
      kind: "value",
      // The head that readers see bears the version it was published as; a draft that was written since is ahead of it.
      value: (row, { view }) =>
        isReaderView(view)
          ? raw("NULL::boolean")
          : sql`CASE WHEN ${raw(row)}.head = 'PUBLISHED' THEN NULL ELSE NOT EXISTS (
        SELECT 1 FROM article_head p WHERE p.article_id = ${raw(row)}.article_id AND p.head = 'PUBLISHED'
          AND p.version = ${raw(row)}.version) END`,
    },
    hasChangesSinceScheduling: {
      kind: "value",
      // The head that goes out bears the version that was scheduled; the draft bears that of the last write.
      value: (row, scope) =>
        isReaderView(scope.view)
          ? raw("NULL::boolean")
          : sql`(SELECT s.version <> ${raw(row)}.version FROM ${scope.rows("article_head")} s
        WHERE s.article_id = ${raw(row)}.article_id AND s.head = 'SCHEDULED')`,
    },
    scheduledText: {
      kind: "one",
      type: "Article",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("article_head")} ${raw(child)}`,
        where: isReaderView(scope.view)
          ? raw("FALSE")
          : raw(`${child}.article_id = ${parent}.article_id AND ${child}.head = 'SCHEDULED'`),
      }),
    },
  },
);

/**
 * The condition that a row is the article that a slug leads to, also an old one. For readers only slugs that were once
 * public lead anywhere: that of a draft must not tell that the draft exists.
 */
export function hasSlug(slug: string): (row: string, scope: Scope) => Sql {
  return (row, { view }) => {
    const own = view.kind === "PREVIEW" ? sql` OR s.article_id = ${view.articleId}::uuid` : empty;
    const known = !isReaderView(view) ? empty : sql` AND (s.is_public${own})`;
    return sql`${raw(row)}.article_id = (SELECT s.article_id FROM article_slug s WHERE s.slug = ${canonicalSlug(slug)}${known})`;
  };
}

/** Where the articles of a filter stand: conditions on rows of the heads. */
function filterArticles(row: string, scope: Scope, filter: ArticleFilter): Sql {
  const r = raw(row);
  const published = sql`coalesce(${r}.published_at, '-infinity'::timestamptz)`;
  const appears = (id: string, field: "personId" | "speakerId"): Sql => sql`EXISTS (
    SELECT 1 FROM appearance x WHERE x.person_id = ${filterKey("Person", id, field)}::uuid AND x.head = ${r}.head
      AND x.article_id = ${r}.article_id${raw(field === "speakerId" ? " AND x.is_speaker" : "")})`;
  return allOf([
    scope.seen(row),
    filter.isTrashed && scope.view.kind !== "TRASH" ? raw("FALSE") : null,
    given(
      filter.states,
      (states) => sql`EXISTS (
        SELECT 1 FROM article a WHERE a.id = ${r}.article_id AND ${isOneOf(raw("a.state"), states)})`,
    ),
    given(filter.language, (language) => sql`${r}.language = ${filterLanguage(language, "language")}`),
    given(
      filter.topicId,
      (id) => sql`EXISTS (
        SELECT 1 FROM article_topic x WHERE x.topic_id = ${filterKey("Topic", id, "topicId")}::uuid
          AND x.head = ${r}.head AND x.article_id = ${r}.article_id)`,
    ),
    given(filter.personId, (id) => appears(id, "personId")),
    given(filter.speakerId, (id) => appears(id, "speakerId")),
    given(filter.publishedAfter, (moment) => sql`${published} > ${moment}::timestamptz`),
    given(
      filter.publishedBefore,
      (moment) => sql`${published} < ${moment}::timestamptz AND ${r}.published_at IS NOT NULL`,
    ),
    given(filter.headlineContains, (characters) => contains(sql`${r}.headline`, characters)),
  ]);
}

/** The requested order of articles; by default the newest first publication first. */
export function orderArticles(row: string, order: ArticleOrder | null | undefined): Order {
  const r = raw(row);
  const field = order?.field ?? "FIRST_PUBLISHED_AT";
  const key = {
    FIRST_PUBLISHED_AT: { by: sql`coalesce(${r}.first_published_at, '-infinity'::timestamptz)`, type: "timestamptz" },
    PUBLISHED_AT: { by: sql`coalesce(${r}.published_at, '-infinity'::timestamptz)`, type: "timestamptz" },
    UPDATED_AT: { by: sql`${r}.updated_at`, type: "timestamptz" },
    HEADLINE: { by: sql`${r}.headline`, type: "text" },
  } as const;
  return {
    name: `article ${field}`,
    keys: [key[field], { by: sql`${r}.article_id`, type: "uuid" }],
    direction: order?.direction ?? "DESC",
  };
}

/** The articles of a filter, in an order. */
export function listArticles(
  row: string,
  scope: Scope,
  filter: ArticleFilter | null | undefined,
  order: ArticleOrder | null | undefined,
): { readonly rows: RelatedRows; readonly order: Order } {
  const from = sql`article_head ${raw(row)}`;
  return { rows: { from, where: filterArticles(row, scope, filter ?? {}) }, order: orderArticles(row, order) };
}

// A notice tells only of what readers once saw, by the newest slug that they knew it by.
const killNotice = (row: string): Sql => sql`(SELECT a.id, a.kill_reason, a.killed_at, s.slug FROM article a
  JOIN LATERAL (SELECT slug FROM article_slug WHERE article_id = a.id AND is_public
    ORDER BY created_at DESC, slug LIMIT 1) s ON TRUE
  WHERE a.state = 'KILLED') ${raw(row)}`;

defineObject({
  type: "KillNotice",
  from: killNotice,
  key: "id",
  columns: { articleId: "id", slug: "slug", reason: "kill_reason", killedAt: "killed_at" },
});

/** The condition that a notice is that of the article which a public slug led to. */
export function isNoticeOfSlug(row: string, slug: string): Sql {
  return sql`${raw(row)}.id = (SELECT s.article_id FROM article_slug s WHERE s.slug = ${canonicalSlug(slug)} AND s.is_public)`;
}

/** All kill notices after a moment, the newest first. */
export function listKillNotices(
  row: string,
  killedAfter: Date | null | undefined,
): { readonly rows: RelatedRows; readonly order: Order } {
  const r = raw(row);
  const where = given(killedAfter, (moment) => sql`${r}.killed_at > ${moment}::timestamptz`);
  return {
    rows: { from: killNotice(row), where: allOf([where]) },
    order: {
      name: "kill notice",
      keys: [
        { by: sql`${r}.killed_at`, type: "timestamptz" },
        { by: sql`${r}.id`, type: "uuid" },
      ],
      direction: "DESC",
    },
  };
}
