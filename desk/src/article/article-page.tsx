import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ArticleToReadDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Fault } from "../ui/fault.tsx";
import { Page } from "../ui/page.tsx";

const route = getRouteApi("/desk/articles/$id");

/** An article. */
export function ArticlePage() {
  const { t } = useWords();
  const { id } = route.useParams();
  const { data, error, isPending } = useQuery({
    queryKey: ["article", id],
    queryFn: ({ signal }) => request(ArticleToReadDocument, { id }, { signal }),
    gcTime: 0,
  });
  if (isPending) return <p role="status">{t("article.loading")}</p>;
  if (error) return <Fault error={error} />;
  if (!data.article) return <p role="alert">{t("app.notFound")}</p>;
  const { headline, standfirst, language, direction, paragraphs } = data.article;
  return (
    <Page title={headline}>
      <article lang={language} dir={direction.toLowerCase()}>
        {standfirst && <p>{standfirst}</p>}
        {paragraphs.map((paragraph) => (
          <p key={paragraph.id}>{paragraph.text}</p>
        ))}
      </article>
    </Page>
  );
}
