import { useWords } from "../languages/words.tsx";
import { useId } from "react";
import { ownZone } from "./moments.ts";

interface MomentFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (moment: string | null) => void;
  readonly isReadOnly?: boolean;
  readonly inputId?: string;
}

/** A moment as the field of the browser has it: in its own zone, to the minute. */
function localOf(moment: string | null): string {
  if (moment === null) return "";
  const date = new Date(moment);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** A moment, entered in the time zone of the browser, and shown with this zone and in UTC. */
export function MomentField({ label, value, onChange, isReadOnly = false, inputId }: MomentFieldProps) {
  const { zonedMoment } = useWords();
  const own = useId();
  const id = inputId ?? own;
  const change = (typed: string): void => {
    const date = new Date(typed);
    onChange(typed === "" || Number.isNaN(date.getTime()) ? null : date.toISOString());
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={localOf(value)}
        readOnly={isReadOnly}
        aria-describedby={`${id}-zones`}
        onChange={({ target }) => change(target.value)}
      />
      <span id={`${id}-zones`} className="hint">
        {value === null ? ownZone() : zonedMoment(value)}
      </span>
    </div>
  );
}
