import type { WrittenArticle } from "../draft/written.js";
import { changeArticle, type WriteTarget } from "../draft/change.service.js";
import { copyHead, removeHead } from "../draft/heads.service.js";
import { record, refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { NotFoundError, type UserError } from "../graphql/user-errors.js";
import { isDeletable, refusedByState } from "../draft/workflow.js";

/** Moves a draft to the trash. It keeps its slug and can be restored as it was. */
export function deleteArticle(work: Work, target: WriteTarget): Promise<WrittenArticle | UserError> {
  return changeArticle(work, target, "deleteArticle", async ({ tx, draft, now, version }) => {
    const { articleId, state } = draft;
    if (!isDeletable(state)) refuse(refusedByState("delete", draft, work.actor.role));
    await moveHead(tx, articleId, { from: "DRAFT", to: "TRASH", version, trashedAt: now });
  });
}

/** Restores a draft from the trash in the state that it had. */
export async function restoreArticle(work: Work, input: { readonly id: string }): Promise<WrittenArticle | UserError> {
  return write(work, "restoreArticle", async (tx) => {
    const key = decodeNodeId(input.id);
    const articleId = key?.type === "Article" ? key.uuid : null;
    const trashed = articleId === null ? null : await lockTrashed(tx, articleId);
    if (articleId === null || trashed === null) {
      return refuse(new NotFoundError("There is no article of this id in the trash.", ["input", "id"]));
    }
    const restored = trashed.version + 1;
    await moveHead(tx, articleId, { from: "TRASH", to: "DRAFT", version: restored, trashedAt: null });
    record(work, tx, "restoreArticle", { type: "Article", id: articleId, version: restored });
    return { articleId, version: restored };
  });
}

/** An article in the trash, its row locked; null when it is not there. Raw for the row lock. */
async function lockTrashed(
  tx: Transaction,
  articleId: string,
): Promise<{ readonly version: number; readonly wasPublished: boolean } | null> {
  const rows = await tx.$queryRaw<{ version: number; wasPublished: boolean }[]>`
    SELECT version, first_published_at IS NOT NULL AS "wasPublished" FROM article
    WHERE id = ${articleId}::uuid AND trashed_at IS NOT NULL FOR UPDATE`;
  return rows[0] ?? null;
}

/**
 * Takes an article that readers have seen out of the trash, under the version it has, so that it can be killed. Returns
 * false, and does nothing, for any other article.
 */
export async function takeSeenOutOfTrash(tx: Transaction, articleId: string): Promise<boolean> {
  const trashed = await lockTrashed(tx, articleId);
  if (trashed?.wasPublished !== true) return false;
  await moveHead(tx, articleId, { from: "TRASH", to: "DRAFT", version: trashed.version, trashedAt: null });
  return true;
}

/** How a draft is moved to the trash or back. */
interface Move {
  readonly from: "DRAFT" | "TRASH";
  readonly to: "DRAFT" | "TRASH";
  readonly version: number;
  readonly trashedAt: Date | null;
}

async function moveHead(tx: Transaction, articleId: string, { from, to, version, trashedAt }: Move): Promise<void> {
  // Raw because both rows are one statement.
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE article SET version = ${version}, trashed_at = ${trashedAt}::timestamptz WHERE id = ${articleId}::uuid)
    UPDATE article_head SET version = ${version} WHERE article_id = ${articleId}::uuid AND head = ${from}`;
  await copyHead(tx, articleId, from, to);
  await removeHead(tx, articleId, from);
}
