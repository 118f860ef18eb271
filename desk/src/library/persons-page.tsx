import { useMutation } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { GridListItem } from "react-aria-components";
import { CreatePersonOnDeskDocument, ListedPersonsDocument } from "../api/generated/graphql.ts";
import { usePages } from "../api/pages.ts";
import { payloadOf, placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { Rows } from "../ui/rows.tsx";
import { SearchField } from "../ui/search-field.tsx";
import "./library.css";

const route = getRouteApi("/desk/persons");
const PAGE_SIZE = 50;

function NewPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [role, setRole] = useState("");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const create = useMutation({
    mutationFn: async () => {
      const input = { name, role: role === "" ? null : role, idempotencyKey };
      const { createPerson } = await request(CreatePersonOnDeskDocument, { input });
      return payloadOf(createPerson, "CreatePersonPayload").person.id;
    },
    onSuccess: (id) => navigate({ to: "/persons/$id", params: { id } }),
  });
  const faults = placedFaults(create.error, ["name", "role"]);
  return (
    <Dialog title={t("persons.new")} onClose={onClose}>
      <DialogForm
        act={t("articles.create")}
        isPending={create.isPending}
        error={faults.others}
        onSubmit={create.mutate}
        onClose={onClose}
      >
        <Field label={t("library.name")} isRequired autoFocus value={name} onChange={setName} fault={faults.at.name} />
        <Field label={t("persons.role")} value={role} onChange={setRole} fault={faults.at.role} />
      </DialogForm>
    </Dialog>
  );
}

/** The persons of the newsroom. */
export function PersonsPage() {
  const { t } = useWords();
  const { words = "" } = route.useSearch();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const pages = usePages(["persons", "list", words], async (after, signal) => {
    return (await request(ListedPersonsDocument, { first: PAGE_SIZE, after, name: words }, { signal })).persons;
  });
  const search = (text: string): void =>
    void navigate({ to: "/persons", search: text === "" ? {} : { words: text }, replace: true });
  return (
    <Page
      title={t("nav.persons")}
      actions={
        <Button look="primary" onPress={() => setCreating(true)}>
          {t("persons.new")}
        </Button>
      }
    >
      <search className="filters">
        <SearchField label={t("library.search")} value={words} onChange={search} />
      </search>
      <Rows label={t("nav.persons")} pages={pages}>
        {({ id, name, role, aliases }) => (
          <GridListItem
            key={id}
            id={id}
            textValue={name}
            href={`/persons/${encodeURIComponent(id)}`}
            className="row plain-row"
          >
            <div className="row-main">
              <bdi className="name">{name}</bdi>
              <span className="meta">
                {role && <bdi>{role}</bdi>}
                {aliases.length > 0 && <bdi>{aliases.join(" · ")}</bdi>}
              </span>
            </div>
          </GridListItem>
        )}
      </Rows>
      {isCreating && <NewPersonDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
