import { type ArticleToEditFragment, SaveArticleDocument, type UpdateArticleInput } from "../api/generated/graphql.ts";
import { refusedBy } from "../api/refused.ts";
import { OFFLINE, request, RequestError } from "../api/request.ts";

/** Why a text is refused, and where. */
export interface Refusal {
  readonly message: string;
  readonly path: readonly string[];
}

/** What came of a save. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly article: ArticleToEditFragment }
  | {
      readonly kind: "stale";
      readonly article: ArticleToEditFragment;
      readonly by: string | null;
      readonly at: string | null;
    }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "offline" };

/** Writes to the draft of an article. */
export async function saveArticle(input: UpdateArticleInput): Promise<SaveOutcome> {
  try {
    const { updateArticle: outcome } = await request(SaveArticleDocument, { input });
    switch (outcome.__typename) {
      case "UpdateArticlePayload":
        return { kind: "saved", article: outcome.article };
      case "StaleVersionError":
        return {
          kind: "stale",
          article: outcome.article,
          by: outcome.changedBy ?? null,
          at: outcome.changedAt ?? null,
        };
      default: {
        const { message, issues } = refusedBy(outcome);
        return { kind: "refused", refusals: issues.length > 0 ? issues : [{ message, path: [] }] };
      }
    }
  } catch (error) {
    if (error instanceof RequestError && error.code === OFFLINE) return { kind: "offline" };
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "refused", refusals: [{ message, path: [] }] };
  }
}
