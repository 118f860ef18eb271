import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import {
  type EditedPersonFragment,
  UpdatePersonOnDeskDocument,
  type UpdatePersonInput,
} from "../api/generated/graphql.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { SaveFault } from "../ui/save-fault.tsx";
import { Field } from "../ui/field.tsx";
import { PLATFORM_OPTIONS } from "./platforms.ts";

type Account = EditedPersonFragment["accounts"][number];

interface Entries {
  readonly name: string;
  readonly role: string;
  readonly slug: string;
  readonly aliases: string;
  readonly accounts: readonly Account[];
}

function entriesOf({ name, role, slug, aliases, accounts }: EditedPersonFragment): Entries {
  return { name, role: role ?? "", slug, aliases: aliases.join("\n"), accounts };
}

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

/** What differs from the person as the form began with it, so that fields that a colleague changed are left alone. */
function changesOf(entries: Entries, base: EditedPersonFragment): Omit<UpdatePersonInput, "id" | "expectedVersion"> {
  const before = entriesOf(base);
  const accounts = entries.accounts.filter(({ handle }) => handle.trim() !== "");
  return {
    ...(entries.name !== before.name && { name: entries.name }),
    ...(entries.role !== before.role && { role: entries.role === "" ? null : entries.role }),
    ...(entries.slug !== before.slug && { slug: entries.slug }),
    ...(entries.aliases !== before.aliases && { aliases: linesOf(entries.aliases) }),
    ...(JSON.stringify(accounts) !== JSON.stringify(before.accounts) && {
      accounts: accounts.map(({ platform, handle }) => ({ platform, handle })),
    }),
  };
}

interface AccountsProps {
  readonly accounts: readonly Account[];
  readonly onChange: (accounts: readonly Account[]) => void;
}

function Accounts({ accounts, onChange }: AccountsProps) {
  const { t } = useWords();
  const change = (at: number, account: Account): void => onChange(accounts.with(at, account));
  return (
    <fieldset className="accounts">
      <legend>{t("persons.accounts")}</legend>
      {accounts.map((account, at) => (
        // Accounts have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="account">
          <Choice
            label={t("persons.platform")}
            hidesLabel
            value={account.platform}
            options={PLATFORM_OPTIONS}
            onChange={(platform) => change(at, { ...account, platform })}
          />
          <Field
            label={t("persons.handle")}
            hidesLabel
            value={account.handle}
            onChange={(handle) => change(at, { ...account, handle })}
          />
          <Button
            look="bare"
            aria-label={t("persons.removeAccount", { handle: account.handle })}
            onPress={() => onChange(accounts.toSpliced(at, 1))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button onPress={() => onChange([...accounts, { platform: "X", handle: "" }])}>{t("persons.addAccount")}</Button>
    </fieldset>
  );
}

/** Edits a person. A colleague's change in between is shown, and the entries are kept. */
export function PersonForm({ person }: { readonly person: EditedPersonFragment }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [base, setBase] = useState(person);
  const [entries, setEntries] = useState(() => entriesOf(person));
  const set = (change: Partial<Entries>): void => setEntries((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: async () => {
      const input = { id: base.id, expectedVersion: base.version, ...changesOf(entries, base) };
      const { updatePerson: outcome } = await request(UpdatePersonOnDeskDocument, { input });
      if (outcome.__typename === "StalePersonVersionError") setBase(outcome.person);
      return payloadOf(outcome, "UpdatePersonPayload").person;
    },
    onSuccess: (saved) => {
      setBase(saved);
      setEntries(entriesOf(saved));
      return queryClient.invalidateQueries({ queryKey: ["persons"] });
    },
  });
  const faults = placedFaults(save.error, ["name", "role", "aliases", "slug"]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack panel" onSubmit={submit}>
      <Field
        label={t("library.name")}
        isRequired
        value={entries.name}
        onChange={(name) => set({ name })}
        fault={faults.at.name}
      />
      <Field label={t("persons.role")} value={entries.role} onChange={(role) => set({ role })} fault={faults.at.role} />
      <Field
        label={t("persons.aliases")}
        hint={t("persons.aliasesHint")}
        rows={3}
        value={entries.aliases}
        onChange={(aliases) => set({ aliases })}
        fault={faults.at.aliases}
      />
      <Accounts accounts={entries.accounts} onChange={(accounts) => set({ accounts })} />
      <Field
        label={t("library.slug")}
        hint={t("library.slugHint")}
        value={entries.slug}
        onChange={(slug) => set({ slug })}
        fault={faults.at.slug}
      />
      <SaveFault error={faults.others} />
      <div className="buttons">
        <span role="status">{save.isSuccess && t("app.saved")}</span>
        <Button type="submit" look="primary" isPending={save.isPending}>
          {t("app.save")}
        </Button>
      </div>
    </form>
  );
}
