import { acts } from "./ar/acts.ts";
import { article } from "./ar/article.ts";
import { articles } from "./ar/articles.ts";
import { desk } from "./ar/desk.ts";
import { library } from "./ar/library.ts";
import { quotes } from "./ar/quotes.ts";
import { reasons } from "./ar/reasons.ts";
import { refusals } from "./ar/refusals.ts";
import { wire } from "./ar/wire.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in Arabic. */
export const ar: Catalogue = {
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
