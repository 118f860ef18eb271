import { article } from "./fa/article.ts";
import { articles } from "./fa/articles.ts";
import { desk } from "./fa/desk.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in Persian. */
export const fa: Catalogue = { ...article, ...articles, ...desk };
