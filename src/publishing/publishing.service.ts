import { TransitionError } from "../article/article.errors.js";
import type { Draft } from "../article/article.draft.js";
import type { WrittenArticle } from "../article/article.service.js";
import { changeArticle, type WriteTarget } from "../article/change.service.js";
import { copyHead, removeHead } from "../article/heads.service.js";
import type { Act } from "../auth/acts.js";
import { refuse, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { ForbiddenError, type UserError } from "../graphql/user-errors.js";
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
export function expectTransition(work: Work, draft: Draft, act: WorkflowAct): void {
  const { role } = work.actor;
  const transition = WORKFLOW[draft.state][act];
  if (!transition) refuse(new TransitionError(act, draft.state, allowedActs(draft.state, role)));
  if (!transition.roles.includes(role)) {
    refuse(new ForbiddenError(`The role ${role} does not allow to ${act} an article in the state ${draft.state}.`));
  }
}

/** Runs an act of the workflow: the state it leads to, and whatever else `effect` writes, under the next version. */
function transition(
  work: Work,
  target: WriteTarget,
  act: WorkflowAct,
  effect: (tx: Transaction, draft: Draft, moment: { readonly now: Date; readonly version: number }) => Promise<void>,
): Promise<WrittenArticle | UserError> {
  const named: Act = `${act} articles`;
  return changeArticle(work, target, named, async (tx, draft, now) => {
    expectTransition(work, draft, act);
    const version = draft.version + 1;
    await effect(tx, draft, { now, version });
    return version;
  });
}

/** Raises the version of an article and of its draft without a change to the text. */
async function raiseVersion(tx: Transaction, articleId: string, version: number): Promise<void> {
  await tx.articleHead.update({
    where: { articleId_head: { articleId, head: "DRAFT" } },
    data: { version },
    select: { articleId: true },
  });
}

/**
 * Puts the working draft before readers. Of a published article it is the new text, and `correction` is what readers
 * are told of it. Leaves a revision.
 */
export function publishArticle(
  work: Work,
  target: WriteTarget & { readonly correction?: CorrectionNote | null | undefined },
): Promise<WrittenArticle | UserError> {
  return transition(work, target, "publish", async (tx, draft, { now, version }) => {
    const note = readCorrection(target.correction, draft);
    await putBeforeReaders(tx, draft, { now, version });
    const summary = note ? `Published with a ${note.kind.toLowerCase()}` : "Published";
    const revisionId = await recordRevision(work, tx, draft.articleId, "PUBLISHED", summary);
    if (note) {
      const row = { id: work.newId(), articleId: draft.articleId, ...note, correctedAt: now, revisionId };
      await tx.correction.create({ data: row, select: { id: true } });
    }
  });
}

function readCorrection(correction: CorrectionNote | null | undefined, draft: Draft): CorrectionNote | null {
  if (!correction) return null;
  const issues = new Issues();
  const path = ["input", "correction"];
  if (draft.state !== "PUBLISHED")
    issues.add(path, "Only what readers have read can be corrected: the article is not published.");
  const note = issues.text(correction.note, [...path, "note"], RULES.note);
  if (issues.error) refuse(issues.error);
  return { kind: correction.kind, note };
}

/** Makes the working draft what readers see. */
export async function putBeforeReaders(
  tx: Transaction,
  { articleId, slug }: Draft,
  { now, version }: { readonly now: Date; readonly version: number },
): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { firstPublishedAt: true } });
  await tx.article.update({
    where: { id: articleId },
    data: {
      state: "PUBLISHED",
      version,
      publishedAt: now,
      firstPublishedAt: article.firstPublishedAt ?? now,
      publishAt: null,
    },
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

/** Takes an article from readers for good, with a reason that they are told. Its draft stays as a record for editors. */
export function killArticle(
  work: Work,
  target: WriteTarget & { readonly reason: string },
): Promise<WrittenArticle | UserError> {
  return transition(work, target, "kill", async (tx, { articleId }, { now, version }) => {
    const issues = new Issues();
    const killReason = issues.text(target.reason, ["input", "reason"], RULES.note);
    if (issues.error) refuse(issues.error);
    await tx.article.update({
      where: { id: articleId },
      data: { state: "KILLED", version, killedAt: now, killReason },
      select: { id: true },
    });
    await raiseVersion(tx, articleId, version);
    await removeHead(tx, articleId, "PUBLISHED");
    await recordRevision(work, tx, articleId, "DRAFT", "Killed");
  });
}
