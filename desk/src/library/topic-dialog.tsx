import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ListedTopicsQuery, UpdateTopicOnDeskDocument } from "../api/generated/graphql.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { MergeTopic } from "./merge-topic.tsx";

/** A topic with the number of its articles. */
export type ListedTopic = ListedTopicsQuery["topics"]["nodes"][number];

interface TopicDialogProps {
  readonly topic: ListedTopic;
  readonly canMerge: boolean;
  readonly onClose: () => void;
}

/** Renames a topic, or merges it into another one. */
export function TopicDialog({ topic, canMerge, onClose }: TopicDialogProps) {
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
  const faults = placedFaults(save.error, ["name", "slug"]);
  return (
    <Dialog title={topic.name} onClose={onClose}>
      <DialogForm
        act={t("app.save")}
        isPending={save.isPending}
        error={faults.others}
        onSubmit={save.mutate}
        onClose={onClose}
      >
        <Field label={t("library.name")} isRequired value={name} onChange={setName} fault={faults.at.name} />
        <Field
          label={t("library.slug")}
          hint={t("library.slugHint")}
          value={slug}
          onChange={setSlug}
          fault={faults.at.slug}
        />
        {canMerge && <MergeTopic topic={topic} onDone={() => void finish()} />}
      </DialogForm>
    </Dialog>
  );
}
