import { useMutation, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useRef, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { useWords } from "../languages/words.tsx";
import "./picker.css";

/** Something that is picked by its name. */
export interface PickedItem {
  readonly id: string;
  readonly name: string;
}

/** What every picker can be asked for. */
export interface PickerProps<Item extends PickedItem> {
  readonly label: string;
  readonly value: Item | null;
  readonly onChange: (item: Item | null) => void;
  /** Called after an item is picked, unless the focus has left the field while the item was created. */
  readonly onDone?: () => void;
  readonly hidesLabel?: boolean;
  readonly placeholder?: string;
  /** The id of an item that is not offered. */
  readonly without?: string;
  readonly isReadOnly?: boolean;
  /** Whether the field takes the focus when it appears. */
  readonly isAsked?: boolean;
}

interface PickerSource<Item extends PickedItem> {
  /** What is picked, in the keys of queries. */
  readonly kind: string;
  readonly find: (words: string, signal: AbortSignal) => Promise<readonly Item[]>;
  /** Creates an item of the typed name; absent where none can be created. */
  readonly create?: ((name: string) => Promise<Item>) | undefined;
  /** What is shown below a name. */
  readonly describe?: (item: Item) => string | null;
}

/** The key of the option that creates an item of the typed name. */
const CREATE = "create";
/** Letters of a name before it is offered to create it. */
const LEAST_TO_CREATE = 2;

interface Option {
  readonly id: string;
  readonly name: string;
  readonly hint: string | null;
}

/** Finds an item by what is typed, or creates one. An empty field is none. */
export function Picker<Item extends PickedItem>(props: PickerProps<Item> & PickerSource<Item>) {
  const { label, value, onChange, onDone, hidesLabel = false, without } = props;
  const { placeholder = hidesLabel ? label : "", isReadOnly = false, isAsked = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value?.name ?? "";
  const { items, options, create } = useOptions((typed ?? "").trim(), props);
  const pick = (item: Item): void => {
    const isHere = document.activeElement === input.current;
    onChange(item);
    setTyped(null);
    if (isHere) onDone?.();
  };
  const select = (key: unknown): void => {
    if (key === CREATE) return create.mutate(text.trim(), { onSuccess: pick });
    const item = items.find(({ id }) => id === key);
    if (item) pick(item);
  };
  const type = (next: string): void => {
    if (next === text) return;
    setTyped(next);
    if (next === "" && value) onChange(null);
  };
  return (
    <ComboBox
      className="field picker"
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
      {create.error && <Text className="fault">{create.error.message}</Text>}
      <Options />
    </ComboBox>
  );
}

function Options() {
  const { t } = useWords();
  return (
    <Popover className="popover">
      <ListBox<Option> renderEmptyState={() => <p className="option quiet">{t("library.none")}</p>}>
        {({ id, name, hint }) => (
          <ListBoxItem id={id} className="option" textValue={name}>
            <Text slot="label" dir="auto">
              {id === CREATE ? t("library.create", { name }) : name}
            </Text>
            {hint !== null && (
              <Text slot="description" dir="auto">
                {hint}
              </Text>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/** What is found by the typed words, and at last the offer to create it. */
function useOptions<Item extends PickedItem>(typed: string, source: PickerSource<Item>) {
  const words = useDeferredValue(typed);
  const found = useQuery({
    queryKey: [source.kind, "found", words],
    queryFn: ({ signal }) => source.find(words, signal),
    enabled: words !== "",
    placeholderData: (before) => before,
  });
  const create = useMutation({
    mutationFn: async (name: string) => {
      if (!source.create) throw new Error("Nothing is created here.");
      return source.create(name);
    },
  });
  const items = words === "" ? [] : (found.data ?? []);
  const isThere = items.some(({ name }) => name.toLowerCase() === words.toLowerCase());
  const isKnown = found.isSuccess && !found.isPlaceholderData;
  const isOffered = source.create !== undefined && isKnown && !isThere && words.length >= LEAST_TO_CREATE;
  const known = items.map((item): Option => ({ id: item.id, name: item.name, hint: source.describe?.(item) ?? null }));
  return { items, options: isOffered ? [...known, { id: CREATE, name: words, hint: null }] : known, create };
}
