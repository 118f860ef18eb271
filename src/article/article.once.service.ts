import { z } from "zod";
import { writeOnce } from "../auth/idempotency.service.js";
import type { Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import type { UserError } from "../graphql/user-errors.js";
import { createArticle, type WrittenArticle } from "./article.service.js";
import { addParagraph, embedPost, type WrittenPart } from "../body/body-edit.service.js";
import type { CreateArticleInput } from "./create-article.inputs.js";
import type { AddParagraphInput, EmbedPostInput } from "./edit-article.inputs.js";

/*
 * Writes of articles that a client can send again; see writeOnce.
 */

const WRITTEN_ARTICLE = z.object({ articleId: z.uuid(), version: z.int() });

/** How the result of a write of an article's part is kept. */
export const WRITTEN_PART = WRITTEN_ARTICLE.extend({ partId: z.uuid() });

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

/** Adds a paragraph once for each idempotency key. */
export function addParagraphOnce(work: Work, input: AddParagraphInput): Promise<WrittenPart | UserError> {
  return writeOnce(work, {
    act: "addParagraph",
    input,
    shape: WRITTEN_PART,
    run: (joined) => addParagraph(joined, input),
    isThere: async (tx, { partId }) => (await tx.paragraph.count({ where: { id: partId, head: "DRAFT" } })) > 0,
  });
}

/** Places a post in the body once for each idempotency key. */
export function embedPostOnce(work: Work, input: EmbedPostInput): Promise<WrittenPart | UserError> {
  return writeOnce(work, {
    act: "embedPost",
    input,
    shape: WRITTEN_PART,
    run: (joined) => embedPost(joined, input),
    isThere: async (tx, { articleId, partId }) =>
      (await tx.placement.count({ where: { articleId, postId: partId, head: "DRAFT" } })) > 0,
  });
}
