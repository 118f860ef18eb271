import { useState } from "react";
import type { PostToShowFragment } from "../api/generated/graphql.ts";
import { nodeOf } from "../editor/document.ts";
import { canonicalId, makeId } from "../editor/ids.ts";
import { readAddress } from "../editor/pasted-styles.ts";
import { idOf, postType } from "../editor/schema.ts";
import { insertElement, selectElement } from "../editor/text-commands.ts";
import { useWords } from "../languages/words.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { PostPicker } from "./post-picker.tsx";
import { useDesk } from "./use-desk.ts";
import { useOpenArticle } from "./use-open-article.ts";

const EMPTY = { url: "", authorName: "", authorHandle: "", text: "", postedOn: "" };

/** Embeds a post: a known one that is searched for, or a new one. */
export function EmbedPostDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t("article.post")} onClose={onClose}>
      <KnownPost onDone={onClose} />
      <h3>{t("article.newPost")}</h3>
      <NewPostForm onClose={onClose} />
    </Dialog>
  );
}

/** Finds a post of the newsroom by its words or author, and embeds it; one that is in the text already is selected. */
function KnownPost({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const open = useOpenArticle();
  const { run } = useDesk();
  const embed = (post: PostToShowFragment): void => {
    const { editor, aliases } = open.view();
    const isHere = editor.doc.children.some((node) => canonicalId(idOf(node), aliases) === post.id);
    open.know({ post });
    run(isHere ? selectElement(post.id, aliases) : insertElement(nodeOf({ __typename: "EmbeddedPost", ...post })));
    onDone();
  };
  return <PostPicker label={t("article.knownPost")} isAsked value={null} onChange={(post) => post && embed(post)} />;
}

/** Embeds a post by its address, with its text as it is there. The server knows the platform by the address. */
function NewPostForm({ onClose }: { readonly onClose: () => void }) {
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
    <DialogForm act={t("article.embed")} onSubmit={submit} onClose={onClose}>
      <Field
        label={t("article.postAddress")}
        inputMode="url"
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
  );
}
