/** The article: its text, quotes, changes and workflow. */
export const article = {
  "article.loading": "Reading the article…",
} as const;
