import { TransitionError } from "./article.errors.js";
import type { ArticleState } from "./article.type.js";
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

/** One cell of the table. */
export interface Transition {
  /** The state that the act leads to. */
  readonly to: ArticleState;
  /** The roles that may do it. */
  readonly roles: readonly Role[];
  /** Whether the act needs an article that readers have seen. */
  readonly needsReaders?: boolean;
}

const WRITERS: readonly Role[] = ["AUTHOR", "EDITOR", "ADMIN"];
const EDITORS: readonly Role[] = ["EDITOR", "ADMIN"];

const by =
  (roles: readonly Role[]) =>
  (to: ArticleState): Transition => ({ to, roles });
const writers = by(WRITERS);
const editors = by(EDITORS);
/** A kill answers for what readers have seen, so it needs a first publication. */
const kill: Transition = { to: "KILLED", roles: EDITORS, needsReaders: true };

/**
 * The complete workflow: an act that is not in the table is not possible. An author's draft goes through review.
 * Publishing a published article replaces the text that readers see with the working draft. Nothing leads out of KILLED.
 */
export const WORKFLOW: Readonly<Record<ArticleState, Readonly<Partial<Record<WorkflowAct, Transition>>>>> = {
  DRAFT: { submit: writers("IN_REVIEW"), publish: editors("PUBLISHED"), schedule: editors("SCHEDULED"), kill },
  IN_REVIEW: { approve: editors("READY"), reject: editors("DRAFT"), kill },
  READY: { reject: editors("DRAFT"), publish: editors("PUBLISHED"), schedule: editors("SCHEDULED"), kill },
  SCHEDULED: { publish: editors("PUBLISHED"), schedule: editors("SCHEDULED"), unschedule: editors("READY"), kill },
  PUBLISHED: { publish: editors("PUBLISHED"), unpublish: editors("UNPUBLISHED"), kill },
  UNPUBLISHED: { submit: writers("IN_REVIEW"), publish: editors("PUBLISHED"), schedule: editors("SCHEDULED"), kill },
  KILLED: {},
};

/** The columns of an article that the workflow depends on. */
export interface WorkflowPosition {
  readonly state: ArticleState;
  /** Whether readers have ever seen it. */
  readonly wasPublished: boolean;
}

/** The cell of the table for an act on an article; null when the article's state allows the act to nobody. */
export function transitionOf({ state, wasPublished }: WorkflowPosition, act: WorkflowAct): Transition | null {
  const transition = WORKFLOW[state][act];
  return !transition || (transition.needsReaders && !wasPublished) ? null : transition;
}

/** The acts that a role may do with an article, in the order of the table. */
export function allowedActs(position: WorkflowPosition, role: Role): readonly WorkflowAct[] {
  return WORKFLOW_ACTS.filter((act) => transitionOf(position, act)?.roles.includes(role));
}

/** An article that readers see, that is scheduled, or that was killed cannot be moved to the trash. */
const DELETABLE: ReadonlySet<ArticleState> = new Set(["DRAFT", "IN_REVIEW", "READY", "UNPUBLISHED"]);

/** Whether an article of this state can be moved to the trash. */
export function isDeletable(state: ArticleState): boolean {
  return DELETABLE.has(state);
}

/**
 * Whether a role may change the draft of an article of this state. The draft of a killed article is a record. A change by
 * an author to what an editor has approved would reach readers without an editor having seen it.
 */
export function isEditable(state: ArticleState, role: Role): boolean {
  if (state === "KILLED") return false;
  return role !== "AUTHOR" || (state !== "READY" && state !== "SCHEDULED");
}

/** A refusal because of the article's state, with the acts that are open to the caller and, where none is, to editors. */
export function refusedByState(act: string, position: WorkflowPosition, role: Role): TransitionError {
  return new TransitionError(act, position.state, allowedActs(position, role), allowedActs(position, "EDITOR"));
}
