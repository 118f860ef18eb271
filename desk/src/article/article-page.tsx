import { queryOptions, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ArticleOpenedDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Fault } from "../ui/fault.tsx";
import { ArticleDesk } from "./article-desk.tsx";

const route = getRouteApi("/desk/articles/$id");

/** An article to be written. It is read once: what is on the screen afterwards is the text of the writer. */
const openedQuery = (id: string) =>
  queryOptions({
    queryKey: ["article", id, "opened"],
    queryFn: ({ signal }) => request(ArticleOpenedDocument, { id }, { signal }).then(({ article }) => article),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** An article. */
export function ArticlePage() {
  const { t } = useWords();
  const { id } = route.useParams();
  const { viewer } = route.useRouteContext();
  const { data: article, error, isPending, refetch } = useQuery(openedQuery(id));
  if (isPending)
    return (
      <p role="status" className="loading">
        {t("article.loading")}
      </p>
    );
  if (error) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!article)
    return (
      <p role="alert" className="notice bad">
        {t("app.notFound")}
      </p>
    );
  return <ArticleDesk key={article.id} article={article} viewerId={viewer.id ?? viewer.name} />;
}
