import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ObstacleToShowFragment } from "../api/generated/graphql.ts";
import type { RefusedError } from "../api/refused.ts";
import { type ActWords, runAct, type WorkflowAct } from "./run-act.ts";
import { useOpenArticle } from "./use-open-article.ts";

/** Sends an act on the version that is on the screen. */
export function useSendAct(act: WorkflowAct, onDone: () => void) {
  const open = useOpenArticle();
  const queryClient = useQueryClient();
  const [obstacles, setObstacles] = useState<readonly ObstacleToShowFragment[]>([]);
  const [refusal, setRefusal] = useState<RefusedError | null>(null);
  const sending = useMutation({
    mutationFn: (words: ActWords) => {
      const { id, version } = open.view().saved;
      return runAct(act, { id, expectedVersion: version }, words);
    },
    onMutate: () => {
      setObstacles([]);
      setRefusal(null);
    },
    onSuccess: async (outcome) => {
      if (outcome.kind === "obstacles") return setObstacles(outcome.obstacles);
      if (outcome.kind === "refused") return setRefusal(outcome.error);
      if (outcome.article) open.adopt(outcome.article);
      onDone();
      await queryClient.invalidateQueries({ queryKey: ["articles"] });
    },
  });
  return {
    send: (words: ActWords) => sending.mutate(words),
    obstacles,
    isSending: sending.isPending,
    error: refusal ?? sending.error,
  };
}
