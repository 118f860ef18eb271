import { Button as AriaButton, type ButtonProps as AriaButtonProps, ToggleButton } from "react-aria-components";

/** What a button looks like: the main act of a place, an ordinary one, one without a frame, or one that destroys. */
export type ButtonLook = "primary" | "plain" | "bare" | "danger";

/** A button. */
export function Button({
  look = "plain",
  ...props
}: Omit<AriaButtonProps, "className"> & { readonly look?: ButtonLook }) {
  return <AriaButton {...props} className={`button ${look}`} />;
}

interface ToggleProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A button that is on or off. */
export function Toggle({ name, isOn, onChange }: ToggleProps) {
  return (
    <ToggleButton className="button plain toggle" isSelected={isOn} onChange={onChange}>
      {name}
    </ToggleButton>
  );
}
