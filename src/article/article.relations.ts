import sql, { raw, type Sql } from "sql-template-tag";
import { one, part, relations } from "../graphql/loading/relations.js";
import type { Scope } from "../graphql/loading/scope.js";
import { shape } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { publishable } from "./publishable.queries.js";
import { killNotices } from "./article.queries.js";
import { Article, Dateline, KillNotice } from "../draft/article.type.js";

/** A column of the article's own row, which all its heads share. */
function ofArticle(column: string): (row: string, scope: Scope) => Sql {
  return (row, scope) =>
    sql`(SELECT a.${raw(column)} FROM ${scope.rows("article")} a WHERE a.id = ${raw(row)}.article_id)`;
}

/** A moment of the article's own row that readers do not see. */
function ofDesk(column: "publish_at" | "embargoed_until"): (row: string, scope: Scope) => Sql {
  return (row, scope) => (isReaderView(scope.view) ? raw("NULL::timestamptz") : ofArticle(column)(row, scope));
}

/** The names of a byline that editors did not write. */
function authorNames(row: string, scope: Scope): Sql {
  const r = raw(row);
  return sql`CASE WHEN ${r}.byline IS NULL THEN (
        SELECT json_agg(p.name ORDER BY w.position) FROM ${scope.rows("article_author")} w
          JOIN ${scope.rows("person")} p ON p.id = w.person_id
        WHERE w.article_id = ${r}.article_id AND w.head = ${r}.head) END`;
}

/** Whether editors wrote no byline, so that the names of the authors are printed. */
function bylineIsDerived(row: string, scope: Scope): Sql {
  const r = raw(row);
  return sql`(${r}.byline IS NULL AND EXISTS (SELECT FROM ${scope.rows("article_author")} w
        WHERE w.article_id = ${r}.article_id AND w.head = ${r}.head))`;
}

// The published head has the version it was published as. The draft of a later write has a higher one.
function hasUnpublishedChanges(row: string, { view }: Scope): Sql {
  if (isReaderView(view)) return raw("NULL::boolean");
  return sql`CASE WHEN ${raw(row)}.head = 'PUBLISHED' THEN NULL ELSE (
        SELECT a.published_version IS DISTINCT FROM ${raw(row)}.version FROM article a
        WHERE a.id = ${raw(row)}.article_id) END`;
}

// Also below a revision: what may be done now does not depend on what was then.
function position(row: string, { view }: Scope): Sql {
  if (isReaderView(view)) return raw("NULL::json");
  return sql`(SELECT json_build_object('state', a.state, 'wasPublished', a.first_published_at IS NOT NULL,
          'isTrashed', a.trashed_at IS NOT NULL) FROM article a WHERE a.id = ${raw(row)}.article_id)`;
}

// The scheduled head has the version that was scheduled, the draft that of the last write.
function hasChangesSinceScheduling(row: string, scope: Scope): Sql {
  if (isReaderView(scope.view)) return raw("NULL::boolean");
  return sql`(SELECT s.version <> ${raw(row)}.version FROM ${scope.rows("article_head")} s
        WHERE s.article_id = ${raw(row)}.article_id AND s.head = 'SCHEDULED')`;
}

/** How articles and kill notices are read. */
export const articleLoading = [
  shape(Article, {
    table: "article_head",
    key: "article_id",
    changesWith: { type: "Article", column: "article_id" },
    columns: {
      id: "article_id",
      state: ofArticle("state"),
      firstPublishedAt: ofArticle("first_published_at"),
      publishAt: ofDesk("publish_at"),
      embargoedUntil: ofDesk("embargoed_until"),
      authorNames,
      bylineIsDerived,
      position,
      publishable,
      hasUnpublishedChanges,
      hasChangesSinceScheduling,
    },
    visible: (row, scope) => scope.seen(row),
  }),
  shape(Dateline, {
    table: "article_head",
    columns: { text: "dateline_text", place: "dateline_place", date: "dateline_on" },
  }),
  relations(Article, {
    dateline: part(() => Dateline, {
      description: "Place and day of filing; null without a dateline.",
      exists: (row) => raw(`${row}.dateline_text IS NOT NULL`),
    }),
    scheduledText: one(() => Article, {
      nullable: true,
      description:
        "The text to be published at the scheduled time: the draft as it was scheduled. Null for readers, and when the article is not scheduled.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("article_head")} ${raw(child)}`,
        where: isReaderView(scope.view)
          ? raw("FALSE")
          : raw(`${child}.article_id = ${parent}.article_id AND ${child}.head = 'SCHEDULED'`),
      }),
    }),
  }),
  shape(KillNotice, {
    table: killNotices,
    changesWith: { type: "Article", column: "id" },
    columns: { articleId: "id", reason: "kill_reason" },
  }),
];
