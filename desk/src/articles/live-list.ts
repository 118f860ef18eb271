import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type ArticleFilter,
  type ListedArticleFragment,
  ListedArticlesDocument,
  type ListedArticlesQuery,
} from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";

type Page = ListedArticlesQuery["articles"];

const PAGE_SIZE = 50;

/** How many of the newest articles are looked at for what is new. */
const WATCHED = 20;

const INTERVAL_MS = 10_000;

/** The list as the reader looks at it, and what has happened since. */
export interface LiveList {
  readonly articles: readonly ListedArticleFragment[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  /** How many articles are new, or would be at another place. */
  readonly arrived: number;
  /** Shows the list as it is now. */
  readonly showArrived: () => void;
  /** Takes an article out of the list. */
  readonly remove: (id: string) => void;
}

/** The pages that are shown, and the newest articles as they are now. */
function useListQueries(filter: ArticleFilter) {
  const listKey = ["articles", "list", filter];
  const watchKey = ["articles", "watch", filter];
  const list = useInfiniteQuery({
    queryKey: listKey,
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const page = { first: PAGE_SIZE, after: pageParam, filter };
      return (await request(ListedArticlesDocument, page, { signal })).articles;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const watch = useQuery({
    queryKey: watchKey,
    queryFn: ({ signal }) => request(ListedArticlesDocument, { first: WATCHED, filter }, { signal }),
    refetchInterval: INTERVAL_MS,
    refetchOnWindowFocus: "always",
    enabled: list.isSuccess,
  });
  return { list, listKey, watch, watchKey };
}

/**
 * A list of articles that is kept up to date without moving: articles that are shown are updated at their place, and
 * others are counted until the reader asks for them.
 */
export function useLiveList(filter: ArticleFilter): LiveList {
  const queryClient = useQueryClient();
  const { list, listKey, watch, watchKey } = useListQueries(filter);
  const shown = list.data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  const newest = watch.data?.articles.nodes ?? [];
  const isLater = watch.dataUpdatedAt >= list.dataUpdatedAt;
  const updates = new Map(isLater ? newest.map((article) => [article.id, article]) : []);
  const places = new Map(shown.map((article) => [article.id, article]));
  const arrived = isLater ? newest.filter(({ id, updatedAt }) => places.get(id)?.updatedAt !== updatedAt) : [];
  return {
    articles: shown.map((article) => updates.get(article.id) ?? article),
    isPending: list.isPending,
    error: list.error,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    arrived: arrived.length,
    showArrived: () => {
      void queryClient.resetQueries({ queryKey: listKey });
      window.scrollTo({ top: 0 });
    },
    remove: (id) => {
      const without = (page: Page): Page => ({ ...page, nodes: page.nodes.filter((article) => article.id !== id) });
      queryClient.setQueryData<InfiniteData<Page>>(
        listKey,
        (data) => data && { ...data, pages: data.pages.map(without) },
      );
      void queryClient.invalidateQueries({ queryKey: watchKey });
    },
  };
}
