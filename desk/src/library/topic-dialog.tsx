import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ListedTopicsQuery,
  MergeTopicsOnDeskDocument,
  UpdateTopicOnDeskDocument,
} from "../api/generated/graphql.ts";
import { faultOf, payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Fault } from "../ui/fault.tsx";
import { Field } from "../ui/field.tsx";

/** A topic with the number of its articles. */
export type ListedTopic = ListedTopicsQuery["topics"]["nodes"][number];

const NONE = "none";

interface TopicDialogProps {
  readonly topic: ListedTopic;
  readonly all: readonly ListedTopic[];
  readonly canMerge: boolean;
  readonly onClose: () => void;
}

function MergeTopic({
  topic,
  all,
  onDone,
}: {
  readonly topic: ListedTopic;
  readonly all: readonly ListedTopic[];
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const [intoId, setIntoId] = useState(NONE);
  const merge = useMutation({
    mutationFn: async () =>
      payloadOf(
        (await request(MergeTopicsOnDeskDocument, { input: { id: topic.id, intoId } })).mergeTopics,
        "MergeTopicsPayload",
      ),
    onSuccess: onDone,
  });
  const others = all.filter(({ id }) => id !== topic.id);
  const into = others.find(({ id }) => id === intoId);
  return (
    <div className="stack">
      <Choice
        label={t("library.mergeInto")}
        value={intoId}
        options={[{ value: NONE, name: t("app.none") }, ...others.map(({ id, name }) => ({ value: id, name }))]}
        onChange={setIntoId}
      />
      {into && (
        <div className="notice warn">
          <p>{t("topics.mergeEffect", { name: topic.name, into: into.name, count: topic.articles.totalCount })}</p>
          <p>{t("library.mergeFinal")}</p>
          <Button look="danger" isPending={merge.isPending} onPress={() => merge.mutate()}>
            {t("library.mergeNow")}
          </Button>
        </div>
      )}
      {merge.error && <Fault error={merge.error} />}
    </div>
  );
}

/** Renames a topic, or merges it into another one. */
export function TopicDialog({ topic, all, canMerge, onClose }: TopicDialogProps) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [name, setName] = useState(topic.name);
  const [slug, setSlug] = useState(topic.slug);
  const finish = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: ["topics"] });
    onClose();
  };
  const save = useMutation({
    mutationFn: async () =>
      payloadOf(
        (await request(UpdateTopicOnDeskDocument, { input: { id: topic.id, name, slug } })).updateTopic,
        "UpdateTopicPayload",
      ),
    onSuccess: finish,
  });
  return (
    <Dialog title={topic.name} onClose={onClose}>
      <DialogForm
        act={t("app.save")}
        isPending={save.isPending}
        error={save.error}
        onSubmit={save.mutate}
        onClose={onClose}
      >
        <Field
          label={t("library.name")}
          isRequired
          value={name}
          onChange={setName}
          fault={faultOf(save.error, "name")}
        />
        <Field
          label={t("library.slug")}
          hint={t("library.slugHint")}
          value={slug}
          onChange={setSlug}
          fault={faultOf(save.error, "slug")}
        />
        {canMerge && <MergeTopic topic={topic} all={all} onDone={() => void finish()} />}
      </DialogForm>
    </Dialog>
  );
}
