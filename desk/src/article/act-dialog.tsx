import { useState } from "react";
import { placedFaults } from "../api/refused.ts";
import { useWords } from "../languages/words.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import type { WorkflowAct } from "./run-act.ts";
import { useSendAct } from "./use-send-act.ts";

interface ActDialogProps {
  readonly act: WorkflowAct;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The acts that are nothing without a reason. */
const NEEDS_REASON: ReadonlySet<WorkflowAct> = new Set(["REJECT", "KILL"]);

/** Asks for the words of an act: why an article is sent back, unpublished or killed. */
export function ActDialog({ act, onClose, onDone }: ActDialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const { send, error, isSending } = useSendAct(act, onDone);
  const faults = placedFaults(error, act === "DELETE" ? [] : ["reason"]);
  const needsReason = NEEDS_REASON.has(act);
  return (
    <Dialog title={t(`article.act.${act}`)} onClose={onClose} isAlert={act === "KILL"}>
      <DialogForm
        act={t(`article.act.${act}`)}
        look={act === "REJECT" ? "primary" : "danger"}
        isPending={isSending}
        error={faults.others}
        isDisabled={needsReason && reason.trim() === ""}
        onSubmit={() => send({ reason: reason.trim() })}
        onClose={onClose}
      >
        <p>
          {t(act === "REJECT" || act === "KILL" || act === "UNPUBLISH" ? `article.ask.${act}` : "article.ask.DELETE")}
        </p>
        {act !== "DELETE" && (
          <Field
            label={needsReason ? t("article.reason") : `${t("article.reason")} (${t("app.optional")})`}
            hint={t(
              act === "KILL" ? "article.reasonKill" : act === "REJECT" ? "article.reasonReject" : "article.reasonLog",
            )}
            rows={3}
            autoFocus
            isRequired={needsReason}
            value={reason}
            onChange={setReason}
            fault={faults.at.reason}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
