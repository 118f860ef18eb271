import { acts } from "./fr/acts.ts";
import { article } from "./fr/article.ts";
import { articles } from "./fr/articles.ts";
import { desk } from "./fr/desk.ts";
import { library } from "./fr/library.ts";
import { quotes } from "./fr/quotes.ts";
import { reasons } from "./fr/reasons.ts";
import { refusals } from "./fr/refusals.ts";
import { wire } from "./fr/wire.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in French. */
export const fr: Catalogue = {
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
