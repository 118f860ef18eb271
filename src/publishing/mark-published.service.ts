import type { Transaction } from "../database/client.js";

/** A publication: which article, under which slug, when, and the version that it makes. */
export interface Publication {
  readonly articleId: string;
  readonly slug: string;
  readonly now: Date;
  readonly version: number;
}

/**
 * Writes to the article itself that it is published: its state, its moments, and that readers may know its slug.
 *
 * @throws Error when the article is under an embargo: every way of publishing looks at it before.
 */
export async function markPublished(tx: Transaction, { articleId, slug, now, version }: Publication): Promise<void> {
  const where = { id: articleId };
  const article = await tx.article.findUniqueOrThrow({
    where,
    select: { firstPublishedAt: true, embargoedUntil: true },
  });
  if (article.embargoedUntil !== null && article.embargoedUntil > now) {
    throw new Error(`The article ${articleId} is under an embargo.`);
  }
  const firstPublishedAt = article.firstPublishedAt ?? now;
  const data = {
    state: "PUBLISHED",
    version,
    publishedAt: now,
    firstPublishedAt,
    publishAt: null,
    overrideReason: null,
  };
  await tx.article.update({ where, data, select: { id: true } });
  await tx.articleSlug.update({ where: { slug }, data: { isPublic: true }, select: { slug: true } });
}
