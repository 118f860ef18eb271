import type { Transaction } from "../database/client.js";
import type { Head } from "../draft/head.js";

/** A publication: which article, under which slug, when, and the version that it makes. */
export interface Publication {
  readonly articleId: string;
  readonly slug: string;
  readonly now: Date;
  readonly version: number;
  /** The versions of the heads that are published with it. */
  readonly heads: Readonly<Partial<Record<Head, number>>>;
}

/**
 * Writes to the article and its heads that it is published: its state, its moments, its version, and that readers may know
 * its slug. Raw because all rows are one statement.
 *
 * @throws Error when the article is under an embargo: every way of publishing looks at it before.
 */
export async function markPublished(
  tx: Transaction,
  { articleId, slug, now, version, heads }: Publication,
): Promise<void> {
  const published = await tx.$queryRaw<readonly object[]>`
    WITH published AS (
      UPDATE article SET state = 'PUBLISHED', version = ${version}, published_at = ${now}::timestamptz,
        first_published_at = coalesce(first_published_at, ${now}::timestamptz), publish_at = NULL, override_reason = NULL
      WHERE id = ${articleId}::uuid AND (embargoed_until IS NULL OR embargoed_until <= ${now}::timestamptz)
      RETURNING id),
    seen AS (UPDATE article_slug SET is_public = TRUE WHERE slug = ${slug} AND NOT is_public),
    dated AS (
      UPDATE article_head h SET version = v.version::integer, published_at = ${now}::timestamptz
      FROM json_each_text(${JSON.stringify(heads)}::json) v(head, version)
      WHERE h.article_id = ${articleId}::uuid AND h.head = v.head)
    SELECT id FROM published`;
  if (published.length === 0) throw new Error(`The article ${articleId} is under an embargo.`);
}
