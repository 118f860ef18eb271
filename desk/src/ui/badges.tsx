import type { ArticleState, QuoteVerdict } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";

/** The state of an article. */
export function StateBadge({ state }: { readonly state: ArticleState }) {
  const { t } = useWords();
  return (
    <span className="badge" data-state={state}>
      {t(`state.${state}`)}
    </span>
  );
}

/** The result of comparing a quote with its source. */
export function VerdictBadge({ verdict }: { readonly verdict: QuoteVerdict }) {
  const { t } = useWords();
  return (
    <span className="badge" data-verdict={verdict}>
      {t(`verdict.${verdict}`)}
    </span>
  );
}
