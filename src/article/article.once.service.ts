import { writeOnce } from "../auth/idempotency.service.js";
import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import type { UserError } from "../graphql/user-errors.js";
import { createArticle } from "./article.service.js";
import { WRITTEN_ARTICLE, type WrittenArticle } from "../draft/written.js";
import type { CreateArticleInput } from "./create-article.inputs.js";

/*
 * Writes of articles that a client can send again; see writeOnce.
 */

/** Makes an article once for each idempotency key. One in the trash is no longer found. */
export function createArticleOnce(work: Work, input: CreateArticleInput): Promise<WrittenArticle | UserError> {
  return writeOnce(work, {
    act: "createArticle",
    input,
    shape: WRITTEN_ARTICLE,
    run: (joined) => createArticle(joined, input),
    isThere: hasDraft,
  });
}

async function hasDraft(tx: Transaction, { articleId }: WrittenArticle): Promise<boolean> {
  return (await tx.articleHead.count({ where: { articleId, head: "DRAFT" } })) > 0;
}
