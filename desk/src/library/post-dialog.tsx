import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type EditedPostFragment,
  type PersonToNameFragment,
  type PostAvailability,
  type UpdateEmbeddedPostInput,
  UpdatePostOnDeskDocument,
} from "../api/generated/graphql.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { PersonPicker } from "../ui/person-picker.tsx";
import { PLATFORMS } from "./platforms.ts";

/** Whether a post can still be seen at its platform. */
export const AVAILABILITIES = ["LIVE", "EDITED", "DELETED", "UNKNOWN"] as const satisfies readonly PostAvailability[];

interface Entries {
  readonly authorName: string;
  readonly authorHandle: string;
  readonly author: PersonToNameFragment | null;
  readonly text: string;
  readonly postedOn: string;
  readonly url: string;
  readonly availability: PostAvailability;
}

function entriesOf(post: EditedPostFragment): Entries {
  const { authorName, authorHandle, author, text, postedOn, url, availability } = post;
  return {
    authorName,
    authorHandle: authorHandle ?? "",
    author,
    text,
    postedOn: postedOn ?? "",
    url: url ?? "",
    availability,
  };
}

/** What differs from the post as the dialog began with it. */
function changesOf(entries: Entries, base: EditedPostFragment): Omit<UpdateEmbeddedPostInput, "id"> {
  const before = entriesOf(base);
  const orNull = (text: string): string | null => (text === "" ? null : text);
  return {
    ...(entries.authorName !== before.authorName && { authorName: entries.authorName }),
    ...(entries.authorHandle !== before.authorHandle && { authorHandle: orNull(entries.authorHandle) }),
    ...(entries.author?.id !== before.author?.id && { authorId: entries.author?.id ?? null }),
    ...(entries.text !== before.text && { text: entries.text }),
    ...(entries.postedOn !== before.postedOn && { postedOn: orNull(entries.postedOn) }),
    ...(entries.url !== before.url && { url: orNull(entries.url) }),
    ...(entries.availability !== before.availability && { availability: entries.availability }),
  };
}

/** Saves what was changed; a colleague's change in between becomes the base of the next attempt. */
function useSavePost(post: EditedPostFragment, onSaved: () => void) {
  const queryClient = useQueryClient();
  const [base, setBase] = useState(post);
  return useMutation({
    mutationFn: async (entries: Entries) => {
      const input = { id: base.id, expectedVersion: base.version, ...changesOf(entries, base) };
      const { updateEmbeddedPost: outcome } = await request(UpdatePostOnDeskDocument, { input });
      if (outcome.__typename === "StaleEmbeddedPostVersionError") setBase(outcome.embeddedPost);
      return payloadOf(outcome, "UpdateEmbeddedPostPayload");
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["posts"] });
      onSaved();
    },
  });
}

/** Edits a post as it was captured. */
export function PostDialog({ post, onClose }: { readonly post: EditedPostFragment; readonly onClose: () => void }) {
  const { t } = useWords();
  const [entries, setEntries] = useState(() => entriesOf(post));
  const set = (change: Partial<Entries>): void => setEntries((before) => ({ ...before, ...change }));
  const save = useSavePost(post, onClose);
  const faults = placedFaults(save.error, ["text", "authorName", "authorHandle", "postedOn", "url"]);
  return (
    <Dialog title={`${PLATFORMS[post.platform]}: ${post.authorName}`} onClose={onClose}>
      <DialogForm
        act={t("app.save")}
        isPending={save.isPending}
        error={faults.others}
        others={
          post.url && (
            <a className="button bare" href={post.url} target="_blank" rel="noreferrer">
              {t("posts.open")}
            </a>
          )
        }
        onSubmit={() => save.mutate(entries)}
        onClose={onClose}
      >
        <Field
          label={t("posts.text")}
          hint={t("posts.textHint")}
          rows={5}
          isRequired
          value={entries.text}
          onChange={(text) => set({ text })}
          fault={faults.at.text}
        />
        <div className="pair">
          <Field
            label={t("posts.authorName")}
            isRequired
            value={entries.authorName}
            onChange={(authorName) => set({ authorName })}
            fault={faults.at.authorName}
          />
          <Field
            label={t("posts.handle")}
            value={entries.authorHandle}
            onChange={(authorHandle) => set({ authorHandle })}
            fault={faults.at.authorHandle}
          />
          <PersonPicker label={t("posts.author")} value={entries.author} onChange={(author) => set({ author })} />
          <Field
            label={t("posts.postedOn")}
            type="date"
            value={entries.postedOn}
            onChange={(postedOn) => set({ postedOn })}
            fault={faults.at.postedOn}
          />
        </div>
        <Field label="URL" type="url" value={entries.url} onChange={(url) => set({ url })} fault={faults.at.url} />
        <Choice
          label={t("posts.availability")}
          value={entries.availability}
          options={AVAILABILITIES.map((value) => ({ value, name: t(`availability.${value}`) }))}
          onChange={(availability) => set({ availability })}
        />
      </DialogForm>
    </Dialog>
  );
}
