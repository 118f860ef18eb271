import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  DeleteImageOnDeskDocument,
  type EditedImageFragment,
  ImageUsesDocument,
  UpdateImageOnDeskDocument,
} from "../api/generated/graphql.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import type { MessageKey } from "../languages/catalogue.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { FocalPointField, MIDDLE, type Point } from "../ui/focal-point.tsx";

/** The texts of an image with their labels, in the order of the form. */
const TEXTS = [
  ["alt", "images.alt", 2],
  ["caption", "images.caption", 2],
  ["credit", "images.credit", undefined],
  ["copyright", "images.copyright", undefined],
  ["place", "images.place", undefined],
  ["usageTerms", "images.usageTerms", 2],
] as const satisfies readonly (readonly [keyof EditedImageFragment, MessageKey, number | undefined])[];

type TextName = (typeof TEXTS)[number][0];

const TEXT_NAMES = [...TEXTS.map(([name]) => name), "usableUntil" as const];

type Entries = Readonly<Record<TextName | "usableUntil", string>> & { readonly point: Point | null };

function entriesOf(image: EditedImageFragment): Entries {
  const { alt, caption, credit, copyright, place, usageTerms, usableUntil, focalPoint } = image;
  return {
    alt,
    caption: caption ?? "",
    credit: credit ?? "",
    copyright: copyright ?? "",
    place: place ?? "",
    usageTerms: usageTerms ?? "",
    usableUntil: usableUntil ?? "",
    point: focalPoint,
  };
}

/** What differs from the image as the dialog began with it. */
function changesOf(entries: Entries, base: EditedImageFragment): object {
  const before = entriesOf(base);
  const changed = TEXT_NAMES.filter((name) => entries[name] !== before[name]);
  // An alternative text can be empty; every other text is then absent.
  const valueOf = (name: TextName | "usableUntil"): string | null =>
    entries[name] === "" && name !== "alt" ? null : entries[name];
  return {
    ...Object.fromEntries(changed.map((name) => [name, valueOf(name)])),
    ...(entries.point !== before.point && { focalPoint: entries.point && { x: entries.point.x, y: entries.point.y } }),
  };
}

function Uses({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ["images", "uses", id],
    queryFn: ({ signal }) => request(ImageUsesDocument, { id }, { signal }),
  });
  const articles = data?.image?.articles;
  if (!articles || articles.totalCount === 0) return null;
  return (
    <div>
      <h3>{t("library.usedIn")}</h3>
      <ul className="links">
        {articles.nodes.map((article) => (
          <li key={article.id}>
            <Link to="/articles/$id" params={{ id: article.id }} lang={article.language}>
              {article.headline}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The writes of the dialog. A colleague's change in between becomes the base of the next attempt. */
function useImageWrites(image: EditedImageFragment, onDone: () => void) {
  const queryClient = useQueryClient();
  const [base, setBase] = useState(image);
  const finish = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: ["images"] });
    onDone();
  };
  const save = useMutation({
    mutationFn: async (entries: Entries) => {
      const input = { id: base.id, expectedVersion: base.version, ...changesOf(entries, base) };
      const { updateImage: outcome } = await request(UpdateImageOnDeskDocument, { input });
      if (outcome.__typename === "StaleImageVersionError") setBase(outcome.image);
      return payloadOf(outcome, "UpdateImagePayload");
    },
    onSuccess: finish,
  });
  const remove = useMutation({
    mutationFn: async () =>
      payloadOf(
        (await request(DeleteImageOnDeskDocument, { input: { id: image.id } })).deleteImage,
        "DeleteImagePayload",
      ),
    onSuccess: finish,
  });
  return { save, remove };
}

interface ImageDialogProps {
  readonly image: EditedImageFragment;
  readonly canDelete: boolean;
  readonly onClose: () => void;
}

/** Edits the texts, the rights and the focal point of an image. */
export function ImageDialog({ image, canDelete, onClose }: ImageDialogProps) {
  const { t, format } = useWords();
  const [entries, setEntries] = useState(() => entriesOf(image));
  const { save, remove } = useImageWrites(image, onClose);
  const set = (change: Partial<Entries>): void => setEntries((before) => ({ ...before, ...change }));
  const faults = placedFaults(save.error, TEXT_NAMES);
  const facts = [image.fileName, `${image.width} × ${image.height}`, format.bytes(image.sizeBytes)].filter(
    (fact) => fact !== null,
  );
  return (
    <Dialog title={image.headline ?? image.fileName ?? t("nav.images")} onClose={onClose}>
      <DialogForm
        act={t("app.save")}
        isPending={save.isPending}
        error={faults.others ?? remove.error}
        others={
          canDelete && (
            <Button look="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
              {t("app.delete")}
            </Button>
          )
        }
        onSubmit={() => save.mutate(entries)}
        onClose={onClose}
      >
        <FocalPointField image={image} point={entries.point ?? MIDDLE} onChange={(point) => set({ point })} />
        {TEXTS.map(([name, label, rows]) => (
          <Field
            key={name}
            label={t(label)}
            {...(rows !== undefined && { rows })}
            {...(name === "alt" && { hint: t("images.altHint") })}
            value={entries[name]}
            onChange={(value) => set({ [name]: value })}
            fault={faults.at[name]}
          />
        ))}
        <Field
          label={t("images.usableUntil")}
          type="date"
          value={entries.usableUntil}
          onChange={(usableUntil) => set({ usableUntil })}
          fault={faults.at.usableUntil}
        />
        <p className="quiet">{facts.join(" · ")}</p>
        <Uses id={image.id} />
      </DialogForm>
    </Dialog>
  );
}
