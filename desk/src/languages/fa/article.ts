import type { CatalogueOf } from "../catalogue.ts";
import type { article as source } from "../en/article.ts";

/** The article in Persian. */
export const article: CatalogueOf<typeof source> = {
  "article.loading": "مقاله در حال بارگیری است…",
};
