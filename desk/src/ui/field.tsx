import { type RefObject, useEffect, useRef } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from "react-aria-components";

/** A field for one text. */
export interface FieldProps extends Omit<TextFieldProps, "className" | "children"> {
  readonly label: string;
  /** What to enter; below the field. */
  readonly hint?: string | undefined;
  /** Why the value is refused; null when it is not. */
  readonly fault?: string | null | undefined;
  /** How many lines are visible; one line in a single-line field where absent. */
  readonly rows?: number;
  readonly placeholder?: string;
  /** Whether the label is for screen readers alone. */
  readonly hidesLabel?: boolean;
}

/** Moves the focus into a field when it is refused; of several ones of a form into the first. */
function useFaultFocus(fault: string | null | undefined): RefObject<HTMLDivElement | null> {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = fault ? field.current?.querySelector<HTMLElement>("input, textarea") : null;
    if (input && input.closest("form")?.querySelector('[aria-invalid="true"]') === input) input.focus();
  }, [fault]);
  return field;
}

/** A field for one text, with its label, its hint and what is wrong with it. */
export function Field({ label, hint, fault, rows, placeholder, hidesLabel = false, ...props }: FieldProps) {
  const given = placeholder === undefined ? {} : { placeholder };
  const field = useFaultFocus(fault);
  return (
    <TextField {...props} ref={field} className="field" isInvalid={Boolean(fault)}>
      <Label className={hidesLabel ? "hidden" : ""}>{label}</Label>
      {rows === undefined ? <Input {...given} /> : <TextArea rows={rows} {...given} />}
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="fault">{fault && <bdi>{fault}</bdi>}</FieldError>
    </TextField>
  );
}
