import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { GridList } from "react-aria-components";
import { type ListedArticleFragment, RestoreFromTrashDocument } from "../api/generated/graphql.ts";
import { refusedBy } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { Loading, Page } from "../ui/page.tsx";
import { ArticleRow } from "./article-row.tsx";
import { ListFilters } from "./list-filters.tsx";
import { filterOf } from "./list-search.ts";
import { type LiveList, useLiveList } from "./live-list.ts";
import { NewArticleDialog } from "./new-article-dialog.tsx";
import { StateLinks } from "./state-links.tsx";
import "../ui/rows.css";
import "./list.css";

const route = getRouteApi("/desk/");

/** Takes an article out of the trash. */
function useRestore(list: LiveList) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: ListedArticleFragment) => {
      const { restoreArticle: outcome } = await request(RestoreFromTrashDocument, { input: { id } });
      if (outcome.__typename !== "RestoreArticlePayload") throw refusedBy(outcome);
    },
    onSuccess: (_done, { id }) => {
      list.remove(id);
      return queryClient.invalidateQueries({ queryKey: ["articles", "counts"] });
    },
  });
}

function Articles({ list, isTrash }: { readonly list: LiveList; readonly isTrash: boolean }) {
  const { t } = useWords();
  const restore = useRestore(list);
  if (list.isPending) return <Loading />;
  if (list.error) return <Fault error={list.error} onRetry={list.showArrived} />;
  return (
    <>
      <div role="status" className="arrived">
        {list.arrived > 0 && (
          <Button look="primary" onPress={list.showArrived}>
            {t("articles.arrived", { count: list.arrived })}
          </Button>
        )}
        {restore.isSuccess && t("articles.restored", { headline: restore.variables.headline })}
      </div>
      {restore.error && <Fault error={restore.error} />}
      <GridList
        aria-label={t("articles.title")}
        aria-describedby="list-keys"
        className="rows"
        selectionMode="none"
        keyboardNavigationBehavior="arrow"
        renderEmptyState={() => <p className="empty">{t("articles.none")}</p>}
      >
        {list.articles.map((article) => (
          <ArticleRow key={article.id} article={article} isTrash={isTrash} onRestore={restore.mutate} />
        ))}
      </GridList>
      <div className="list-foot">
        {list.hasMore && (
          <Button isPending={list.isLoadingMore} onPress={list.loadMore}>
            {t("app.more")}
          </Button>
        )}
        <p id="list-keys" className="quiet keys">
          {t("articles.keys")}
        </p>
      </div>
    </>
  );
}

/** The articles of the newsroom. */
export function ListPage() {
  const { t } = useWords();
  const search = route.useSearch();
  const { viewer } = route.useRouteContext();
  const list = useLiveList(filterOf(search, viewer.id));
  const [isCreating, setCreating] = useState(false);
  return (
    <Page
      title={t("articles.title")}
      actions={
        <Button look="primary" onPress={() => setCreating(true)}>
          {t("articles.new")}
        </Button>
      }
    >
      <StateLinks search={search} />
      <ListFilters search={search} />
      <Articles list={list} isTrash={search.state === "TRASH"} />
      {isCreating && <NewArticleDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
