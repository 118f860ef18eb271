import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { PersonsFoundDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import "./person-picker.css";

/** A person, as pickers show them. */
export interface PickedPerson {
  readonly id: string;
  readonly name: string;
  readonly role?: string | null;
}

interface PersonPickerProps {
  readonly label: string;
  readonly value: PickedPerson | null;
  readonly onChange: (person: PickedPerson | null) => void;
  readonly hidesLabel?: boolean;
  /** A person that is not offered. */
  readonly without?: string;
}

/** Finds a person by a part of the name. */
export function PersonPicker({ label, value, onChange, hidesLabel = false, without }: PersonPickerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value?.name ?? "";
  const { data } = useQuery({
    queryKey: ["persons", "found", typed],
    queryFn: ({ signal }) => request(PersonsFoundDocument, { name: (typed ?? "").trim() }, { signal }),
    enabled: typed !== null && typed.trim() !== "",
    placeholderData: (before) => before,
  });
  const found = typed === null || typed.trim() === "" ? [] : (data?.persons.nodes ?? []);
  const choose = (key: unknown): void => {
    const person = found.find(({ id }) => id === key);
    if (!person) return;
    onChange(person);
    setTyped(null);
  };
  const type = (next: string): void => {
    if (next === text) return;
    setTyped(next);
    if (next === "" && value) onChange(null);
  };
  return (
    <ComboBox
      className="field person-picker"
      items={found.filter(({ id }) => id !== without)}
      inputValue={text}
      onInputChange={type}
      onSelectionChange={choose}
      selectedKey={null}
      allowsCustomValue
      allowsEmptyCollection={typed !== null}
      onBlur={() => setTyped(null)}
    >
      <Label className={hidesLabel ? "hidden" : ""}>{label}</Label>
      <Input placeholder={hidesLabel ? label : ""} />
      <Popover className="popover">
        <ListBox<PickedPerson> renderEmptyState={() => <p className="option quiet">{t("library.none")}</p>}>
          {({ id, name, role }) => (
            <ListBoxItem id={id} className="option" textValue={name}>
              <Text slot="label">{name}</Text>
              {role && <Text slot="description">{role}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
