import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ImportFormat, ImportStoriesDocument } from "../api/generated/graphql.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import type { WireCopy } from "./copy-files.ts";

interface StoriesProps {
  readonly copy: WireCopy;
  readonly format: ImportFormat;
}

async function importStories({ copy, format }: StoriesProps, dryRun: boolean) {
  const input = { content: copy.content, format, dryRun };
  return payloadOf((await request(ImportStoriesDocument, { input })).importArticles, "ImportArticlesPayload");
}

/** The stories of a file with several ones, which become drafts together. */
export function Stories(props: StoriesProps) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { copy, format } = props;
  const read = useQuery({
    queryKey: ["wire", "stories", copy, format],
    queryFn: () => importStories(props, true),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const make = useMutation({
    mutationFn: () => importStories(props, false),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["articles"] }),
  });
  if (read.isPending) return <p role="status">{t("wire.reading")}</p>;
  if (read.error) return <Fault error={read.error} />;
  const { items, warnings } = make.data ?? read.data;
  const fresh = items.filter(({ report }) => report?.wasImportedBefore === false).length;
  return (
    <section className="panel stack">
      <h2>{t("wire.stories", { count: items.length })}</h2>
      <ul className="links">
        {items.map(({ article, knownArticle, preview, report, error }, at) => (
          // Stories have no identity but their place, and never change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <StoryName article={article ?? knownArticle ?? null} fallback={preview?.headline ?? error?.message ?? ""} />
            {report?.wasImportedBefore && <span className="due">{t("wire.known")}</span>}
            {make.data && article && !report?.wasImportedBefore && <span className="quiet">{t("wire.made")}</span>}
            {report?.warnings.map((warning) => (
              <span key={warning} className="quiet">
                {warning}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {warnings.map((warning) => (
        <p key={warning} className="quiet">
          {warning}
        </p>
      ))}
      {make.error && <Fault error={make.error} />}
      {!make.data && fresh > 0 && (
        <div className="buttons">
          <Button look="primary" isPending={make.isPending} onPress={() => make.mutate()}>
            {t("wire.makeDrafts", { count: fresh })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface StoryNameProps {
  readonly article: { readonly id: string; readonly headline: string } | null;
  readonly fallback: string;
}

/** The headline of a story, with a link to its article where there is one. */
function StoryName({ article, fallback }: StoryNameProps) {
  if (!article) return <bdi>{fallback}</bdi>;
  return (
    <Link to="/articles/$id" params={{ id: article.id }} search={{}}>
      {article.headline}
    </Link>
  );
}
