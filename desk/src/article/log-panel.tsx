import { useInfiniteQuery } from "@tanstack/react-query";
import { ArticleLogDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { Loading } from "../ui/page.tsx";
import { useDetails } from "../ui/use-details.ts";
import { useArticle } from "./use-open-article.ts";

/** What was done to the article, the newest first. */
export function LogPanel() {
  const { t, named, format } = useWords();
  const details = useDetails();
  const { id, version } = useArticle(({ saved }) => saved);
  const log = useInfiniteQuery({
    queryKey: ["article", id, "log", version],
    queryFn: ({ signal, pageParam }) => request(ArticleLogDocument, { id, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ article }) => {
      const info = article?.log?.pageInfo;
      return info?.hasNextPage === true ? (info.endCursor ?? null) : null;
    },
  });
  if (log.error) return <Fault error={log.error} onRetry={() => void log.refetch()} />;
  if (log.isPending) return <Loading />;
  const entries = log.data.pages.flatMap(({ article }) => article?.log?.nodes ?? []);
  return (
    <div className="stack">
      <ol className="log">
        {entries.map(({ act, actor, at, ...logged }) => (
          <li key={`${at} ${act}`}>
            <p>
              <strong>{actor}</strong> <span className="quiet">{format.moment(at)}</span>
            </p>
            <p>
              {named("act", act)} <span dir="auto">{details(logged)}</span>
            </p>
          </li>
        ))}
      </ol>
      {log.hasNextPage && <Button onPress={() => void log.fetchNextPage()}>{t("app.more")}</Button>}
    </div>
  );
}
