import type { Work } from "../auth/work.js";
import type { UserError } from "../graphql/user-errors.js";
import { settleBody } from "../draft/settle-body.service.js";
import type { WrittenArticle } from "../draft/written.js";
import type { ElementInput } from "../draft/body.inputs.js";
import { bodyReaderFor, editArticle, type WriteTarget } from "../draft/change.service.js";

/** Puts a whole body in the place of the draft's; parts that are named by their ids are the same parts as before. */
export function replaceBody(
  work: Work,
  target: WriteTarget & { readonly body: readonly ElementInput[] },
): Promise<WrittenArticle | UserError> {
  return editArticle(work, target, "replaceBody", async ({ tx, draft, now }) => {
    const reader = bodyReaderFor(work, draft, now);
    return { ...draft, body: await settleBody(work, tx, reader, reader.body(target.body, ["input", "body"])) };
  });
}
