import type { CatalogueOf } from "../catalogue.ts";
import type { article as source } from "../en/article.ts";

/** The article in French. */
export const article: CatalogueOf<typeof source> = {
  "article.loading": "Chargement de l’article…",
};
