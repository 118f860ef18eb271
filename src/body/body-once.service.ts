import { writeOnce } from "../auth/idempotency.service.js";
import type { Work } from "../auth/work.js";
import { WRITTEN_PART, type WrittenPart } from "../draft/written.js";
import type { UserError } from "../graphql/user-errors.js";
import type { AddParagraphInput, EmbedPostInput } from "./body-edit.inputs.js";
import { addParagraph, embedPost } from "./body-edit.service.js";

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
