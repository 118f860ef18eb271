import type { Draft } from "../draft/draft-value.js";
import { StaleVersionError } from "../draft/article.errors.js";
import type { WrittenArticle } from "../draft/written.js";
import { type ArticleChange, changeArticle, type WriteTarget } from "../draft/change.service.js";
import { copyHead, removeHead } from "../draft/heads.service.js";
import { lockSharedOfHead } from "../draft/shared-rows.service.js";
import type { Act } from "../auth/acts.js";
import { noted } from "../auth/audit-note.js";
import { joinTransaction, refuse, type Work, write } from "../auth/work.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { ForbiddenError, UserError, ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import { Issues, RULES } from "../validation/issues.js";
import { recordRevision } from "../revision/revision.service.js";
import type { CorrectionKind } from "../revision/revision.type.js";
import { embargoAt } from "./embargo.type.js";
import { markPublished } from "./mark-published.service.js";
import { placedFigures, readObstacles } from "./obstacles.service.js";
import { describeObstacles, violatedRules, UnpublishableError } from "./obstacles.type.js";
import { takeSeenOutOfTrash } from "./trash.service.js";
import { refusedByState, transitionOf, type WorkflowAct } from "../draft/workflow.js";

const PASSED = "The moment has passed; publish the article instead.";

/** What readers see of a change. */
export interface CorrectionNote {
  readonly kind: CorrectionKind;
  readonly note: string;
}

/** Returns the state that an act leads to. Refuses an act that the article's state or the actor's role does not allow. */
function expectTransition(work: Work, { draft }: ArticleChange, act: WorkflowAct): Draft["state"] {
  const { role } = work.actor;
  const transition = transitionOf(draft, act);
  if (!transition) return refuse(refusedByState(act, draft, role));
  if (!transition.roles.includes(role)) {
    refuse(new ForbiddenError(`The role ${role} does not allow ${act} of an article in the state ${draft.state}.`));
  }
  return transition.to;
}

/** Runs an act of the workflow. `effect` writes the new state and all other changes of the act. */
function transition(
  work: Work,
  target: WriteTarget,
  act: WorkflowAct,
  effect: (at: ArticleChange, to: Draft["state"]) => Promise<void>,
  detail: string | null = null,
): Promise<WrittenArticle | UserError> {
  const mutation: Act = `${act}Article`;
  return changeArticle(work, target, mutation, async (at) => effect(at, expectTransition(work, at, act)), detail);
}

/** What an act sets of an article's own row; what is absent is null. */
interface ArticleColumns {
  readonly state: Draft["state"];
  readonly publishAt?: Date;
  readonly overrideReason?: string | null;
  readonly killedAt?: Date;
  readonly killReason?: string;
}

/**
 * Moves an article to a state, under the next version. A trigger of the database removes what was scheduled before. Raw
 * because both rows are one statement.
 */
