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
    await tx.article.update({ where: { id: articleId }, data: { version, trashedAt: now }, select: { id: true } });
    await moveHead(tx, articleId, "DRAFT", "TRASH", version);
  });
}

/** Restores a draft from the trash in the state that it had. */
export async function restoreArticle(work: Work, input: { readonly id: string }): Promise<WrittenArticle | UserError> {
  return write(work, "restoreArticle", async (tx) => {
    const key = decodeNodeId(input.id);
    const articleId = key?.type === "Article" ? key.uuid : null;
    const version = articleId === null ? null : await lockTrashed(tx, articleId);
    if (articleId === null || version === null) {
      return refuse(new NotFoundError("There is no article of this id in the trash.", ["input", "id"]));
    }
    const restored = version + 1;
    await tx.article.update({
      where: { id: articleId },
      data: { version: restored, trashedAt: null },
      select: { id: true },
    });
    await moveHead(tx, articleId, "TRASH", "DRAFT", restored);
    await record(work, tx, "restoreArticle", { type: "Article", id: articleId });
    return { articleId, version: restored };
  });
}

/** The version of an article in the trash, its row locked; null when it is not there. Raw for the row lock. */
async function lockTrashed(tx: Transaction, articleId: string): Promise<number | null> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM article WHERE id = ${articleId}::uuid AND trashed_at IS NOT NULL FOR UPDATE`;
  return rows[0]?.version ?? null;
}

/**
 * Takes an article that readers have seen out of the trash, under the version it has, so that it can be killed. Returns
 * false, and does nothing, for any other article.
 */
export async function takeSeenOutOfTrash(tx: Transaction, articleId: string): Promise<boolean> {
  const version = await lockTrashed(tx, articleId);
  if (version === null) return false;
  const where = { id: articleId, firstPublishedAt: { not: null } };
  const { count } = await tx.article.updateMany({ where, data: { trashedAt: null } });
  if (count === 1) await moveHead(tx, articleId, "TRASH", "DRAFT", version);
  return count === 1;
}

async function moveHead(
  tx: Transaction,
  articleId: string,
  from: "DRAFT" | "TRASH",
  to: "DRAFT" | "TRASH",
  version: number,
): Promise<void> {
  await copyHead(tx, articleId, from, to);
  await removeHead(tx, articleId, from);
  await tx.articleHead.update({
    where: { articleId_head: { articleId, head: to } },
    data: { version },
    select: { articleId: true },
  });
}
