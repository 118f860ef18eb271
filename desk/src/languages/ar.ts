import { article } from "./ar/article.ts";
import { articles } from "./ar/articles.ts";
import { desk } from "./ar/desk.ts";
import type { Catalogue } from "./catalogue.ts";

/** The interface in Arabic. */
export const ar: Catalogue = { ...article, ...articles, ...desk };
