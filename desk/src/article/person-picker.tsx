import { useMutation, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { CreateSpeakerDocument, type PersonToNameFragment, PersonsNamedDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";

interface PersonPickerProps {
  readonly label: string;
  readonly person: PersonToNameFragment | null;
  readonly onPick: (person: PersonToNameFragment | null) => void;
  /** Whether the field takes the focus when it appears. */
  readonly isAsked?: boolean;
  readonly isReadOnly?: boolean;
  /** Called after a person was picked. */
  readonly onDone?: () => void;
}

/** The key of the option that makes a person of the typed name. */
const CREATE = "create";

/** Finds a person by a part of the name, or makes one. An empty field is nobody. */
export function PersonPicker(props: PersonPickerProps) {
  const { label, person, onPick, isAsked = false, isReadOnly = false, onDone } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState(person?.name ?? "");
  const { options, create, fault } = usePersons(typed, person);
  const pick = (picked: PersonToNameFragment): void => {
    setTyped(picked.name);
    onPick(picked);
    onDone?.();
  };
  const select = (key: unknown): void => {
    if (key === CREATE) return create.mutate(typed.trim(), { onSuccess: pick });
    const picked = options.find(({ id }) => id === key);
    if (picked) pick(picked);
  };
  return (
    <ComboBox
      className="field person"
      items={options}
      inputValue={typed}
      isReadOnly={isReadOnly}
      onInputChange={(text) => {
        setTyped(text);
        if (text === "" && person) onPick(null);
      }}
      onBlur={() => setTyped(person?.name ?? "")}
      selectedKey={person?.id ?? null}
      onSelectionChange={select}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
      autoFocus={isAsked}
    >
      <Label>{label}</Label>
      <Input dir="auto" placeholder={t("article.nobody")} />
      {fault !== null && <Text className="fault">{fault}</Text>}
      <Popover className="popover">
        <ListBox<PersonToNameFragment> renderEmptyState={() => <p className="hint">{t("article.noPerson")}</p>}>
          {({ id, name, role }) => (
            <ListBoxItem id={id} textValue={name} className="option">
              <Text slot="label" dir="auto">
                {id === CREATE ? t("article.createPerson", { name }) : name}
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
    </ComboBox>
  );
}

/** The persons of a typed name, and at last the offer to make one. */
function usePersons(typed: string, chosen: PersonToNameFragment | null) {
  const name = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["persons", "named", name],
    queryFn: ({ signal }) => request(PersonsNamedDocument, { name }, { signal }),
    enabled: name.length >= 2 && name !== chosen?.name,
    placeholderData: (before) => before,
  });
  const create = useMutation({
    mutationFn: async (wanted: string): Promise<PersonToNameFragment> => {
      const { createPerson: outcome } = await request(CreateSpeakerDocument, { input: { name: wanted } });
      if (outcome.__typename === "CreatePersonPayload") return outcome.person;
      const message = outcome.__typename === "ValidationError" ? outcome.issues[0]?.message : outcome.message;
      throw new Error(message);
    },
  });
  const isTyping = name.length >= 2 && name !== chosen?.name;
  const persons = isTyping ? (found.data?.persons.nodes ?? []) : [];
  const isThere = persons.some((each) => each.name.toLowerCase() === name.toLowerCase());
  const offer = isTyping && found.isSuccess && !found.isPlaceholderData && !isThere;
  const options: readonly PersonToNameFragment[] = offer ? [...persons, { id: CREATE, name, role: null }] : persons;
  return { options, create, fault: create.error?.message ?? null };
}
