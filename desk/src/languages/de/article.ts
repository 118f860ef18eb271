import type { CatalogueOf } from "../catalogue.ts";
import type { article as source } from "../en/article.ts";

/** The article in German. */
export const article: CatalogueOf<typeof source> = {
  "article.loading": "Der Artikel wird geladen …",
};
