import { copyHead } from "../draft/heads.service.js";
import { type AuditDetail, noted } from "../auth/audit-note.js";
import { SCHEDULER_NAME } from "../auth/reserved-names.js";
import type { Actor } from "../auth/role.js";
import { record, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { recordRevision } from "../revision/revision.service.js";
import { readObstacles } from "./obstacles.service.js";
import { describeObstacles, type PublishingObstacle, violatedRules } from "./obstacles.type.js";
import { markPublished } from "./mark-published.service.js";

/** Under whose name scheduled articles are published. */
export const SCHEDULER: Actor = { name: SCHEDULER_NAME, role: "ADMIN" };

/** How many due articles one look takes up. */
const BATCH = 20;

/**
 * Publishes every article whose moment has come and whose embargo has passed, each in a transaction of its own, and returns how many. Several servers
 * can run it at the same time and share the work: an article that another transaction holds is skipped without waiting,
 * and is found again by the next look if it is still due. It ends after the current article once `isStopping`; the others
 * stay due. A text that violates a rule of publishing by then is not published but taken off the schedule.
 *
 * @param work its clock decides what is due; servers whose clocks differ pass one that reads the database's time.
 * @throws AggregateError after all others were published, when some could not be.
 */
export async function publishDue(work: Work, isStopping: () => boolean = () => false): Promise<number> {
  const now = work.clock.now();
  const tried: string[] = [];
  const faults: unknown[] = [];
  let published = 0;
  for (;;) {
    const due = await work.database.prisma.article.findMany({
      where: {
        state: "SCHEDULED",
        publishAt: { lte: now },
        id: { notIn: tried },
        OR: [{ embargoedUntil: null }, { embargoedUntil: { lte: now } }],
      },
      orderBy: [{ publishAt: "asc" }, { id: "asc" }],
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of due) {
      if (isStopping()) break;
      tried.push(id);
      // An article that cannot be published must not delay the next ones.
      const isPublished = await publishOne(work, id, now).catch((error: unknown) => {
        faults.push(error);
        return false;
      });
      if (isPublished) published += 1;
    }
    if (due.length < BATCH || isStopping()) break;
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} scheduled articles could not be published.`);
  return published;
}

/** A due article, its row locked. */
interface DueArticle {
  readonly version: number;
  /** The version that was scheduled; null when a server before this version of the program scheduled the article. */
  readonly scheduledVersion: number | null;
  readonly slug: string;
  /** Why it is published although rules are violated; null where it must keep them. */
  readonly overrideReason: string | null;
}

/** The article if it is due and not locked by another transaction; read under its lock. */
async function lockDue(tx: Transaction, articleId: string, now: Date): Promise<DueArticle | null> {
  // Raw for SKIP LOCKED: of several servers one publishes the article, and the others go on with the next.
  const rows = await tx.$queryRaw<DueArticle[]>`
    SELECT a.version, s.version AS "scheduledVersion", coalesce(s.slug, d.slug) AS slug,
      a.override_reason AS "overrideReason"
    FROM article a JOIN article_head d ON d.article_id = a.id AND d.head = 'DRAFT'
      LEFT JOIN article_head s ON s.article_id = a.id AND s.head = 'SCHEDULED'
    WHERE a.id = ${articleId}::uuid AND a.state = 'SCHEDULED' AND a.publish_at <= ${now}::timestamptz
      AND (a.embargoed_until IS NULL OR a.embargoed_until <= ${now}::timestamptz)
    FOR UPDATE OF a SKIP LOCKED`;
  return rows[0] ?? null;
}

/** Ends a publication whose text violates a rule: everything that it wrote is undone. */
class Obstructed extends Error {
  constructor(readonly obstacles: readonly PublishingObstacle[]) {
    super(describeObstacles(obstacles));
  }
}

async function publishOne(work: Work, articleId: string, now: Date): Promise<boolean> {
  try {
    return await publishScheduled(work, articleId, now);
  } catch (error) {
    if (!(error instanceof Obstructed)) throw error;
    await takeOffSchedule(work, articleId, now, error.obstacles);
    return false;
  }
}

/** Takes an article that cannot be published as it is off the schedule; editors find it as ready, and why in the audit log. */
function takeOffSchedule(
  work: Work,
  articleId: string,
  now: Date,
  obstacles: readonly PublishingObstacle[],
): Promise<void> {
  return work.database.transaction(async (tx) => {
    const due = await lockDue(tx, articleId, now);
    if (!due) return;
    const version = due.version + 1;
    const data = { state: "READY", publishAt: null, overrideReason: null, version };
    await tx.article.update({ where: { id: articleId }, data, select: { id: true } });
    const where = { articleId_head: { articleId, head: "DRAFT" } };
    await tx.articleHead.update({ where, data: { version }, select: { articleId: true } });
    const why = noted("NOT_PUBLISHED", violatedRules(obstacles), `Not published: ${describeObstacles(obstacles)}`);
    record(work, tx, "unscheduleArticle", { type: "Article", id: articleId, version }, why);
  });
}

function publishScheduled(work: Work, articleId: string, now: Date): Promise<boolean> {
  return work.database.transaction(async (tx) => {
    const due = await lockDue(tx, articleId, now);
    if (!due) return false;
    const version = due.version + 1;
    await copyHead(tx, articleId, due.scheduledVersion === null ? "DRAFT" : "SCHEDULED", "PUBLISHED");
    if (due.overrideReason === null) await expectUnobstructed(work, tx, articleId, now);
    // It removes what was scheduled, so it comes after the copy.
    // What was written to the draft since it was scheduled is not published: its head is then ahead of what readers see.
    const hasLaterChanges = due.scheduledVersion !== null && due.scheduledVersion !== due.version;
    const heads = { DRAFT: version, PUBLISHED: hasLaterChanges ? due.scheduledVersion : version };
    await markPublished(tx, { articleId, slug: due.slug, now, version, heads });
    await recordRevision(work, tx, articleId, "PUBLISHED", "Published as scheduled");
    record(
      work,
      tx,
      "publishArticle",
      { type: "Article", id: articleId, version },
      ...publishedAsScheduled(due.overrideReason),
    );
    return true;
  });
}

function publishedAsScheduled(override: string | null): readonly AuditDetail[] {
  if (override === null) return [noted("AS_SCHEDULED", [], "as scheduled")];
  return [noted("AS_SCHEDULED", [], "as scheduled."), noted("OVERRIDDEN", [override], `Override: ${override}`)];
}

async function expectUnobstructed(work: Work, tx: Transaction, articleId: string, now: Date): Promise<void> {
  const select = { id: true, imageId: true, alt: true, position: true };
  const figures = await tx.figure.findMany({ where: { articleId, head: "PUBLISHED" }, select });
  const obstacles = await readObstacles(work, tx, figures, now);
  if (obstacles.length > 0) throw new Obstructed(obstacles);
}
