import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ImportCopyDocument, type ImportFormat } from "../api/generated/graphql.ts";
import { payloadOf, RefusedError } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { decisionInputs } from "./decisions.ts";
import type { StoryItem } from "./read-stories.ts";
import type { OpenWireWork } from "./use-wire-work.ts";
import { type MadeArticle, reviewOf, type StoryReview, type WireWork, withReview } from "./wire-work.ts";

/** Writes the draft of a story by what was decided on it, and returns its article. */
async function makeDraft(item: StoryItem, format: ImportFormat, review: StoryReview): Promise<MadeArticle> {
  const headline = review.headline?.trim();
  const input = {
    content: item.copy.content,
    format,
    story: item.place,
    decisions: decisionInputs(review.decisions),
    ...(headline !== undefined && headline !== item.headline && { headline }),
  };
  const { importArticle } = await request(ImportCopyDocument, { input });
  const { article, report } = payloadOf(importArticle, "ImportArticlePayload");
  if (!article) throw new RefusedError(null, report.warnings.join(" "), []);
  return { id: article.id, headline: article.headline, wasKnown: report.wasImportedBefore };
}

/** Whether a draft is made of a story with the others. */
export function isAccepted(work: WireWork, { key, isKnown, fault }: StoryItem): boolean {
  const { isLeftOut, made } = reviewOf(work, key);
  return !isKnown && fault === null && !isLeftOut && made === null;
}

/** How far the making of drafts is. */
export interface MakingProgress {
  readonly done: number;
  readonly total: number;
}

/** Why a story is refused; other errors are thrown on. */
function faultOf(error: unknown): string {
  if (!(error instanceof RefusedError)) throw error;
  const reasons = error.issues.length > 0 ? error.issues : [error];
  return reasons.map(({ message }) => message).join(" ");
}

/**
 * Makes drafts of stories one after the other, since a later one may name persons that an earlier one brings in. A refused
 * story keeps no other from being made; when the server cannot be reached, the rest waits. The result has the articles that
 * were made, and null for each story that was refused.
 */
export function useMakeDrafts({ work, change }: OpenWireWork) {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<MakingProgress | null>(null);
  const makeOne = async (item: StoryItem): Promise<MadeArticle | null> => {
    try {
      const made = await makeDraft(item, work.importFormat, reviewOf(work, item.key));
      change((before) => withReview(before, item.key, { made, fault: null }));
      return made;
    } catch (error) {
      const fault = faultOf(error);
      change((before) => withReview(before, item.key, { fault }));
      return null;
    }
  };
  const make = useMutation({
    mutationFn: async (items: readonly StoryItem[]) => {
      const made: (MadeArticle | null)[] = [];
      for (const item of items) {
        setProgress({ done: made.length, total: items.length });
        made.push(await makeOne(item));
      }
      return made;
    },
    onSettled: async () => {
      setProgress(null);
      // Who is known to the newsroom changes with what was written.
      await queryClient.invalidateQueries({ queryKey: ["wire", "story"], refetchType: "none" });
      await queryClient.invalidateQueries({ queryKey: ["articles"] });
    },
  });
  return { make, progress };
}
