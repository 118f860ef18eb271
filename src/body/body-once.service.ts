import { writePartOnce } from "../draft/write-part-once.service.js";
import { addFigure, addParagraph, embedPost } from "./body-edit.service.js";

/** Adds a paragraph once for each idempotency key. */
export const addParagraphOnce = writePartOnce("addParagraph", addParagraph, (tx, { partId }) =>
  tx.paragraph.count({ where: { id: partId, head: "DRAFT" } }),
);

/** Places a post in the body once for each idempotency key. */
export const embedPostOnce = writePartOnce("embedPost", embedPost, (tx, { articleId, partId }) =>
  tx.placement.count({ where: { articleId, postId: partId, head: "DRAFT" } }),
);

/** Places an image in the body once for each idempotency key. */
export const addFigureOnce = writePartOnce("addFigure", addFigure, (tx, { partId }) =>
  tx.figure.count({ where: { id: partId, head: "DRAFT" } }),
);
