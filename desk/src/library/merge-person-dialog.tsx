import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  MergePersonsOnDeskDocument,
  type PersonToEditQuery,
  type PersonToNameFragment,
} from "../api/generated/graphql.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Fault } from "../ui/fault.tsx";
import { PersonPicker } from "../ui/person-picker.tsx";

interface MergePersonDialogProps {
  readonly person: NonNullable<PersonToEditQuery["person"]>;
  readonly onClose: () => void;
}

async function mergePersons(id: string, intoId: string, dryRun: boolean) {
  const { mergePersons: outcome } = await request(MergePersonsOnDeskDocument, { input: { id, intoId, dryRun } });
  return payloadOf(outcome, "MergePersonsPayload");
}

/** Merges a person into another one, after showing what that changes. */
export function MergePersonDialog({ person, onClose }: MergePersonDialogProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [into, setInto] = useState<PersonToNameFragment | null>(null);
  // What it would change is what the server found when it tried.
  const trial = useQuery({
    queryKey: ["persons", "merge", person.id, into?.id],
    queryFn: () => mergePersons(person.id, into?.id ?? "", true),
    enabled: into !== null,
    gcTime: 0,
    retry: false,
  });
  const merge = useMutation({
    mutationFn: async (intoId: string) => (await mergePersons(person.id, intoId, false)).person.id,
    onSuccess: async (id) => {
      await queryClient.invalidateQueries({ queryKey: ["persons"] });
      await navigate({ to: "/persons/$id", params: { id } });
    },
  });
  const merged = into && trial.data?.merged;
  const effect = into &&
    merged && {
      name: person.name,
      into: into.name,
      quotes: merged.quoteCount,
      articles: merged.articleCount,
      written: merged.writtenCount,
      posts: merged.postCount,
    };
  const error = merge.error ?? trial.error;
  return (
    <Dialog title={`${t("library.merge")} ${person.name}`} onClose={onClose}>
      <PersonPicker label={t("library.mergeInto")} value={into} onChange={setInto} without={person.id} />
      {effect && (
        <div className="notice warn">
          <p>{t("persons.mergeEffect", effect)}</p>
          <p>{t("library.mergeFinal")}</p>
        </div>
      )}
      {error && <Fault error={error} />}
      <div className="buttons">
        <Button onPress={onClose}>{t("app.cancel")}</Button>
        <Button
          look="danger"
          isDisabled={!effect}
          isPending={merge.isPending}
          onPress={() => into && merge.mutate(into.id)}
        >
          {t("library.mergeNow")}
        </Button>
      </div>
    </Dialog>
  );
}
