import type { WrittenArticle } from "../draft/written.js";
import { refuse, type Work, write } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { decodeNodeId } from "../graphql/node-id.js";
import { NotFoundError, type UserError } from "../graphql/user-errors.js";
import { PRESENCE_SECONDS } from "./presence.queries.js";
import type { TouchArticleInput } from "./presence.type.js";

const { sql } = Prisma;

/**
 * Notes that the actor has an article open, or no longer has. It changes nothing of the article, locks none of its rows, and
 * is no act that the audit log keeps.
 */
export function touchArticle(work: Work, input: TouchArticleInput): Promise<WrittenArticle | UserError> {
  return write(work, "touchArticle", async (tx) => {
    const found = decodeNodeId(input.id);
    const where = { articleId: found?.uuid ?? "", head: "DRAFT" };
    const draft =
      found?.type === "Article"
        ? await tx.articleHead.findUnique({ where: { articleId_head: where }, select: { version: true } })
        : null;
    if (!draft) return refuse(new NotFoundError("There is no article of this id.", ["input", "id"]));
    await (input.isClosing ? close(work, tx, where.articleId) : confirm(work, tx, where.articleId));
    return { articleId: where.articleId, version: draft.version };
  });
}

/** The key of somebody, whatever they are called. */
function keyOf({ actor: { id, issuer, name } }: Work): string {
  return id === undefined ? name : `${issuer ?? ""} ${id}`;
}

/**
 * Raw for one statement, by the clock of the database, which all servers share. Somebody who was away for longer than the
 * limit has opened the article again. What others left behind goes; who removes it at the same time is not waited for.
 */
async function confirm(work: Work, tx: Transaction, articleId: string): Promise<void> {
  const { actor } = work;
  const limit = sql`now() - make_interval(secs => ${PRESENCE_SECONDS}::int)`;
  await tx.$executeRaw(sql`
    WITH gone AS (DELETE FROM article_presence WHERE (article_id, actor_key) IN (
      SELECT article_id, actor_key FROM article_presence
      WHERE seen_at < ${limit} AND (article_id, actor_key) <> (${articleId}::uuid, ${keyOf(work)})
      FOR UPDATE SKIP LOCKED))
    INSERT INTO article_presence AS p (article_id, actor_key, actor, actor_id)
    VALUES (${articleId}::uuid, ${keyOf(work)}, ${actor.name}, ${actor.id ?? null})
    ON CONFLICT (article_id, actor_key) DO UPDATE SET actor = excluded.actor, seen_at = excluded.seen_at,
      since = CASE WHEN p.seen_at < ${limit} THEN excluded.since ELSE p.since END`);
}

async function close(work: Work, tx: Transaction, articleId: string): Promise<void> {
  await tx.articlePresence.deleteMany({ where: { articleId, actorKey: keyOf(work) } });
}
