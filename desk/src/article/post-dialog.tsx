import { useState } from "react";
import { makeId } from "../editor/ids.ts";
import { readAddress } from "../editor/pasted-styles.ts";
import { postType } from "../editor/schema.ts";
import { insertElement } from "../editor/text-commands.ts";
import { useWords } from "../languages/words.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { useDesk } from "./use-desk.ts";

const EMPTY = { url: "", authorName: "", authorHandle: "", text: "", postedOn: "" };

/** Embeds a post by its address, with its text as it is there. The server knows the platform by the address. */
export function PostDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { run } = useDesk();
  const [post, setPost] = useState(EMPTY);
  const [isRefused, setRefused] = useState(false);
  const set = (name: keyof typeof EMPTY) => (value: string) => setPost((before) => ({ ...before, [name]: value }));
  const submit = (): void => {
    const href = readAddress(post.url.trim())?.href;
    if (!href) return setRefused(true);
    const authorHandle = post.authorHandle.trim().replace(/^@/u, "") || null;
    const made = {
      url: href,
      authorName: post.authorName.trim(),
      authorHandle,
      text: post.text.trim(),
      postedOn: post.postedOn || null,
    };
    const author = authorHandle === null ? made.authorName : `${made.authorName} (@${authorHandle})`;
    const { text, postedOn } = made;
    const platform = new URL(href).hostname;
    run(insertElement(postType.create({ id: makeId(), text, author, platform, postedOn, made })));
    onClose();
  };
  return (
    <Dialog title={t("article.post")} onClose={onClose}>
      <DialogForm act={t("article.embed")} onSubmit={submit} onClose={onClose}>
        <Field
          label={t("article.postAddress")}
          inputMode="url"
          autoFocus
          isRequired
          value={post.url}
          onChange={(url) => {
            set("url")(url);
            setRefused(false);
          }}
          fault={isRefused ? t("article.linkRefused") : null}
        />
        <Field label={t("article.postText")} rows={4} isRequired value={post.text} onChange={set("text")} />
        <div className="two">
          <Field label={t("article.postAuthor")} isRequired value={post.authorName} onChange={set("authorName")} />
          <Field label={t("article.postHandle")} value={post.authorHandle} onChange={set("authorHandle")} />
        </div>
        <Field label={t("article.postedOn")} type="date" value={post.postedOn} onChange={set("postedOn")} />
      </DialogForm>
    </Dialog>
  );
}
