import sql, { raw, type Sql } from "sql-template-tag";
import { defineFields, defineObject, type Scope } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { partsOfDocument, pastScope } from "./past.queries.js";

/** Revisions are for whoever sees the drafts: their documents hold what readers were never shown. */
function isVisible(_row: string, scope: Scope): Sql {
  return raw(isReaderView(scope.view) ? "FALSE" : "TRUE");
}

defineObject(
  {
    type: "Revision",
    from: (row) => sql`revision ${raw(row)}`,
    key: "id",
    columns: { id: "id", number: "number", createdAt: "created_at", author: "author", summary: "summary" },
    visible: isVisible,
  },
  {
    // The two documents themselves: comparing them is not SQL's business.
    changes: {
      kind: "value",
      value: (row) => sql`json_build_object('after', ${raw(row)}.document, 'before', (SELECT b.document FROM revision b
        WHERE b.article_id = ${raw(row)}.article_id AND b.number < ${raw(row)}.number ORDER BY b.number DESC LIMIT 1))`,
    },
    article: {
      kind: "one",
      type: "Article",
      rows: ({ parent, child, scope }) => ({
        from: sql`${partsOfDocument(parent)} ${raw(`${child}_past`)}
          CROSS JOIN ${pastScope(parent, `${child}_past`, scope.view).rows("article_head")} ${raw(child)}`,
        where: raw("TRUE"),
      }),
      scope: ({ parent, child, scope }) => pastScope(parent, `${child}_past`, scope.view),
    },
  },
);

defineObject(
  {
    type: "Correction",
    from: (row) => sql`correction ${raw(row)}`,
    key: "id",
    columns: { kind: "kind", note: "note", correctedAt: "corrected_at" },
  },
  {
    revision: {
      kind: "one",
      type: "Revision",
      rows: ({ parent, child, scope }) => ({
        from: sql`revision ${raw(child)}`,
        where: sql`${raw(`${child}.id = ${parent}.revision_id`)} AND ${isVisible(child, scope)}`,
      }),
    },
  },
);

defineFields("Article", {
  corrections: {
    kind: "many",
    type: "Correction",
    rows: ({ parent, child, scope }) => ({
      from: sql`${scope.rows("correction")} ${raw(child)}`,
      where: raw(`${child}.article_id = ${parent}.article_id`),
    }),
    order: ({ child }) => [raw(`${child}.corrected_at`), raw(`${child}.id`)],
  },
  revisions: {
    kind: "connection",
    type: "Revision",
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
  },
});
