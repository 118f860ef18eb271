import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { MergePersonsOnDeskDocument, type PersonToEditQuery } from "../api/generated/graphql.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Fault } from "../ui/fault.tsx";
import { type PickedPerson, PersonPicker } from "../ui/person-picker.tsx";

interface MergePersonDialogProps {
  readonly person: NonNullable<PersonToEditQuery["person"]>;
  readonly onClose: () => void;
}

/** Merges a person into another one, after showing what that changes. */
export function MergePersonDialog({ person, onClose }: MergePersonDialogProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [into, setInto] = useState<PickedPerson | null>(null);
  const merge = useMutation({
    mutationFn: async (intoId: string) => {
      const { mergePersons } = await request(MergePersonsOnDeskDocument, { input: { id: person.id, intoId } });
      return payloadOf(mergePersons, "MergePersonsPayload").person.id;
    },
    onSuccess: async (id) => {
      await queryClient.invalidateQueries({ queryKey: ["persons"] });
      await navigate({ to: "/persons/$id", params: { id } });
    },
  });
  const effect = into && {
    name: person.name,
    into: into.name,
    quotes: person.quotes.totalCount,
    articles: person.articles.totalCount,
    written: person.written.totalCount,
    posts: person.embeddedPosts.totalCount,
  };
  return (
    <Dialog title={`${t("library.merge")} ${person.name}`} onClose={onClose}>
      <PersonPicker label={t("library.mergeInto")} value={into} onChange={setInto} without={person.id} />
      {effect && (
        <div className="notice warn">
          <p>{t("persons.mergeEffect", effect)}</p>
          <p>{t("library.mergeFinal")}</p>
        </div>
      )}
      {merge.error && <Fault error={merge.error} />}
      <div className="buttons">
        <Button onPress={onClose}>{t("app.cancel")}</Button>
        <Button
          look="danger"
          isDisabled={!into}
          isPending={merge.isPending}
          onPress={() => into && merge.mutate(into.id)}
        >
          {t("library.mergeNow")}
        </Button>
      </div>
    </Dialog>
  );
}
