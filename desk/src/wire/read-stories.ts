import { useQueries, useQuery } from "@tanstack/react-query";
import {
  ImportCopyDocument,
  type ImportCopyMutation,
  type ImportFormat,
  ImportStoriesDocument,
  type ImportStoriesMutation,
} from "../api/generated/graphql.ts";
import { payloadOf, refusedBy } from "../api/refused.ts";
import { request } from "../api/request.ts";
import type { WireCopy } from "./copy-files.ts";
import { type StoryArticle, storyKey } from "./wire-work.ts";

type ReadItem = Extract<
  ImportStoriesMutation["importArticles"],
  { readonly __typename: "ImportArticlesPayload" }
>["items"][number];

/** What was read of a story, for its review. */
export type ReadStory = Extract<ImportCopyMutation["importArticle"], { readonly __typename: "ImportArticlePayload" }>;

/** One story of the copy that was read. */
export interface StoryItem {
  readonly key: string;
  readonly copy: WireCopy;
  /** Its place in the copy. */
  readonly place: number;
  readonly headline: string;
  readonly language: string | null;
  /** The article that the story was before; null of a new story. */
  readonly known: StoryArticle | null;
  /** Whether it is a story that was imported before. */
  readonly isKnown: boolean;
  /** Why it cannot be read as a story. */
  readonly fault: string | null;
  readonly warnings: readonly string[];
}

/** All stories of some copies, in their order. */
export interface ReadStories {
  readonly items: readonly StoryItem[];
  readonly isPending: boolean;
  /** Why copies cannot be read. */
  readonly errors: readonly { readonly copy: WireCopy; readonly error: Error }[];
  /** What of the copies is no story. */
  readonly warnings: readonly string[];
}

function itemOf(copy: WireCopy, { preview, report, knownArticle, error }: ReadItem, place: number): StoryItem {
  return {
    key: storyKey(copy, place),
    copy,
    place,
    headline: preview?.headline ?? "",
    language: preview?.language ?? null,
    known: knownArticle,
    isKnown: report?.wasImportedBefore ?? false,
    fault: error ? refusedBy(error).message : null,
    warnings: report?.warnings ?? [],
  };
}

/** Reads which stories copies contain. Nothing is written. */
export function useStories(copies: readonly WireCopy[], format: ImportFormat): ReadStories {
  return useQueries({
    queries: copies.map((copy) => ({
      queryKey: ["wire", "stories", copy.id, format],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const input = { content: copy.content, format, dryRun: true };
        const { importArticles } = await request(ImportStoriesDocument, { input }, { signal });
        return payloadOf(importArticles, "ImportArticlesPayload");
      },
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
    combine: (reads) => ({
      items: reads.flatMap(({ data }, at) => {
        const copy = copies[at];
        return copy && data ? data.items.map((item, place) => itemOf(copy, item, place)) : [];
      }),
      isPending: reads.some(({ isPending }) => isPending),
      errors: reads.flatMap(({ error }, at) => {
        const copy = copies[at];
        return copy && error ? [{ copy, error }] : [];
      }),
      warnings: reads.flatMap(({ data }) => data?.warnings ?? []),
    }),
  });
}

/** Reads one story for its review. Nothing is written. */
export function useReadStory({ copy, place, key }: StoryItem, format: ImportFormat) {
  return useQuery({
    queryKey: ["wire", "story", key, format],
    queryFn: async ({ signal }): Promise<ReadStory> => {
      const input = { content: copy.content, format, story: place, dryRun: true };
      const { importArticle } = await request(ImportCopyDocument, { input }, { signal });
      return payloadOf(importArticle, "ImportArticlePayload");
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
