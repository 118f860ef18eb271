import { acts } from "./es/acts.ts";
import { article } from "./es/article.ts";
import { articles } from "./es/articles.ts";
import { desk } from "./es/desk.ts";
import { library } from "./es/library.ts";
import { quotes } from "./es/quotes.ts";
import { reasons } from "./es/reasons.ts";
import { refusals } from "./es/refusals.ts";
import { wire } from "./es/wire.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in Spanish. */
export const es: Catalogue = {
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
