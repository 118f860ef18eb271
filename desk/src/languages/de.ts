import { acts } from "./de/acts.ts";
import { article } from "./de/article.ts";
import { articles } from "./de/articles.ts";
import { desk } from "./de/desk.ts";
import { library } from "./de/library.ts";
import { quotes } from "./de/quotes.ts";
import { reasons } from "./de/reasons.ts";
import { refusals } from "./de/refusals.ts";
import { wire } from "./de/wire.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in German. */
export const de: Catalogue = {
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
