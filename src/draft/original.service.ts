import { ADVISORY_LOCKS } from "../database/advisory-locks.js";
import type { Transaction } from "../database/client.js";
import { encodeNodeId } from "../graphql/node-id.js";
import type { Issues, Path } from "../validation/issues.js";

/*
 * The same story in several languages: every translation refers to the original, never to another translation. So the
 * articles of a story are those with the same original, and no chain has to be followed.
 */

/** What a write wants to make an article a translation of. */
interface Wanted {
  /** The bare key of the article; null of a new one. */
  readonly articleId: string | null;
  /** The bare key of the original, or of a translation of it. */
  readonly wanted: string;
}

/**
 * The key of the original of the article that a translation was made from. Null, with a reason, where the article cannot be
 * a translation of it: it is the original itself, or others are translations of the article.
 *
 * Keeps other transactions from making a translation until this one ends. Call it after locking the article.
 */
export async function findOriginal(
  tx: Transaction,
  { articleId, wanted }: Wanted,
): Promise<{ readonly original: string } | { readonly original: null; readonly reason: string }> {
  // Raw because Prisma has no advisory locks. Locks of the articles would have to be taken in the order of their keys.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.translations})`;
  const head = await tx.articleHead.findUnique({
    where: { articleId_head: { articleId: wanted, head: "DRAFT" } },
    select: { translationOfId: true },
  });
  const original = head?.translationOfId ?? wanted;
  if (articleId === null) return { original };
  if (original === articleId) return { original: null, reason: "The article is the original itself." };
  const translation = await tx.articleHead.findFirst({
    where: { translationOfId: articleId, articleId: { not: articleId } },
    select: { articleId: true },
  });
  if (!translation) return { original };
  const id = encodeNodeId("Article", translation.articleId);
  const reason = `The article is the original of ${id}. Make that article a translation of another one, or of none, first.`;
  return { original: null, reason };
}

/** Reports an article that cannot be a translation of another one, and returns the key of the original. */
export async function settleOriginal(
  tx: Transaction,
  wanted: Wanted,
  path: Path,
  issues: Issues,
): Promise<string | null> {
  const found = await findOriginal(tx, wanted);
  if (found.original === null) issues.add(path, found.reason, { reason: "IS_ORIGINAL" });
  return found.original;
}
