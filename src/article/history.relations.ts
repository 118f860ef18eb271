import sql, { raw, type Sql } from "sql-template-tag";
import { type Act, EDITING_ACTS, SETTLING_ACTS } from "../auth/acts.js";
import { SCHEDULER_NAME } from "../auth/reserved-names.js";
import { isActAmong, orderAudit } from "../auth/token.queries.js";
import { AuditEntryConnection } from "../auth/token.type.js";
import { Article } from "../draft/article.type.js";
import { ForwardPageArgs } from "../graphql/connection.js";
import { connection, many, one, relations } from "../graphql/loading/relations.js";
import type { RelatedRows, RelationInput } from "../graphql/loading/rows.js";
import { shape } from "../graphql/loading/shape.js";
import { isReaderView } from "../graphql/loading/view.js";
import { Edit, Rejection, ArticleWithdrawal } from "./history.type.js";
import { isPresent } from "./presence.queries.js";
import { ArticlePresence } from "./presence.type.js";

/** The newest of some acts on the parent, and a condition on it; nothing for readers. It uses the index by subject. */
function newestOf({ parent, child, scope }: RelationInput, acts: readonly Act[], where: Sql): RelatedRows {
  const from = sql`(SELECT e.* FROM audit_entry e WHERE ${raw(`e.subject_id = ${parent}.article_id`)}
      AND ${isActAmong("e", acts)} ORDER BY e.at DESC, e.id DESC LIMIT 1) ${raw(child)}`;
  return { from, where: isReaderView(scope.view) ? raw("FALSE") : where };
}

/** What was done to an article, and who has it open. */
export const articleHistoryLoading = [
  shape(Edit, { columns: { by: "actor" } }),
  shape(Rejection, { columns: { by: "actor", reason: (row) => raw(`coalesce(${row}.detail, '')`) } }),
  shape(ArticleWithdrawal, {
    columns: {
      by: "actor",
      kind: (row) =>
        raw(`CASE ${row}.act WHEN 'killArticle' THEN 'KILLED' WHEN 'unpublishArticle' THEN 'UNPUBLISHED'
          ELSE 'UNSCHEDULED' END`),
      reason: (row) => raw(`CASE WHEN ${row}.act <> 'unscheduleArticle' THEN ${row}.detail END`),
    },
  }),
  shape(ArticlePresence, { columns: { name: "actor" } }),
  relations(Article, {
    openedBy: many(() => ArticlePresence, {
      description:
        "Who has the article open, the longest first: whose program confirmed it with `touchArticle` within the last minute. Empty for readers.",
      rows: ({ parent, child, scope }) => ({
        from: sql`article_presence ${raw(child)}`,
        where: isReaderView(scope.view)
          ? raw("FALSE")
          : sql`${raw(`${child}.article_id = ${parent}.article_id`)} AND ${isPresent(child)}`,
      }),
      order: ({ child }) => [raw(`${child}.since`), raw(`${child}.actor_key`)],
    }),
    lastEdit: one(() => Edit, {
      nullable: true,
      description:
        "The newest change of the draft. Acts of the workflow, such as a publication, do not count. Null for readers, and without an entry in the audit log.",
      rows: (input) => newestOf(input, EDITING_ACTS, raw("TRUE")),
    }),
    rejection: one(() => Rejection, {
      nullable: true,
      description:
        "The newest rejection, as long as the draft was not submitted again, nor published, scheduled or killed. Null for readers.",
      rows: (input) =>
        newestOf(input, ["rejectArticle", ...SETTLING_ACTS], raw(`${input.child}.act = 'rejectArticle'`)),
    }),
    withdrawal: one(() => ArticleWithdrawal, {
      nullable: true,
      description:
        "Why readers no longer see the article, or why it was not published as scheduled, as long as it was not published or scheduled again. Null for readers.",
      rows: (input) =>
        newestOf(
          input,
          ["killArticle", "unpublishArticle", "unscheduleArticle", "publishArticle", "scheduleArticle"],
          sql`${raw(input.child)}.act IN ('killArticle', 'unpublishArticle')
            OR ${raw(input.child)}.act = 'unscheduleArticle' AND ${raw(input.child)}.actor = ${SCHEDULER_NAME}`,
        ),
    }),
    log: connection(() => AuditEntryConnection, {
      description: "What was done to the article, the newest first; null for readers.",
      args: ForwardPageArgs,
      isHidden: ({ view }) => isReaderView(view),
      rows: ({ parent, child }) => ({
        from: sql`audit_entry ${raw(child)}`,
        where: raw(`${child}.subject_id = ${parent}.article_id`),
      }),
      order: ({ child }) => orderAudit(child),
    }),
  }),
];
