import { useMutation, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useRef, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import {
  CreatePersonByNameDocument,
  PersonsFoundDocument,
  type PersonToNameFragment,
} from "../api/generated/graphql.ts";
import { faultOf, payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import "./person-picker.css";

interface PersonPickerProps {
  readonly label: string;
  readonly value: PersonToNameFragment | null;
  readonly onChange: (person: PersonToNameFragment | null) => void;
  /** Called after a person is picked, unless the focus has left the field while the person was created. */
  readonly onDone?: () => void;
  readonly hidesLabel?: boolean;
  readonly placeholder?: string;
  /** A person that is not offered. */
  readonly without?: string;
  /** Whether a person of the typed name can be created. */
  readonly canCreate?: boolean;
  readonly isReadOnly?: boolean;
  /** Whether the field takes the focus when it appears. */
  readonly isAsked?: boolean;
}

/** The key of the option that creates a person of the typed name. */
const CREATE = "create";
/** Letters of a name before it is offered to create it. */
const LEAST_TO_CREATE = 2;

/** Finds a person by a part of the name, or creates one. An empty field is nobody. */
export function PersonPicker({ label, value, onChange, hidesLabel = false, ...props }: PersonPickerProps) {
  const {
    placeholder = hidesLabel ? label : "",
    without,
    canCreate = false,
    isReadOnly = false,
    isAsked = false,
    onDone,
  } = props;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value?.name ?? "";
  const { options, create } = usePersonOptions((typed ?? "").trim(), canCreate);
  const pick = (person: PersonToNameFragment): void => {
    const isHere = document.activeElement === input.current;
    onChange(person);
    setTyped(null);
    if (isHere) onDone?.();
  };
  const select = (key: unknown): void => {
    if (key === CREATE) return create.mutate(text.trim(), { onSuccess: pick });
    const person = options.find(({ id }) => id === key);
    if (person) pick(person);
  };
  const type = (next: string): void => {
    if (next === text) return;
    setTyped(next);
    if (next === "" && value) onChange(null);
  };
  return (
    <ComboBox
      className="field person-picker"
      items={options.filter(({ id }) => id !== without)}
      inputValue={text}
      onInputChange={type}
      onSelectionChange={select}
      selectedKey={null}
      allowsCustomValue
      allowsEmptyCollection={typed !== null}
      isReadOnly={isReadOnly}
      autoFocus={isAsked}
      onBlur={() => setTyped(null)}
    >
      <Label className={hidesLabel ? "hidden" : ""}>{label}</Label>
      <Input ref={input} placeholder={placeholder} />
      {create.error && <Text className="fault">{faultOf(create.error, "name") ?? create.error.message}</Text>}
      <PersonOptions />
    </ComboBox>
  );
}

function PersonOptions() {
  const { t } = useWords();
  return (
    <Popover className="popover">
      <ListBox<PersonToNameFragment> renderEmptyState={() => <p className="option quiet">{t("library.none")}</p>}>
        {({ id, name, role }) => (
          <ListBoxItem id={id} className="option" textValue={name}>
            <Text slot="label" dir="auto">
              {id === CREATE ? t("library.create", { name }) : name}
            </Text>
            {role && (
              <Text slot="description" dir="auto">
                {role}
              </Text>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/** The persons of a typed name, and at last the offer to create one. */
function usePersonOptions(typed: string, canCreate: boolean) {
  const name = useDeferredValue(typed);
  const found = useQuery({
    queryKey: ["persons", "found", name],
    queryFn: ({ signal }) => request(PersonsFoundDocument, { name }, { signal }),
    enabled: name !== "",
    placeholderData: (before) => before,
  });
  const create = useMutation({
    mutationFn: async (wanted: string) => {
      const { createPerson: outcome } = await request(CreatePersonByNameDocument, { input: { name: wanted } });
      return payloadOf(outcome, "CreatePersonPayload").person;
    },
  });
  const persons = name === "" ? [] : (found.data?.persons.nodes ?? []);
  const isThere = persons.some((each) => each.name.toLowerCase() === name.toLowerCase());
  const isKnown = found.isSuccess && !found.isPlaceholderData;
  const isOffered = canCreate && isKnown && !isThere && name.length >= LEAST_TO_CREATE;
  const options: readonly PersonToNameFragment[] = isOffered ? [...persons, { id: CREATE, name, role: null }] : persons;
  return { options, create };
}
