import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { DeletePersonOnDeskDocument, PersonToEditDocument, type PersonToEditQuery } from "../api/generated/graphql.ts";
import { payloadOf } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { VerdictBadge } from "../ui/badges.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { Loading, Page } from "../ui/page.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { MergePersonDialog } from "./merge-person-dialog.tsx";
import { PersonForm } from "./person-form.tsx";
import "./library.css";

const route = getRouteApi("/desk/persons/$id");

type Person = NonNullable<PersonToEditQuery["person"]>;

function Articles({ title, list }: { readonly title: string; readonly list: Person["articles"] }) {
  const { t, format } = useWords();
  if (list.totalCount === 0) return null;
  return (
    <section className="panel">
      <h2>
        {title} <span className="count">{format.number(list.totalCount)}</span>
      </h2>
      <ul className="links">
        {list.nodes.map(({ id, headline, language, state }) => (
          <li key={id}>
            <Link to="/articles/$id" params={{ id }} lang={language}>
              {headline}
            </Link>
            <span className="quiet">{t(`state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Quotes({ person: { id: speaker, quotes } }: { readonly person: Person }) {
  const { t, format } = useWords();
  if (quotes.totalCount === 0) return null;
  return (
    <section className="panel">
      <h2>
        {t("persons.quotes")} <span className="count">{format.number(quotes.totalCount)}</span>
      </h2>
      <ul className="links">
        {quotes.nodes.map(({ id, text, article, check }) => (
          <li key={id}>
            <Link to="/articles/$id" params={{ id: article.id }} search={{ quote: id }} lang={article.language}>
              {text}
            </Link>
            <VerdictBadge verdict={check.verdict} />
          </li>
        ))}
      </ul>
      <Link to="/quotes" search={{ speaker }}>
        {t("app.more")}
      </Link>
    </section>
  );
}

type Open = "none" | "merge" | "delete";

function DeleteDialog({ person: { id, name }, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: async () =>
      payloadOf((await request(DeletePersonOnDeskDocument, { input: { id } })).deletePerson, "DeletePersonPayload"),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["persons", "list"] });
      await navigate({ to: "/persons", search: {} });
    },
  });
  return (
    <ConfirmDialog
      title={t("library.deleteAsk", { name })}
      text={t("library.deleteFinal")}
      act={t("app.delete")}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={remove.mutate}
      onClose={onClose}
    />
  );
}

/** One person: who it is, what they said, and where they appear. */
export function PersonPage() {
  const { t } = useWords();
  const { id } = route.useParams();
  const { viewer } = route.useRouteContext();
  const [open, setOpen] = useState<Open>("none");
  const { data, error, isPending } = useQuery({
    queryKey: ["persons", "edit", id],
    queryFn: ({ signal }) => request(PersonToEditDocument, { id }, { signal }),
  });
  if (isPending) return <Loading />;
  if (error) return <Fault error={error} />;
  if (!data.person) return <p role="alert">{t("app.notFound")}</p>;
  const { person } = data;
  const acts = viewer.role !== "AUTHOR" && (
    <div className="buttons">
      <Button onPress={() => setOpen("merge")}>{t("library.merge")}</Button>
      <Button look="danger" onPress={() => setOpen("delete")}>
        {t("app.delete")}
      </Button>
    </div>
  );
  return (
    <Page title={person.name} actions={acts}>
      <div className="columns">
        <PersonForm key={person.id} person={person} />
        <div className="stack">
          <Quotes person={person} />
          <Articles title={t("persons.written")} list={person.written} />
          <Articles title={t("persons.articles")} list={person.articles} />
        </div>
      </div>
      {open === "merge" && <MergePersonDialog person={person} onClose={() => setOpen("none")} />}
      {open === "delete" && <DeleteDialog person={person} onClose={() => setOpen("none")} />}
    </Page>
  );
}
