import { loadDraft } from "../article/draft.service.js";
import { SCHEDULER_NAME } from "../auth/reserved-names.js";
import type { Actor } from "../auth/role.js";
import { record, type Work } from "../auth/work.js";
import { recordRevision } from "../revision/revision.service.js";
import { putBeforeReaders } from "./publishing.service.js";

/** Under whose name scheduled articles are published. */
export const SCHEDULER: Actor = { name: SCHEDULER_NAME, role: "ADMIN" };

/** How many due articles one look takes up. */
const BATCH = 20;

/**
 * Publishes every article whose moment has come, each in a transaction of its own, and gives how many. Several servers
 * can run it at the same time: whoever comes second to an article finds it published, and leaves it. It ends after the
 * current article once `isStopping`; the others stay due.
 *
 * @throws AggregateError after all others were published, when some could not be.
 */
export async function publishDue(work: Work, isStopping: () => boolean = () => false): Promise<number> {
  const tried = new Set<string>();
  const faults: unknown[] = [];
  let published = 0;
  for (;;) {
    const due = await work.database.prisma.article.findMany({
      where: { state: "SCHEDULED", publishAt: { lte: work.clock.now() }, id: { notIn: [...tried] } },
      orderBy: [{ publishAt: "asc" }, { id: "asc" }],
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of due) {
      if (isStopping()) break;
      tried.add(id);
      // One that cannot be published must not keep back those behind it.
      const isPublished = await publishOne(work, id).catch((error: unknown) => {
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

async function publishOne(work: Work, articleId: string): Promise<boolean> {
  return work.database.transaction(async (tx) => {
    const draft = await loadDraft(tx, articleId);
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { publishAt: true } });
    const now = work.clock.now();
    // Looked at again under the article's lock: it may have been published or taken off the schedule since.
    const isDue = draft?.state === "SCHEDULED" && article?.publishAt && article.publishAt <= now;
    if (!draft || !isDue) return false;
    await putBeforeReaders({ tx, draft, now, version: draft.version + 1 });
    await recordRevision(work, tx, articleId, "PUBLISHED", "Published as scheduled");
    await record(work, tx, "publishArticle", { type: "Article", id: articleId }, "as scheduled");
    return true;
  });
}
