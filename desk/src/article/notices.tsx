import { assertNever } from "../../../src/lib/assert-never.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import type { Notice, Saving } from "./article-view.ts";
import { HEAD_NAMES } from "./head-values.ts";
import { useGoTo } from "./use-go-to.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";
import type { NewerVersion, Presence } from "./use-presence.ts";

/** What the writer has to know, above the text: newest on top. */
export function Notices({ presence }: { readonly presence: Presence }) {
  const saving = useArticle((view) => view.saving);
  const notice = useArticle((view) => view.notice);
  return (
    <div className="notices">
      <RejectionNotice />
      <WithdrawalNotice />
      <div role="alert">{saving.kind === "refused" && <RefusedNotice saving={saving} />}</div>
      <div role="status">
        {presence.newer && <NewerNotice newer={presence.newer} />}
        {saving.kind === "offline" && <OfflineNotice />}
        {notice && <OwnNotice notice={notice} />}
      </div>
    </div>
  );
}

function RejectionNotice() {
  const { t, format } = useWords();
  const rejection = useArticle(({ saved }) => saved.rejection);
  if (!rejection) return null;
  const { by, at, reason } = rejection;
  const text = t("article.rejectedBy", { name: by, ago: format.ago(at) });
  return <Returned title={t("article.rejectedTitle")} text={text} at={at} reason={reason} />;
}

/** Why readers no longer see the article, or why the server did not publish it. */
function WithdrawalNotice() {
  const { t, format } = useWords();
  const withdrawal = useArticle(({ saved }) => saved.withdrawal);
  if (!withdrawal) return null;
  const { kind, by, at, reason } = withdrawal;
  const text = t(`article.withdrawnBy.${kind}`, { name: by, ago: format.ago(at) });
  return <Returned title={t(`article.withdrawn.${kind}`)} text={text} at={at} reason={reason} />;
}

interface ReturnedProps {
  readonly title: string;
  /** Who did it and how long ago. */
  readonly text: string;
  readonly at: string;
  readonly reason: string | null;
}

/** Something that an editor did to the article, with the reason in the editor's words. */
function Returned({ title, text, at, reason }: ReturnedProps) {
  const { format } = useWords();
  const language = useArticle(({ saved }) => saved.language);
  return (
    <section className="notice warn" aria-label={title}>
      <p>
        <strong>{text}</strong>{" "}
        <time className="quiet" dateTime={at}>
          {format.moment(at)}
        </time>
      </p>
      {reason !== null && (
        <p dir="auto" lang={language}>
          {reason}
        </p>
      )}
    </section>
  );
}

function OfflineNotice() {
  const { t } = useWords();
  const open = useOpenArticle();
  return (
    <div className="notice warn">
      <p>{t("article.offline")}</p>
      <Button onPress={() => void open.save()}>{t("app.retry")}</Button>
    </div>
  );
}

function NewerNotice({ newer }: { readonly newer: NewerVersion }) {
  const { t, format } = useWords();
  const { by, at, takeOver } = newer;
  const who = by ?? t("article.somebody");
  return (
    <div className="notice">
      <p>
        {at === null ? t("article.newer", { name: who }) : t("article.newerAt", { name: who, ago: format.ago(at) })}
      </p>
      <Button onPress={() => void takeOver()}>{t("article.takeOver")}</Button>
    </div>
  );
}

/** Why the server refuses the text, with a way to each place. */
function RefusedNotice({ saving }: { readonly saving: Extract<Saving, { kind: "refused" }> }) {
  const { t } = useWords();
  const goTo = useGoTo();
  /** The name of the place that a path names. */
  const place = (path: readonly string[]): string | null => {
    const field = HEAD_NAMES.find((name) => name === path[1]);
    if (field !== undefined) return t(`article.field.${field}`);
    return path[1] === "body" && path[2] !== undefined
      ? t("article.elementNumber", { number: Number(path[2]) + 1 })
      : null;
  };
  return (
    <div className="notice bad">
      <p>
        <strong>{t("article.refused")}</strong>
      </p>
      <ul className="places">
        {saving.refusals.map(({ message, path }) => (
          <li key={`${path.join(".")} ${message}`}>
            {place(path) !== null && <strong>{place(path)}: </strong>}
            {message}{" "}
            {goTo.canGo(path) && (
              <Button look="bare" onPress={() => goTo.path(path)}>
                {t("article.goThere")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What happened to the text. */
function OwnNotice({ notice }: { readonly notice: Notice }) {
  const { t, format } = useWords();
  const open = useOpenArticle();
  const text = (): string => {
    switch (notice.kind) {
      case "merged":
        return t("article.merged", { count: notice.taken, name: notice.by ?? t("article.somebody") });
      case "restored":
        return t("article.restoredDraft", { ago: format.ago(notice.at) });
      case "misplaced":
        return t("article.misplaced", { words: format.list(notice.words) });
      case "notKept":
        return t("article.notKept");
      default:
        return assertNever(notice);
    }
  };
  return (
    <div className={notice.kind === "misplaced" || notice.kind === "notKept" ? "notice warn" : "notice good"}>
      <p>{text()}</p>
      <div className="buttons">
        {notice.kind === "restored" && (
          <Button look="danger" onPress={() => open.discard()}>
            {t("article.discardRestored")}
          </Button>
        )}
        <Button onPress={() => open.dismissNotice()}>{t("app.close")}</Button>
      </div>
    </div>
  );
}
