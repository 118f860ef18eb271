import sql, { raw, type Sql } from "sql-template-tag";
import { assertNever } from "../../lib/assert-never.js";

/**
 * What a request may see, decided once in its context and never an argument that a nested field could forget.
 * PUBLISHED is what readers see; DRAFT what editors change; PREVIEW is PUBLISHED except for one article's draft; TRASH is
 * the trash, for the answer of the mutation that moved the article there.
 */
export type View =
  | { readonly kind: "PUBLISHED" }
  | { readonly kind: "DRAFT" }
  | { readonly kind: "TRASH" }
  | { readonly kind: "PREVIEW"; readonly articleId: string };

/** What readers see. */
export const PUBLISHED_VIEW: View = { kind: "PUBLISHED" };

/** What editors change. */
export const DRAFT_VIEW: View = { kind: "DRAFT" };

/** The text of an article in the trash. */
export const TRASH_VIEW: View = { kind: "TRASH" };

/** The view of the articles that an article refers to: those of one in the trash are outside it. */
export function viewOfOthers(view: View): View {
  return view.kind === "TRASH" ? DRAFT_VIEW : view;
}

/** Whether a view is that of readers, who see published content and at most one draft. */
export function isReaderView({ kind }: View): boolean {
  return kind === "PUBLISHED" || kind === "PREVIEW";
}

/**
 * The condition that a row belongs to the head that the view shows. It is needed wherever a read enters a head: at a
 * root, and coming from a person, post or topic. From there on children share their parent's head.
 *
 * @param row the alias of a table with `article_id` and `head`.
 */
export function isSeen(row: string, view: View): Sql {
  switch (view.kind) {
    case "PUBLISHED":
    case "DRAFT":
    case "TRASH":
      return raw(`${row}.head = '${view.kind}'`);
    case "PREVIEW":
      // Written as two equalities so that each can use an index that begins with the head.
      return sql`((${raw(row)}.head = 'PUBLISHED' AND ${raw(row)}.article_id <> ${view.articleId}::uuid)
        OR (${raw(row)}.head = 'DRAFT' AND ${raw(row)}.article_id = ${view.articleId}::uuid))`;
    default:
      return assertNever(view);
  }
}
