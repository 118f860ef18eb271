import { refuse } from "../auth/work.js";
import type { Transaction } from "../database/client.js";
import { Prisma } from "../generated/prisma/client.js";
import { ConflictError } from "../graphql/user-errors.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { freeSlug } from "../lib/free-slug.js";
import { slugify } from "../lib/slug.js";

/*
 * The slugs of articles. A slug that readers have seen leads to its article for ever. A slug that no reader has seen
 * belongs to an article as long as one of its heads has it, the draft in the trash included; after that it is free.
 * A write claims the slug before the topics, so that two writes cannot wait for each other.
 */

/**
 * Whether the slug `s` is not free. Only heads of its own article have it: the look at them uses the key of the heads, which have
 * no index by slug.
 */
const IS_HELD = Prisma.sql`(s.is_public OR EXISTS (
  SELECT FROM article_head h WHERE h.article_id = s.article_id AND h.slug = s.slug))`;

/** Lets a slug lead to an article; false when another article holds it. The second of two writes waits for the first. */
export async function takeSlug(tx: Transaction, articleId: string, slug: string, createdAt: Date): Promise<boolean> {
  // Raw because Prisma takes longer to prepare it than PostgreSQL needs for it.
  const count = await tx.$executeRaw`
    INSERT INTO article_slug (slug, article_id, created_at) VALUES (${slug}, ${articleId}::uuid, ${createdAt}::timestamptz)
    ON CONFLICT DO NOTHING`;
  if (count === 1) return true;
  // Raw for the row lock: the owner may be about to use the slug again.
  await tx.$queryRaw`SELECT slug FROM article_slug WHERE slug = ${slug} FOR UPDATE`;
  const released = await tx.$executeRaw`
    UPDATE article_slug s SET article_id = ${articleId}::uuid, created_at = ${createdAt}::timestamptz
    WHERE slug = ${slug} AND NOT ${IS_HELD}`;
  return released === 1 || (await ownerOf(tx, slug)).id === articleId;
}

async function ownerOf(tx: Transaction, slug: string): Promise<{ id: string; trashedAt: Date | null }> {
  const select = { article: { select: { id: true, trashedAt: true } } };
  return (await tx.articleSlug.findUniqueOrThrow({ where: { slug }, select })).article;
}

/** Lets a slug lead to an article. Refuses a slug that another article holds, and names that article. */
export async function claimSlug(tx: Transaction, articleId: string, slug: string, now: Date): Promise<string> {
  if (await takeSlug(tx, articleId, slug, now)) return slug;
  const owner = await ownerOf(tx, slug);
  const id = encodeNodeId("Article", owner.id);
  const where = owner.trashedAt === null ? `belongs to the article ${id}` : `belongs to the article ${id} in the trash`;
  const fix = owner.trashedAt === null ? "" : " or restore that article with restoreArticle";
  return refuse(
    new ConflictError(`The slug ${slug} ${where}. Choose another slug${fix}.`, ["input", "slug"], "SLUG_TAKEN"),
  );
}

/** Makes a free slug of a headline and lets it lead to an article. */
export async function makeSlug(tx: Transaction, articleId: string, headline: string, now: Date): Promise<string> {
  const findTaken = async (slugs: readonly string[]): Promise<string[]> => {
    const rows = await tx.$queryRaw<{ slug: string }[]>`
      SELECT slug FROM article_slug s WHERE slug = ANY(${[...slugs]}) AND ${IS_HELD}`;
    return rows.map(({ slug }) => slug);
  };
  for (;;) {
    const slug = await freeSlug(slugify(headline) || "article", findTaken);
    // Another write can take the same slug at the same moment; then the next one is tried.
    if (await takeSlug(tx, articleId, slug, now)) return slug;
  }
}
