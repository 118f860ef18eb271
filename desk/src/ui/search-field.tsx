import { type RefObject, useEffect, useRef, useState } from "react";
import { Input, Label, SearchField as AriaSearchField } from "react-aria-components";

/** How long typing has to pause before it is followed, in milliseconds. */
const PAUSE_MS = 250;

/** Moves the focus into a field by the key /, unless something is being typed elsewhere. */
function useSearchKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable]");
      if (event.key !== "/" || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [field]);
}

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether the field takes the focus when it appears. */
  readonly isAsked?: boolean;
}

/** The search of a page, which the key / leads to. It hands on what is typed when typing pauses. */
export function SearchField({ label, value, onChange, isAsked = false }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSearchKey(field);
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      onChange(text.trim());
      setTyped(null);
    }, PAUSE_MS);
  };
  return (
    <AriaSearchField className="field search" value={typed ?? value} onChange={type} autoFocus={isAsked}>
      <Label className="hidden">{label}</Label>
      <Input ref={field} placeholder={label} />
    </AriaSearchField>
  );
}
