import { copyHead } from "../draft/heads.service.js";
import type { Head } from "../draft/head.js";
import { SCHEDULER_NAME } from "../auth/reserved-names.js";
import type { Actor } from "../auth/role.js";
import { record, type Work } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { recordRevision } from "../revision/revision.service.js";
import { markPublished } from "./mark-published.service.js";

/** Under whose name scheduled articles are published. */
export const SCHEDULER: Actor = { name: SCHEDULER_NAME, role: "ADMIN" };

/** How many due articles one look takes up. */
const BATCH = 20;

/**
 * Publishes every article whose moment has come, each in a transaction of its own, and returns how many. Several servers
 * can run it at the same time and share the work: an article that another transaction holds is skipped without waiting,
 * and is found again by the next look if it is still due. It ends after the current article once `isStopping`; the others
 * stay due.
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
      where: { state: "SCHEDULED", publishAt: { lte: now }, id: { notIn: tried } },
      orderBy: [{ publishAt: "asc" }, { id: "asc" }],
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of due) {
      if (isStopping()) break;
      tried.push(id);
      // One that cannot be published must not keep back those behind it.
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
}

/** The article if it is due and nobody else holds it; looked at under its lock. */
async function lockDue(tx: Transaction, articleId: string, now: Date): Promise<DueArticle | null> {
  // Raw for SKIP LOCKED: of several servers one publishes the article, and the others go on with the next.
  const rows = await tx.$queryRaw<DueArticle[]>`
    SELECT a.version, s.version AS "scheduledVersion", coalesce(s.slug, d.slug) AS slug
    FROM article a JOIN article_head d ON d.article_id = a.id AND d.head = 'DRAFT'
      LEFT JOIN article_head s ON s.article_id = a.id AND s.head = 'SCHEDULED'
    WHERE a.id = ${articleId}::uuid AND a.state = 'SCHEDULED' AND a.publish_at <= ${now}::timestamptz
    FOR UPDATE OF a SKIP LOCKED`;
  return rows[0] ?? null;
}

function publishOne(work: Work, articleId: string, now: Date): Promise<boolean> {
  return work.database.transaction(async (tx) => {
    const due = await lockDue(tx, articleId, now);
    if (!due) return false;
    const version = due.version + 1;
    await copyHead(tx, articleId, due.scheduledVersion === null ? "DRAFT" : "SCHEDULED", "PUBLISHED");
    // Removes what was scheduled, so it comes after the copy.
    await markPublished(tx, { articleId, slug: due.slug, now, version });
    // What was written to the draft since it was scheduled is not published: its head is then ahead of what readers see.
    const hasLaterChanges = due.scheduledVersion !== null && due.scheduledVersion !== due.version;
    await setHead(tx, articleId, "DRAFT", now, version);
    await setHead(tx, articleId, "PUBLISHED", now, hasLaterChanges ? due.scheduledVersion : version);
    await recordRevision(work, tx, articleId, "PUBLISHED", "Published as scheduled");
    await record(work, tx, "publishArticle", { type: "Article", id: articleId }, "as scheduled");
    return true;
  });
}

async function setHead(tx: Transaction, articleId: string, head: Head, publishedAt: Date, version: number) {
  const where = { articleId_head: { articleId, head } };
  await tx.articleHead.update({ where, data: { version, publishedAt }, select: { articleId: true } });
}
