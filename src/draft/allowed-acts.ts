import { type Act, allows } from "../auth/acts.js";
import type { Actor } from "../auth/role.js";
import type { ArticleAct } from "./article-act.type.js";
import type { DeskPosition } from "./article.type.js";
import { allowedActs, isDeletable, isEditable, type WorkflowAct } from "./workflow.js";

const NAMES: Readonly<Record<WorkflowAct, ArticleAct>> = {
  submit: "SUBMIT",
  approve: "APPROVE",
  reject: "REJECT",
  publish: "PUBLISH",
  schedule: "SCHEDULE",
  unschedule: "UNSCHEDULE",
  unpublish: "UNPUBLISH",
  kill: "KILL",
};

/** The acts that the actor may do with an article now, by the rules of the mutations, in the order of the schema. */
export function actsOn(position: DeskPosition, actor: Actor): readonly ArticleAct[] {
  const { state, isTrashed } = position;
  const may = (act: Act, isPossible: boolean, name: ArticleAct): ArticleAct[] =>
    isPossible && allows(actor, act) ? [name] : [];
  const inWorkflow = allowedActs(position, actor.role).flatMap((act) =>
    // Of an article in the trash, what readers have seen can be killed.
    may(`${act}Article`, !isTrashed || act === "kill", NAMES[act]),
  );
  return [
    ...may("updateArticle", !isTrashed && isEditable(state, actor.role), "EDIT"),
    ...inWorkflow,
    ...may("deleteArticle", !isTrashed && isDeletable(state), "DELETE"),
    ...may("restoreArticle", isTrashed, "RESTORE"),
  ];
}
