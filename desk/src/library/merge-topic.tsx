import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MergeTopicsOnDeskDocument, type TopicToNameFragment } from "../api/generated/graphql.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { TopicPicker } from "../ui/topic-picker.tsx";

interface MergeTopicProps {
  readonly topic: TopicToNameFragment;
  readonly onDone: () => void;
}

async function mergeTopics(id: string, intoId: string, dryRun: boolean) {
  const { mergeTopics: outcome } = await request(MergeTopicsOnDeskDocument, { input: { id, intoId, dryRun } });
  return payloadOf(outcome, "MergeTopicsPayload").refiled;
}

/** Merges a topic into another one, after showing what that changes. */
export function MergeTopic({ topic, onDone }: MergeTopicProps) {
  const { t } = useWords();
  const [into, setInto] = useState<TopicToNameFragment | null>(null);
  // What it would change is what the server found when it tried.
  const trial = useQuery({
    queryKey: ["topics", "merge", topic.id, into?.id],
    queryFn: () => mergeTopics(topic.id, into?.id ?? "", true),
    enabled: into !== null,
    gcTime: 0,
    retry: false,
  });
  const merge = useMutation({
    mutationFn: (intoId: string) => mergeTopics(topic.id, intoId, false),
    onSuccess: onDone,
  });
  const refiled = into && trial.data;
  const error = merge.error ?? trial.error;
  return (
    <div className="stack">
      <TopicPicker label={t("library.mergeInto")} value={into} onChange={setInto} without={topic.id} />
      {into && refiled && (
        <div className="notice warn">
          <p>
            {t("topics.mergeEffect", {
              name: topic.name,
              into: into.name,
              count: refiled.articleCount,
              drafts: refiled.draftCount,
              published: refiled.publishedCount,
              both: refiled.bothCount,
            })}
          </p>
          <p>{t("library.mergeFinal")}</p>
          <Button look="danger" isPending={merge.isPending} onPress={() => merge.mutate(into.id)}>
            {t("library.mergeNow")}
          </Button>
        </div>
      )}
      {error && <Fault error={error} />}
    </div>
  );
}
