import { refuse, type Work } from "../auth/work.js";
import type { UserError } from "../graphql/user-errors.js";
import { Issues } from "../graphql/validation.js";
import { TransitionError } from "./article.errors.js";
import { settleBody, type WrittenArticle } from "./article.service.js";
import { BodyReader } from "./body.parse.js";
import type { ElementInput } from "./body.inputs.js";
import { changeArticle, type WriteTarget } from "./change.service.js";
import { saveDraft } from "./draft.service.js";
import { References } from "./references.js";

/** Puts a whole body in the place of the draft's; parts that are named by their ids are the same parts as before. */
export function replaceBody(
  work: Work,
  target: WriteTarget & { readonly body: readonly ElementInput[] },
): Promise<WrittenArticle | UserError> {
  return changeArticle(work, target, "change articles", async (tx, draft, now) => {
    if (draft.state === "KILLED") refuse(new TransitionError("change", draft.state, []));
    const reader = new BodyReader(new Issues(), new References(), { id: work.newId, now }, draft.body);
    const body = await settleBody(work, tx, reader, reader.body(target.body, ["input", "body"]));
    const version = draft.version + 1;
    await saveDraft(tx, draft, { ...draft, body }, { now, version });
    return version;
  });
}
