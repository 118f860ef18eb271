import type { FormEvent, ReactNode } from "react";
import { useWords } from "../languages/words.tsx";
import { Button, type ButtonLook } from "./button.tsx";
import { SaveFault } from "./save-fault.tsx";

interface DialogFormProps {
  /** The fields. */
  readonly children: ReactNode;
  /** The name of the button that submits. */
  readonly act: string;
  readonly look?: ButtonLook;
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
  /** Why the last attempt failed. */
  readonly error?: unknown;
  /** Buttons besides those that cancel and submit. */
  readonly others?: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** The form of a dialog: its fields, why it is refused, and its buttons. */
export function DialogForm(props: DialogFormProps) {
  const { children, act, look = "primary", isPending = false, isDisabled = false, error, others } = props;
  const { t } = useWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form className="stack" onSubmit={submit}>
      {children}
      <SaveFault error={error} />
      <div className="buttons">
        {others}
        <Button onPress={props.onClose}>{t("app.cancel")}</Button>
        <Button type="submit" look={look} isPending={isPending} isDisabled={isDisabled}>
          {act}
        </Button>
      </div>
    </form>
  );
}
