import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

/** One of the values of a choice. */
export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly name: string;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** Whether the label is for screen readers alone. */
  readonly hidesLabel?: boolean;
}

/** A choice of one value. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  hidesLabel = false,
}: ChoiceProps<Value>) {
  const choose = (key: unknown): void => {
    const option = options.find((each) => each.value === key);
    if (option) onChange(option.value);
  };
  return (
    <Select className="field choice" value={value} onChange={choose}>
      <Label className={hidesLabel ? "hidden" : "label"}>{label}</Label>
      <Button className="button plain">
        <SelectValue />
        <span aria-hidden="true" className="arrow" />
      </Button>
      <Popover className="popover">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.value} className="option" textValue={option.name}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
