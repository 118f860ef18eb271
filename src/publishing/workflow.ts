import type { ArticleState } from "../article/article.type.js";
import type { Role } from "../auth/role.js";

/** The acts that move an article from state to state. */
export const WORKFLOW_ACTS = [
  "submit",
  "approve",
  "reject",
  "publish",
  "schedule",
  "unschedule",
  "unpublish",
  "kill",
] as const;
export type WorkflowAct = (typeof WORKFLOW_ACTS)[number];

/** One cell of the table: where the act leads, and which roles may do it where not all who write may. */
export interface Transition {
  readonly to: ArticleState;
  readonly roles: readonly Role[];
}

const WRITERS: readonly Role[] = ["AUTHOR", "EDITOR", "ADMIN"];
const EDITORS: readonly Role[] = ["EDITOR", "ADMIN"];

const by =
  (roles: readonly Role[]) =>
  (to: ArticleState): Transition => ({ to, roles });
const writers = by(WRITERS);
const editors = by(EDITORS);

/**
 * The workflow, whole: what is not in it cannot happen. An author's draft goes through review; publishing a published
 * article puts its working draft over the text that readers see; nothing leads out of KILLED.
 */
export const WORKFLOW: Readonly<Record<ArticleState, Readonly<Partial<Record<WorkflowAct, Transition>>>>> = {
  DRAFT: { submit: writers("IN_REVIEW"), publish: editors("PUBLISHED"), schedule: editors("SCHEDULED") },
  IN_REVIEW: { approve: editors("READY"), reject: editors("DRAFT") },
  READY: { reject: editors("DRAFT"), publish: editors("PUBLISHED"), schedule: editors("SCHEDULED") },
  SCHEDULED: { publish: editors("PUBLISHED"), schedule: editors("SCHEDULED"), unschedule: editors("READY") },
  PUBLISHED: { publish: editors("PUBLISHED"), unpublish: editors("UNPUBLISHED"), kill: editors("KILLED") },
  UNPUBLISHED: {
    submit: writers("IN_REVIEW"),
    publish: editors("PUBLISHED"),
    schedule: editors("SCHEDULED"),
    kill: editors("KILLED"),
  },
  KILLED: {},
};

/** What somebody of a role may do with an article in a state, in the order of the table. */
export function allowedActs(state: ArticleState, role: Role): readonly WorkflowAct[] {
  return WORKFLOW_ACTS.filter((act) => WORKFLOW[state][act]?.roles.includes(role));
}
