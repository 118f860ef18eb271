import type { SyndicatedArticle } from "./syndicated.js";

/**
 * The addresses of a story in all languages, this article first, as search engines want them: each article names itself and
 * all others. Each language once; nothing for a story in one language.
 */
export function languagesOf(
  article: Pick<SyndicatedArticle, "language" | "url" | "translations">,
): readonly { readonly language: string; readonly url: string }[] {
  const byLanguage = new Map([[article.language, article.url]]);
  for (const { language, url } of article.translations) {
    if (!byLanguage.has(language)) byLanguage.set(language, url);
  }
  return byLanguage.size === 1 ? [] : [...byLanguage].map(([language, url]) => ({ language, url }));
}
