import sql, { raw, type Sql } from "sql-template-tag";
import { Article } from "../draft/article.type.js";
import { PageArgs } from "../graphql/connection.js";
import { connection, many, one, relations } from "../graphql/loading/relations.js";
import type { Scope } from "../graphql/loading/scope.js";
import { shape } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { partsOfDocument, pastScope } from "./past.queries.js";
import { Correction, Revision, RevisionConnection } from "./revision.type.js";

/** Only requests that see drafts see revisions: their documents contain text that readers never saw. */
function isVisible(_row: string, scope: Scope): Sql {
  return raw(isReaderView(scope.view) ? "FALSE" : "TRUE");
}

/** How revisions and corrections are read, and those of articles. */
export const revisionLoading = [
  shape(Revision, {
    table: "revision",
    changesWith: { type: "Article", column: "article_id" },
    columns: {
      // Both documents whole: they are compared in TypeScript.
      changes: (
        row,
      ) => sql`json_build_object('after', ${raw(row)}.document, 'before', (SELECT b.document FROM revision b
        WHERE b.article_id = ${raw(row)}.article_id AND b.number < ${raw(row)}.number ORDER BY b.number DESC LIMIT 1))`,
    },
    visible: isVisible,
  }),
  relations(Revision, {
    article: one(() => Article, {
      description:
        "The article as it was then, with the persons, posts, topics and images of that moment. Their connections show current data.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${partsOfDocument(parent)} ${raw(`${child}_past`)}
          CROSS JOIN ${pastScope(parent, `${child}_past`, scope.view).rows("article_head")} ${raw(child)}`,
        where: raw("TRUE"),
      }),
      scope: ({ parent, child, scope }) => pastScope(parent, `${child}_past`, scope.view),
    }),
  }),
  shape(Correction, { table: "correction" }),
  relations(Correction, {
    revision: one(() => Revision, {
      nullable: true,
      description: "The revision that published it; null for readers.",
      rows: ({ parent, child, scope }) => ({
        from: sql`revision ${raw(child)}`,
        where: sql`${raw(`${child}.id = ${parent}.revision_id`)} AND ${isVisible(child, scope)}`,
      }),
    }),
  }),
  relations(Article, {
    corrections: many(() => Correction, {
      description: "Corrections shown to readers, oldest first.",
      rows: ({ parent, child, scope }) => ({
        from: sql`${scope.rows("correction")} ${raw(child)}`,
        where: raw(`${child}.article_id = ${parent}.article_id`),
      }),
      order: ({ child }) => [raw(`${child}.corrected_at`), raw(`${child}.id`)],
    }),
    revisions: connection(() => RevisionConnection, {
      description: "Earlier states of the article, newest first; null for readers.",
      args: PageArgs,
      isHidden: ({ view }) => isReaderView(view),
      rows: ({ parent, child, scope }) => ({
        from: sql`revision ${raw(child)}`,
        where: sql`${raw(`${child}.article_id = ${parent}.article_id`)} AND ${isVisible(child, scope)}`,
      }),
      order: ({ child }) => ({
        name: "revision",
        keys: [{ by: raw(`${child}.number`), type: "integer" }],
        direction: "DESC",
      }),
    }),
  }),
];
