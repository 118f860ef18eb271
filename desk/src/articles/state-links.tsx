import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArticleCountsDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { type ListSearch, STATES } from "./list-search.ts";

const INTERVAL_MS = 10_000;

const EXACT = { exact: true, includeSearch: true } as const;

/** Links to the articles of each state and to the trash, with their numbers. */
export function StateLinks({ search }: { readonly search: ListSearch }) {
  const { t, format } = useWords();
  const { data } = useQuery({
    queryKey: ["articles", "counts"],
    queryFn: ({ signal }) => request(ArticleCountsDocument, {}, { signal }),
    refetchInterval: INTERVAL_MS,
  });
  const counts = new Map(data?.articleCounts.map(({ state, count }) => [state ?? "TRASH", count]));
  const all = STATES.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const { state: _current, ...others } = search;
  return (
    <nav aria-label={t("articles.states")} className="states">
      <Link to="/" search={others} activeOptions={EXACT}>
        {t("app.all")} {data && <span className="count">{format.number(all)}</span>}
      </Link>
      {[...STATES, "TRASH" as const].map((state) => (
        <Link key={state} to="/" search={{ ...others, state }} activeOptions={EXACT}>
          {t(`state.${state}`)} {data && <span className="count">{format.number(counts.get(state) ?? 0)}</span>}
        </Link>
      ))}
    </nav>
  );
}
