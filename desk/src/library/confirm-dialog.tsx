import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Fault } from "../ui/fault.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly act: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, text, act, isPending, error, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} isAlert onClose={onClose}>
      <p>{text}</p>
      {error !== null && error !== undefined && <Fault error={error} />}
      <div className="buttons">
        <Button autoFocus onPress={onClose}>
          {t("app.cancel")}
        </Button>
        <Button look="danger" isPending={isPending} onPress={onConfirm}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
