import { useState } from "react";
import { readAddress } from "../editor/pasted-styles.ts";
import { linkAt, setLink } from "../editor/text-commands.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { useDesk } from "./use-desk.ts";
import { useOpenArticle } from "./use-open-article.ts";

/** An address as it is typed: without a scheme it is one of the web. */
function addressOf(typed: string): string | null {
  const address = typed.trim();
  return readAddress(/^[a-z][a-z\d+.-]*:/iu.test(address) ? address : `https://${address}`)?.href ?? null;
}

/** Asks for the address of the selected words. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { run } = useDesk();
  const open = useOpenArticle();
  const [before] = useState(() => linkAt(open.view().editor));
  const [typed, setTyped] = useState(before ?? "");
  const [isRefused, setRefused] = useState(false);
  const submit = (): void => {
    const href = addressOf(typed);
    if (href === null) return setRefused(true);
    run(setLink(href));
    onClose();
  };
  const remove = (): void => {
    run(setLink(null));
    onClose();
  };
  return (
    <Dialog title={t("article.link")} onClose={onClose}>
      <DialogForm
        act={t("article.linkSet")}
        others={
          before !== null && (
            <Button look="danger" onPress={remove}>
              {t("article.linkRemove")}
            </Button>
          )
        }
        onSubmit={submit}
        onClose={onClose}
      >
        <Field
          label={t("article.linkAddress")}
          autoFocus
          inputMode="url"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setRefused(false);
          }}
          fault={isRefused ? t("article.linkRefused") : null}
        />
      </DialogForm>
    </Dialog>
  );
}