async function moveTo({ tx, draft, version }: ArticleChange, columns: ArticleColumns): Promise<void> {
  const { articleId } = draft;
  const { state, publishAt = null, overrideReason = null, killedAt = null, killReason = null } = columns;
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE article SET state = ${state}, version = ${version}, publish_at = ${publishAt}::timestamptz,
        override_reason = ${overrideReason}, killed_at = ${killedAt}::timestamptz, kill_reason = ${killReason}
      WHERE id = ${articleId}::uuid)
    UPDATE article_head SET version = ${version} WHERE article_id = ${articleId}::uuid AND head = 'DRAFT'`;
}

/** Hands a draft to the editors. Leaves a revision of what was handed in. */
export function submitArticle(work: Work, target: WriteTarget): Promise<WrittenArticle | UserError> {
  return transition(work, target, "submit", async (at, state) => {
    await moveTo(at, { state });
    await recordRevision(work, at.tx, at.draft.articleId, "DRAFT", "Submitted");
  });
}

/** Approves an article that was submitted. */
export function approveArticle(work: Work, target: WriteTarget): Promise<WrittenArticle | UserError> {
  return transition(work, target, "approve", async (at, state) => {
    // An author who changes a person or post of the draft either did so before the approval, or waits and is refused.
    await lockSharedOfHead(at.tx, at.draft.articleId, "DRAFT");
    await moveTo(at, { state });
  });
}

/** Returns a draft to its writers, with a reason that the audit log keeps. */
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
 * are informed of it. Saves a revision.
 */
export function publishArticle(
  work: Work,
  target: WriteTarget & Overriding & { readonly correction?: CorrectionNote | null | undefined },
): Promise<WrittenArticle | UserError> {
  return transition(work, target, "publish", async (at) => {
    const { tx, draft, now } = at;
    expectNoEmbargo(draft, now);
    const note = readCorrection(at, target.correction);
    const override = readOverride(target);
    await publishDraft(at);
    // After all other locks; what was written is undone where it is refused.
    await expectPublishable(work, at, now, override);
    const summary = note ? `Published with a ${note.kind.toLowerCase()}` : "Published";
    const revisionId = await recordRevision(work, tx, draft.articleId, "PUBLISHED", summary);
    if (note) {
      const row = { id: work.newId(), articleId: draft.articleId, ...note, correctedAt: now, revisionId };
      await tx.correction.create({ data: row, select: { id: true } });
    }
  });
}

/** Refuses to publish an article at a moment at which it is under an embargo. No reason overrides it. */
function expectNoEmbargo(draft: Draft, moment: Date, path: readonly string[] | null = null): void {
  const embargo = embargoAt(draft, moment, path);
  if (embargo) refuse(embargo);
}

/** An act that publishes a text although rules are violated, where it has a reason. */
interface Overriding {
  readonly overrideReason?: string | null | undefined;
}

function readOverride({ overrideReason }: Overriding): string | null {
  const issues = new Issues();
  const reason = issues.optionalText(overrideReason, ["input", "overrideReason"], RULES.note);
  return issues.error ? refuse(issues.error) : reason;
}

/** Refuses a draft that violates a rule of publishing at a moment, unless a reason overrides it. */
async function expectPublishable(
  work: Work,
  { tx, draft, note }: ArticleChange,
  moment: Date,
  override: string | null,
): Promise<void> {
  const obstacles = await readObstacles(work, tx, placedFigures(draft), moment);
  if (obstacles.length === 0) return;
  if (override === null) refuse(new UnpublishableError(obstacles));
  const sentence = `Override: ${override} (${describeObstacles(obstacles)})`;
  note(noted("OVERRIDDEN", [override, ...violatedRules(obstacles)], sentence));
}

/** Reads the note to readers. What they never read, or were never shown, cannot be corrected. */
function readCorrection(
  { draft }: ArticleChange,
  correction: CorrectionNote | null | undefined,
): CorrectionNote | null {
  if (!correction) return null;
  const issues = new Issues();
  const path = ["input", "correction"];
  if (!draft.wasPublished) {
    issues.add(path, "A correction needs an article that readers have seen. This article was never published.", {
      reason: "NEVER_PUBLISHED",
    });
  }
  const note = issues.text(correction.note, [...path, "note"], RULES.note);
  if (issues.error) refuse(issues.error);
  return { kind: correction.kind, note };
}

/** Publishes the working draft. */
async function publishDraft({ tx, draft, now, version }: ArticleChange): Promise<void> {
  const { articleId } = draft;
  await markPublished(tx, { articleId, slug: draft.slug, now, version, heads: { DRAFT: version } });
  await copyHead(tx, articleId, "DRAFT", "PUBLISHED");
}

/** Sets the moment at which the server publishes the draft as it is now. Later changes wait for another act. */
export function scheduleArticle(
  work: Work,
  target: WriteTarget & Overriding & { readonly publishAt: Date },
): Promise<WrittenArticle | UserError> {
  return transition(work, target, "schedule", async (at, state) => {
    if (target.publishAt <= at.now) {
      const path = ["input", "publishAt"];
      refuse(new ValidationError([new ValidationIssue(path, PASSED, { reason: "MOMENT_PASSED" })]));
    }
    expectNoEmbargo(at.draft, target.publishAt, ["input", "publishAt"]);
    const overrideReason = readOverride(target);
    await moveTo(at, { state, publishAt: target.publishAt, overrideReason });
    await copyHead(at.tx, at.draft.articleId, "DRAFT", "SCHEDULED");
    await expectPublishable(work, at, target.publishAt, overrideReason);
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

/**
 * Withdraws an article from readers for good, with a reason that they can read. Possible from every state, and from the
 * trash, once readers have seen the article. Its draft stays as a record for editors.
 */
export function killArticle(
  work: Work,
  target: WriteTarget & { readonly reason: string },
): Promise<WrittenArticle | UserError> {
  return write(work, "killArticle", async (tx) => {
    const found = decodeNodeId(target.id);
    const wasTrashed = found?.type === "Article" && (await takeSeenOutOfTrash(tx, found.uuid));
    const killed = await kill(joinTransaction(work, tx), target);
    if (!(killed instanceof UserError)) return killed;
    // The article is back in the trash when the kill is refused.
    const isStale = wasTrashed && killed instanceof StaleVersionError;
    return refuse(isStale ? killed.inTrash() : killed);
  });
}

function kill(work: Work, target: WriteTarget & { readonly reason: string }): Promise<WrittenArticle | UserError> {
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
