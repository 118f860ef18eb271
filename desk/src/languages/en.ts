import { acts } from "./en/acts.ts";
import { article } from "./en/article.ts";
import { articles } from "./en/articles.ts";
import { desk } from "./en/desk.ts";
import { library } from "./en/library.ts";
import { quotes } from "./en/quotes.ts";
import { reasons } from "./en/reasons.ts";
import { refusals } from "./en/refusals.ts";
import { wire } from "./en/wire.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in English. */
export const en: Catalogue = {
  ...acts,
  ...article,
  ...articles,
  ...desk,
  ...library,
  ...quotes,
  ...reasons,
  ...refusals,
  ...wire,
};
