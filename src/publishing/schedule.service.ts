import { loadDraft } from "../article/draft.service.js";
import type { Actor } from "../auth/role.js";
import { record, type Work } from "../auth/work.js";
import { recordRevision } from "../revision/revision.service.js";
import { putBeforeReaders } from "./publishing.service.js";

/** Under whose name scheduled articles are published. */
export const SCHEDULER: Actor = { name: "Scheduler", role: "ADMIN" };

/** How many due articles one look takes up. */
const BATCH = 20;

/**
 * Publishes every article whose moment has come, each in a transaction of its own, and gives how many. Several servers
 * can run it at the same time: whoever comes second to an article finds it published, and leaves it.
 */
export async function publishDue(work: Work): Promise<number> {
  let published = 0;
  for (;;) {
    const due = await work.database.prisma.article.findMany({
      where: { state: "SCHEDULED", publishAt: { lte: work.clock.now() } },
      orderBy: { publishAt: "asc" },
      take: BATCH,
      select: { id: true },
    });
    let done = 0;
    for (const { id } of due) if (await publishOne(work, id)) done += 1;
    published += done;
    // Where another server was quicker with all of them there is nothing left to do here.
    if (due.length < BATCH || done === 0) return published;
  }
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
