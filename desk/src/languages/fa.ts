import { acts } from "./fa/acts.ts";
import { article } from "./fa/article.ts";
import { articles } from "./fa/articles.ts";
import { desk } from "./fa/desk.ts";
import { library } from "./fa/library.ts";
import { quotes } from "./fa/quotes.ts";
import { reasons } from "./fa/reasons.ts";
import { refusals } from "./fa/refusals.ts";
import { wire } from "./fa/wire.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in Persian. */
export const fa: Catalogue = {
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
