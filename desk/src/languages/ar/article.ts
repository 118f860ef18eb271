import type { CatalogueOf } from "../catalogue.ts";
import type { article as source } from "../en/article.ts";

/** The article in Arabic. */
export const article: CatalogueOf<typeof source> = {
  "article.loading": "جارٍ تحميل المقال…",
};
