import type { CatalogueOf } from "../catalogue.ts";
import type { article as source } from "../en/article.ts";

/** The article in Spanish. */
export const article: CatalogueOf<typeof source> = {
  "article.loading": "Cargando el artículo…",
};
