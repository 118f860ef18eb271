import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  ArticleDifferencesDocument,
  type ArticleRevisionsQuery,
  ArticleRevisionsDocument,
  RestoreItDocument,
} from "../api/generated/graphql.ts";
import { refusedBy } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Fault } from "../ui/fault.tsx";
import { Loading, Page } from "../ui/page.tsx";
import { ChangeList } from "./change-list.tsx";
import "./article.css";

const route = getRouteApi("/desk/articles/$id/changes");

/** A text that is compared: what readers see, the draft, or the number of a revision. */
type Compared = "published" | "draft" | `${number}`;

type Revisions = NonNullable<ArticleRevisionsQuery["article"]>;

function numberOf(compared: Compared): number | null {
  const number = Number(compared);
  return Number.isInteger(number) ? number : null;
}

/** Any two texts of an article, compared word by word, and the way back to one of them. */
export function ChangesPage() {
  const { t } = useWords();
  const { id } = route.useParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["article", id, "revisions"],
    queryFn: ({ signal }) => request(ArticleRevisionsDocument, { id }, { signal }),
  });
  if (error) return <Fault error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (!data.article)
    return (
      <p role="alert" className="notice bad">
        {t("app.notFound")}
      </p>
    );
  return <Changes article={data.article} />;
}

function Changes({ article }: { readonly article: Revisions }) {
  const { t } = useWords();
  const revisions = article.revisions?.nodes ?? [];
  const isPublished = article.state === "PUBLISHED";
  const oldest = revisions[0];
  const [from, setFrom] = useState<Compared>(isPublished || !oldest ? "published" : `${oldest.number}`);
  const [to, setTo] = useState<Compared>("draft");
  const options = useComparedOptions(revisions);
  const back = (
    <Link to="/articles/$id" params={{ id: article.id }}>
      {t("article.backToText")}
    </Link>
  );
  return (
    <Page title={t("article.changesOf", { headline: article.headline })} actions={back}>
      <div className="compared-choice">
        <Choice
          label={t("article.compareFrom")}
          value={from}
          options={[
            ...(isPublished ? [{ value: "published" as Compared, name: t("article.published") }] : []),
            ...options,
          ]}
          onChange={setFrom}
        />
        <Choice
          label={t("article.compareTo")}
          value={to}
          options={[{ value: "draft", name: t("article.draft") }, ...options]}
          onChange={setTo}
        />
      </div>
      <Differences article={article} from={from} to={to} />
      <RevisionList article={article} />
    </Page>
  );
}

function useComparedOptions(revisions: NonNullable<Revisions["revisions"]>["nodes"]) {
  const { t, format } = useWords();
  return revisions.map(({ number, createdAt, author }) => ({
    value: `${number}` as Compared,
    name: t("article.revision", { number, moment: format.moment(createdAt), name: author }),
  }));
}

interface DifferencesProps {
  readonly article: Revisions;
  readonly from: Compared;
  readonly to: Compared;
}

function Differences({ article, from, to }: DifferencesProps) {
  const { t } = useWords();
  const { id, version, language, state } = article;
  const needsBase = from === "published" && state !== "PUBLISHED";
  const { data, error, isPending } = useQuery({
    queryKey: ["article", id, "differences", version, from, to],
    queryFn: ({ signal }) =>
      request(ArticleDifferencesDocument, { id, from: numberOf(from), to: numberOf(to) }, { signal }),
  });
  if (error) return <Fault error={error} />;
  if (isPending) return <Loading />;
  if (needsBase) return <p className="quiet">{t("article.firstPublication")}</p>;
  return (
    <>
      <div role="status">
        {data.articleChanges.length > 0 && <h2>{t("article.changesCount", { count: data.articleChanges.length })}</h2>}
      </div>
      <ChangeList changes={data.articleChanges} language={language} />
    </>
  );
}

/** The revisions, newest first, each of which can become the draft again. */
function RevisionList({ article }: { readonly article: Revisions }) {
  const { t, format } = useWords();
  const [asked, setAsked] = useState<number | null>(null);
  const revisions = (article.revisions?.nodes ?? []).toSorted((one, other) => other.number - one.number);
  const canEdit = article.allowedActs.includes("EDIT");
  return (
    <section className="stack">
      <h2>{t("article.revisions")}</h2>
      <ol className="revisions">
        {revisions.map(({ id, number, author, createdAt, summary }) => (
          <li key={id}>
            <span>
              <strong>{t("article.revision", { number, moment: format.moment(createdAt), name: author })}</strong>{" "}
              {summary && <span dir="auto">{summary}</span>}
            </span>
            {canEdit && <Button onPress={() => setAsked(number)}>{t("article.restore")}</Button>}
          </li>
        ))}
      </ol>
      {revisions.length === 0 && <p className="quiet">{t("article.noRevisions")}</p>}
      {asked !== null && <RestoreDialog article={article} number={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface RestoreDialogProps {
  readonly article: Revisions;
  readonly number: number;
  readonly onClose: () => void;
}

/** Asks before a revision replaces the draft, which is kept as a revision itself. */
function RestoreDialog({ article, number, onClose }: RestoreDialogProps) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const restore = useMutation({
    mutationFn: async () => {
      const input = { articleId: article.id, expectedVersion: article.version, number };
      const { result } = await request(RestoreItDocument, { input });
      if (!("article" in result)) throw refusedBy(result);
      return result.notRestored;
    },
    onSuccess: async (notRestored) => {
      await queryClient.invalidateQueries({ queryKey: ["article", article.id] });
      if (notRestored.length === 0) await navigate({ to: "/articles/$id", params: { id: article.id } });
    },
  });
  const notRestored = restore.data ?? [];
  return (
    <Dialog title={t("article.restoreTitle", { number })} onClose={onClose}>
      <p>{t("article.restoreText")}</p>
      {restore.error && <Fault error={restore.error} />}
      {notRestored.length > 0 && (
        <ul className="notice warn">
          {notRestored.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      )}
      <div className="buttons">
        <Button onPress={onClose}>{t(notRestored.length > 0 ? "app.close" : "app.cancel")}</Button>
        {notRestored.length === 0 && (
          <Button look="primary" isPending={restore.isPending} onPress={() => restore.mutate()}>
            {t("article.restore")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
