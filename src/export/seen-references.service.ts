import { z } from "zod";
import type { Transaction } from "../database/client.js";

/*
 * An export without drafts must not name an article that readers do not see: neither as a related article nor as the
 * original of a translation.
 */

/** What is looked at of an article's head. */
interface ReferringHead {
  readonly translationOfId: string | null;
  readonly related: readonly { readonly relatedId: string }[];
}

/** The columns of an article that are read. */
interface ReferringArticle {
  readonly heads: readonly ReferringHead[];
  readonly revisions: readonly { readonly document: unknown }[];
}

/** The part of a revision's document that refers to articles. Documents of earlier versions have none. */
const referringDocument = z.looseObject({
  names: z.record(z.string(), z.string()),
  article_head: z.array(z.looseObject({ translation_of_id: z.string().nullish() })),
  article_related: z.array(z.looseObject({ related_id: z.string() })).default([]),
});

/** The same articles without references to articles that readers do not see. */
export async function dropUnseenReferences<Article extends ReferringArticle>(
  tx: Transaction,
  articles: readonly Article[],
): Promise<readonly Article[]> {
  const wanted = articles.flatMap(({ heads, revisions }) => [
    ...heads.flatMap(referencesOf),
    ...revisions.flatMap(({ document }) => referencesOfDocument(document)),
  ]);
  if (wanted.length === 0) return articles;
  const where = { head: "PUBLISHED", articleId: { in: [...new Set(wanted)] } };
  const rows = await tx.articleHead.findMany({ where, select: { articleId: true } });
  const seen = new Set(rows.map(({ articleId }) => articleId));
  return articles.map((article) => ({
    ...article,
    heads: article.heads.map((head) => ({
      ...head,
      translationOfId: keep(seen, head.translationOfId),
      related: head.related.filter(({ relatedId }) => seen.has(relatedId)),
    })),
    revisions: article.revisions.map((revision) => ({ ...revision, document: cleanDocument(seen, revision.document) })),
  }));
}

function keep(seen: ReadonlySet<string>, key: string | null | undefined): string | null {
  return typeof key === "string" && seen.has(key) ? key : null;
}

function referencesOf({ translationOfId, related }: ReferringHead): readonly string[] {
  return [...(translationOfId === null ? [] : [translationOfId]), ...related.map(({ relatedId }) => relatedId)];
}

function referencesOfDocument(document: unknown): readonly string[] {
  const { article_head, article_related } = referringDocument.parse(document);
  const originals = article_head.flatMap(({ translation_of_id }) => translation_of_id ?? []);
  return [...originals, ...article_related.map(({ related_id }) => related_id)];
}

function cleanDocument(seen: ReadonlySet<string>, document: unknown): unknown {
  const unseen = new Set(referencesOfDocument(document).filter((key) => !seen.has(key)));
  if (unseen.size === 0) return document;
  const { names, article_head, article_related, ...rest } = referringDocument.parse(document);
  return {
    ...rest,
    names: Object.fromEntries(Object.entries(names).filter(([key]) => !unseen.has(key))),
    article_head: article_head.map((row) => ({ ...row, translation_of_id: keep(seen, row.translation_of_id) })),
    article_related: article_related.filter(({ related_id }) => seen.has(related_id)),
  };
}
