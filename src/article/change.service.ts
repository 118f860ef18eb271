import { type Act, forbids } from "../auth/acts.js";
import { refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { NotFoundError, type UserError } from "../graphql/user-errors.js";
import { StaleVersionError } from "./article.errors.js";
import type { Draft } from "./article.draft.js";
import type { WrittenArticle } from "./article.service.js";
import { loadDraft } from "./draft.service.js";

/** Which article a write is for, and the version that its caller knows. */
export interface WriteTarget {
  /** The article's global id. */
  readonly id: string;
  readonly expectedVersion: number;
}

/**
 * Runs one write to an article: load and lock, allow, check the version, then `change`, which writes and gives the new
 * version. All in one transaction: what it refuses leaves nothing behind.
 */
export async function changeArticle(
  work: Work,
  target: WriteTarget,
  act: Act,
  change: (tx: Transaction, draft: Draft, now: Date) => Promise<number>,
): Promise<WrittenArticle | UserError> {
  const denied = forbids(work.actor, act);
  if (denied) return denied;
  const key = decodeNodeId(target.id);
  if (key?.type !== "Article") return new NotFoundError("There is no article of this id.", ["input", "id"]);
  return write(work, async (tx) => {
    const draft = await loadDraft(tx, key.uuid);
    if (!draft) return refuse(new NotFoundError("There is no article of this id.", ["input", "id"]));
    if (draft.version !== target.expectedVersion) {
      refuse(new StaleVersionError(draft.articleId, target.expectedVersion, draft.version));
    }
    return { articleId: draft.articleId, version: await change(tx, draft, work.clock.now()) };
  });
}
