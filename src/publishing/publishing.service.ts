import type { Draft } from "../article/article.draft.js";
import { TransitionError } from "../article/article.errors.js";
import type { WrittenArticle } from "../article/article.service.js";
import { type ArticleChange, changeArticle, type WriteTarget } from "../article/change.service.js";
import { copyHead, removeHead } from "../article/heads.service.js";
import type { Act } from "../auth/acts.js";
import { refuse, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { ForbiddenError, type UserError, ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import { Issues, RULES } from "../graphql/validation.js";
import { recordRevision } from "../revision/revision.service.js";
import type { CorrectionKind } from "../revision/revision.type.js";
import { allowedActs, WORKFLOW, type WorkflowAct } from "./workflow.js";

/** What readers are told of a change. */
export interface CorrectionNote {
  readonly kind: CorrectionKind;
  readonly note: string;
}

/** Looks up where an act leads from an article's state, and refuses it where it leads nowhere or is not the actor's. */
function expectTransition(work: Work, draft: Draft, act: WorkflowAct): Draft["state"] {
  const { role } = work.actor;
  const transition = WORKFLOW[draft.state][act];
  if (!transition) return refuse(new TransitionError(act, draft.state, allowedActs(draft.state, role)));
  if (!transition.roles.includes(role)) {
    refuse(new ForbiddenError(`The role ${role} does not allow to ${act} an article in the state ${draft.state}.`));
  }
  return transition.to;
}

/** Runs an act of the workflow: `effect` writes the state it leads to, and whatever else the act does. */
function transition(
  work: Work,
  target: WriteTarget,
  act: WorkflowAct,
  effect: (at: ArticleChange, to: Draft["state"]) => Promise<void>,
  detail: string | null = null,
): Promise<WrittenArticle | UserError> {
  const mutation: Act = `${act}Article`;
  return changeArticle(work, target, mutation, async (at) => effect(at, expectTransition(work, at.draft, act)), detail);
}

/** What an act sets of an article's own row. */
type ArticleColumns = Parameters<Transaction["article"]["update"]>[0]["data"];

/** Moves an article to a state, under the next version. */
async function moveTo({ tx, draft, version }: ArticleChange, columns: ArticleColumns): Promise<void> {
  const { articleId } = draft;
  await tx.article.update({
    where: { id: articleId },
    data: { publishAt: null, ...columns, version },
    select: { id: true },
  });
  await tx.articleHead.update({
    where: { articleId_head: { articleId, head: "DRAFT" } },
    data: { version },
    select: { articleId: true },
  });
}

/** Hands a draft to the editors. Leaves a revision of what was handed in. */
export function submitArticle(work: Work, target: WriteTarget): Promise<WrittenArticle | UserError> {
  return transition(work, target, "submit", async (at, state) => {
    await moveTo(at, { state });
    await recordRevision(work, at.tx, at.draft.articleId, "DRAFT", "Submitted");
  });
}

/** Says that what was handed in can be published. */
export function approveArticle(work: Work, target: WriteTarget): Promise<WrittenArticle | UserError> {
  return transition(work, target, "approve", (at, state) => moveTo(at, { state }));
}

/** Gives a draft back to its writers, with a reason that the audit log keeps. */
export async function rejectArticle(
  work: Work,
  target: WriteTarget & { readonly reason: string },
): Promise<WrittenArticle | UserError> {
  const issues = new Issues();
  const reason = issues.text(target.reason, ["input", "reason"], RULES.note);
  return transition(
    work,
    target,
    "reject",
    async (at, state) => {
      if (issues.error) refuse(issues.error);
      await moveTo(at, { state });
    },
    reason,
  );
}

/**
 * Puts the working draft before readers. Of a published article it is the new text, and `correction` is what readers
 * are told of it. Leaves a revision.
 */
export function publishArticle(
  work: Work,
  target: WriteTarget & { readonly correction?: CorrectionNote | null | undefined },
): Promise<WrittenArticle | UserError> {
  return transition(work, target, "publish", async (at) => {
    const { tx, draft, now } = at;
    const note = await readCorrection(at, target.correction);
    await putBeforeReaders(at);
    const summary = note ? `Published with a ${note.kind.toLowerCase()}` : "Published";
    const revisionId = await recordRevision(work, tx, draft.articleId, "PUBLISHED", summary);
    if (note) {
      const row = { id: work.newId(), articleId: draft.articleId, ...note, correctedAt: now, revisionId };
      await tx.correction.create({ data: row, select: { id: true } });
    }
  });
}

/** Reads what readers are told. What they never read, or were never shown, cannot be corrected. */
async function readCorrection(
  { tx, draft }: ArticleChange,
  correction: CorrectionNote | null | undefined,
): Promise<CorrectionNote | null> {
  if (!correction) return null;
  const issues = new Issues();
  const path = ["input", "correction"];
  const where = { id: draft.articleId };
  const { firstPublishedAt } = await tx.article.findUniqueOrThrow({ where, select: { firstPublishedAt: true } });
  if (firstPublishedAt === null) {
    issues.add(path, "Only what readers have read can be corrected: the article was never published.");
  }
  const note = issues.text(correction.note, [...path, "note"], RULES.note);
  if (issues.error) refuse(issues.error);
  return { kind: correction.kind, note };
}

/** Makes the working draft what readers see. */
export async function putBeforeReaders(at: Pick<ArticleChange, "tx" | "draft" | "now" | "version">): Promise<void> {
  const { tx, draft, now, version } = at;
  const { articleId, slug } = draft;
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { firstPublishedAt: true } });
  const firstPublishedAt = article.firstPublishedAt ?? now;
  await tx.article.update({
    where: { id: articleId },
    data: { state: "PUBLISHED", version, publishedAt: now, firstPublishedAt, publishAt: null },
    select: { id: true },
  });
  await tx.articleHead.update({
    where: { articleId_head: { articleId, head: "DRAFT" } },
    data: { version, publishedAt: now },
    select: { articleId: true },
  });
  await tx.articleSlug.update({ where: { slug }, data: { isPublic: true }, select: { slug: true } });
  await copyHead(tx, articleId, "DRAFT", "PUBLISHED");
}

