import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  CreateSectionOnDeskDocument,
  DeleteSectionOnDeskDocument,
  type EditedSectionFragment,
  UpdateSectionOnDeskDocument,
} from "../api/generated/graphql.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";

/** A section with its place in the tree. */
export interface PlacedSection extends EditedSectionFragment {
  readonly parentId: string | null;
  readonly depth: number;
}

const TOP = "top";

interface SectionDialogProps {
  /** The section to edit; null for a new one. */
  readonly section: PlacedSection | null;
  readonly all: readonly PlacedSection[];
  readonly onClose: () => void;
}

interface Entries {
  readonly name: string;
  readonly slug: string;
  readonly parentId: string | null;
  readonly position: string;
}

function useSectionWrites(section: PlacedSection | null, onDone: () => void) {
  const queryClient = useQueryClient();
  const onSuccess = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: ["sections"] });
    onDone();
  };
  const save = useMutation({
    mutationFn: async ({ name, slug, parentId, position }: Entries) => {
      const input = {
        name,
        parentId,
        ...(slug !== "" && { slug }),
        ...(position !== "" && { position: Number(position) }),
      };
      if (section) {
        const { updateSection } = await request(UpdateSectionOnDeskDocument, { input: { id: section.id, ...input } });
        payloadOf(updateSection, "UpdateSectionPayload");
      } else {
        payloadOf((await request(CreateSectionOnDeskDocument, { input })).createSection, "CreateSectionPayload");
      }
    },
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: async (id: string) =>
      payloadOf((await request(DeleteSectionOnDeskDocument, { input: { id } })).deleteSection, "DeleteSectionPayload"),
    onSuccess,
  });
  return { save, remove };
}

/** Creates or edits a section. */
export function SectionDialog({ section, all, onClose }: SectionDialogProps) {
  const { t } = useWords();
  const [entries, setEntries] = useState<Entries>({
    name: section?.name ?? "",
    slug: section?.slug ?? "",
    parentId: section?.parentId ?? null,
    position: section ? String(section.position) : "",
  });
  const { save, remove } = useSectionWrites(section, onClose);
  const faults = placedFaults(save.error, ["name", "slug", "position"]);
  const set = (change: Partial<Entries>): void => setEntries((before) => ({ ...before, ...change }));
  const parents = all.filter(({ id }) => id !== section?.id);
  return (
    <Dialog title={section?.name ?? t("sections.new")} onClose={onClose}>
      <DialogForm
        act={t("app.save")}
        isPending={save.isPending}
        error={faults.others ?? remove.error}
        others={
          section && (
            <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate(section.id)}>
              {t("app.delete")}
            </Button>
          )
        }
        onSubmit={() => save.mutate(entries)}
        onClose={onClose}
      >
        <Field
          label={t("library.name")}
          isRequired
          autoFocus
          value={entries.name}
          onChange={(name) => set({ name })}
          fault={faults.at.name}
        />
        <Field
          label={t("library.slug")}
          hint={t("library.slugHint")}
          value={entries.slug}
          onChange={(slug) => set({ slug })}
          fault={faults.at.slug}
        />
        <Choice
          label={t("sections.parent")}
          value={entries.parentId ?? TOP}
          options={[
            { value: TOP, name: t("sections.top") },
            ...parents.map(({ id, name, depth }) => ({ value: id, name: `${"– ".repeat(depth)}${name}` })),
          ]}
          onChange={(value) => set({ parentId: value === TOP ? null : value })}
        />
        <Field
          label={t("sections.position")}
          type="number"
          value={entries.position}
          onChange={(position) => set({ position })}
          fault={faults.at.position}
        />
      </DialogForm>
    </Dialog>
  );
}
