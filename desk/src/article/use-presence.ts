import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { ArticleOpenedDocument, TouchItDocument, type TouchItMutation } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import type { OpenArticle } from "./open-article.ts";

/** How often the server hears that the article is open; it forgets after a minute. */
const TOUCH_MS = 20_000;

type Touched = Extract<TouchItMutation["touchArticle"], { __typename: "TouchArticlePayload" }>["article"];

/** What somebody else wrote since the text on the screen was read, and the way to take it over. */
export interface NewerVersion {
  readonly by: string | null;
  readonly at: string | null;
  readonly takeOver: () => Promise<void>;
}

/** Who else has the article open, and whether somebody wrote to it. */
export interface Presence {
  readonly others: readonly string[];
  readonly newer: NewerVersion | null;
}

async function touch(id: string, isClosing: boolean): Promise<Touched | null> {
  const { touchArticle: touched } = await request(
    TouchItDocument,
    { input: { id, isClosing } },
    { failsSignedOut: true },
  );
  return touched.__typename === "TouchArticlePayload" ? touched.article : null;
}

/**
 * Confirms that the article is open, and learns who else has it open and whether somebody wrote to it. The version is
 * shown, and never written on: that is the version of the text on the screen.
 */
export function usePresence(open: OpenArticle, viewerId: string): Presence {
  const saved = useSyncExternalStore(open.subscribe, () => open.view().saved);
  const isSaving = useSyncExternalStore(open.subscribe, () => open.view().saving.kind === "saving");
  const { id, version } = saved;
  const { data } = useQuery({
    queryKey: ["article", id, "presence"],
    queryFn: () => touch(id, false),
    refetchInterval: TOUCH_MS,
    // Also in a window behind others the article is open.
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: "always",
    gcTime: 0,
    retry: 1,
  });
  useEffect(() => {
    const close = (): void => void touch(id, true).catch(() => null);
    return close;
  }, [id]);
  const others = (data?.openedBy ?? []).filter(({ actorId }) => actorId !== viewerId).map(({ name }) => name);
  if (isSaving || !data || data.version <= version) return { others, newer: null };
  const takeOver = async (): Promise<void> => {
    const { article } = await request(ArticleOpenedDocument, { id });
    if (article) open.meetNewer(article);
  };
  return { others, newer: { by: data.lastEdit?.by ?? null, at: data.lastEdit?.at ?? null, takeOver } };
}