/** Sets the moment at which the server publishes the draft as it is then. */
export function scheduleArticle(
  work: Work,
  target: WriteTarget & { readonly publishAt: Date },
): Promise<WrittenArticle | UserError> {
  return transition(work, target, "schedule", async (at, state) => {
    if (target.publishAt <= at.now) {
      const path = ["input", "publishAt"];
      refuse(new ValidationError([new ValidationIssue(path, "The moment has passed; publish the article instead.")]));
    }
    await moveTo(at, { state, publishAt: target.publishAt });
  });
}

/** Takes back the moment; the article is ready to be published as before. */
export function unscheduleArticle(work: Work, target: WriteTarget): Promise<WrittenArticle | UserError> {
  return transition(work, target, "unschedule", (at, state) => moveTo(at, { state }));
}

/** Takes an article from readers; it can be published again. */
export function unpublishArticle(
  work: Work,
  target: WriteTarget & { readonly reason?: string | null | undefined },
): Promise<WrittenArticle | UserError> {
  const issues = new Issues();
  const reason = issues.optionalText(target.reason, ["input", "reason"], RULES.note);
  return transition(
    work,
    target,
    "unpublish",
    async (at, state) => {
      if (issues.error) refuse(issues.error);
      await moveTo(at, { state });
      await removeHead(at.tx, at.draft.articleId, "PUBLISHED");
    },
    reason,
  );
}

/** Takes an article from readers for good, with a reason that they are told. Its draft stays as a record for editors. */
export function killArticle(
  work: Work,
  target: WriteTarget & { readonly reason: string },
): Promise<WrittenArticle | UserError> {
  const issues = new Issues();
  const killReason = issues.text(target.reason, ["input", "reason"], RULES.note);
  return transition(
    work,
    target,
    "kill",
    async (at, state) => {
      if (issues.error) refuse(issues.error);
      await moveTo(at, { state, killedAt: at.now, killReason });
      await removeHead(at.tx, at.draft.articleId, "PUBLISHED");
      await recordRevision(work, at.tx, at.draft.articleId, "DRAFT", "Killed");
    },
    killReason,
  );
}
