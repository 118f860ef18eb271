import { type RefObject, useEffect, useRef, useState } from "react";
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

interface OpenFault {
  readonly fault: string | null;
  /** The value was changed, so that the fault is no longer one of it. */
  readonly answer: () => void;
}

/** What is wrong with a value, until it is changed: a form with an invalid field cannot be sent. */
function useOpenFault(given: string | null): OpenFault {
  const [answered, setAnswered] = useState<string | null>(null);
  if (given === null && answered !== null) setAnswered(null);
  return { fault: given === answered ? null : given, answer: () => setAnswered(given) };
}

/** A field for one text, with its label, its hint and what is wrong with it. */
export function Field({ label, hint, fault: given, rows, placeholder, hidesLabel = false, ...props }: FieldProps) {
  const placeholderProps = placeholder === undefined ? {} : { placeholder };
  const { fault, answer } = useOpenFault(given || null);
  const field = useFaultFocus(fault);
  const change = (value: string): void => {
    answer();
    props.onChange?.(value);
  };
  return (
    <TextField {...props} ref={field} className="field" isInvalid={fault !== null} onChange={change}>
      <Label className={hidesLabel ? "hidden" : ""}>{label}</Label>
      {rows === undefined ? <Input {...placeholderProps} /> : <TextArea rows={rows} {...placeholderProps} />}
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="fault">{fault && <bdi>{fault}</bdi>}</FieldError>
    </TextField>
  );
}
