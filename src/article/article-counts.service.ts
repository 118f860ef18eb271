import { type ArticleCount, ArticleState } from "../draft/article.type.js";
import type { Loader } from "../graphql/loading/loader.js";
import { ARTICLE_COUNTS } from "./article.queries.js";

/** What the statement of the counts returns. */
interface Counted {
  readonly trash: number;
  readonly states: Readonly<Partial<Record<ArticleState, number>>>;
}

/** The number of articles in each state, zero included, and of those in the trash. It costs one statement. */
export async function countArticles({ run, view }: Loader): Promise<readonly ArticleCount[]> {
  const [row] = await run(ARTICLE_COUNTS.text, ARTICLE_COUNTS.values, view);
  if (!row) throw new Error("The database did not return the counts.");
  // The statement states the shape of its JSON.
  const { states, trash } = row.json as Counted;
  const ofStates = Object.values(ArticleState).map((state) => ({ state, isTrash: false, count: states[state] ?? 0 }));
  return [...ofStates, { state: null, isTrash: true, count: trash }];
}
