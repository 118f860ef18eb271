import { refuse } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { ConflictError } from "../graphql/user-errors.js";
import { freeSlug } from "../lib/free-slug.js";
import { slugify } from "../lib/slug.js";

/*
 * The slugs of articles. A slug that ever led to an article is never another's, and an article's earlier ones stay.
 * Whoever writes claims the slug before the topics, so that two writers cannot wait for each other.
 */

/** Records a slug; false when it is recorded already. Of two writers the second waits here for the first. */
async function insertSlug(tx: Transaction, articleId: string, slug: string, createdAt: Date): Promise<boolean> {
  const { count } = await tx.articleSlug.createMany({ data: [{ slug, articleId, createdAt }], skipDuplicates: true });
  return count === 1;
}

/** Makes a slug lead to an article. Refuses one that leads, or ever led, to another. */
export async function claimSlug(tx: Transaction, articleId: string, slug: string, now: Date): Promise<string> {
  if (await insertSlug(tx, articleId, slug, now)) return slug;
  const owner = await tx.articleSlug.findUniqueOrThrow({ where: { slug }, select: { articleId: true } });
  if (owner.articleId === articleId) return slug;
  return refuse(new ConflictError(`Another article has, or had, the slug ${slug}.`, ["input", "slug"]));
}

/** Makes a free slug of a headline and lets it lead to an article. */
export async function makeSlug(tx: Transaction, articleId: string, headline: string, now: Date): Promise<string> {
  const findTaken = async (slugs: readonly string[]): Promise<string[]> =>
    (await tx.articleSlug.findMany({ where: { slug: { in: [...slugs] } } })).map(({ slug }) => slug);
  for (;;) {
    const slug = await freeSlug(slugify(headline) || "article", findTaken);
    // Somebody else can have been given the same one at the same moment; then the next is tried.
    if (await insertSlug(tx, articleId, slug, now)) return slug;
  }
}
