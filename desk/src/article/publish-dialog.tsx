import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Checkbox } from "react-aria-components";
import { ArticleDifferencesDocument, type CorrectionKind } from "../api/generated/graphql.ts";
import { placedFaults } from "../api/refused.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DialogForm } from "../ui/dialog-form.tsx";
import { Field } from "../ui/field.tsx";
import { Loading } from "../ui/page.tsx";
import { ChangeList } from "./change-list.tsx";
import { MomentField } from "./moment-field.tsx";
import { ObstacleList, useObstacles } from "./obstacle-list.tsx";
import { useSendAct } from "./use-send-act.ts";
import { useArticle } from "./use-open-article.ts";

const CORRECTIONS: readonly CorrectionKind[] = ["UPDATE", "CORRECTION", "CLARIFICATION", "RETRACTION"];

interface PublishDialogProps {
  readonly act: "PUBLISH" | "SCHEDULE";
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Shows what would be published and what keeps it from that, and asks for the words of a correction. */
export function PublishDialog({ act, onClose, onDone }: PublishDialogProps) {
  const { t } = useWords();
  const { send, obstacles, error, isSending } = useSendAct(act, onDone);
  const correction = useCorrection();
  const [publishAt, setPublishAt] = useState<string | null>(null);
  const [overrideReason, setOverrideReason] = useState("");
  const found = useObstacles(publishAt, obstacles);
  const submit = (): void => {
    send({
      ...correction.words,
      ...(publishAt !== null && { publishAt }),
      ...(overrideReason.trim() !== "" && { overrideReason: overrideReason.trim() }),
    });
  };
  const lacks = act === "SCHEDULE" && publishAt === null;
  const blocking = found.filter(({ isBlocking }) => isBlocking);
  const isOverridable = blocking.some(({ rule }) => rule !== "EMBARGO");
  const faults = placedFaults(error, isOverridable ? ["overrideReason"] : []);
  const isBlocked = blocking.some(({ rule }) => rule === "EMBARGO") || (isOverridable && overrideReason.trim() === "");
  return (
    <Dialog title={t(`article.act.${act}`)} onClose={onClose} size="wide">
      <DialogForm
        act={t(`article.act.${act}`)}
        isPending={isSending}
        error={faults.others}
        isDisabled={lacks || isBlocked || correction.lacksNote}
        onSubmit={submit}
        onClose={onClose}
      >
        <ObstacleList obstacles={found} onGo={onClose} />
        {isOverridable && (
          <Field
            label={t("article.override")}
            hint={t("article.overrideHint")}
            value={overrideReason}
            onChange={setOverrideReason}
            fault={faults.at.overrideReason}
          />
        )}
        {act === "SCHEDULE" && <MomentField label={t("article.publishAt")} value={publishAt} onChange={setPublishAt} />}
        {act === "PUBLISH" && correction.fields}
        <Unpublished />
      </DialogForm>
    </Dialog>
  );
}

/** What readers do not see yet. */
function Unpublished() {
  const { t } = useWords();
  const { id, version, language, publishedAt } = useArticle(({ saved }) => saved);
  const { data, isPending, error } = useQuery({
    queryKey: ["article", id, "differences", version],
    queryFn: ({ signal }) => request(ArticleDifferencesDocument, { id }, { signal }),
  });
  if (error) return <p className="fault">{error.message}</p>;
  if (isPending) return <Loading />;
  if (!publishedAt) return <p className="quiet">{t("article.firstPublication")}</p>;
  return (
    <details className="unpublished" open>
      <summary>{t("article.changesCount", { count: data.articleChanges.length })}</summary>
      <ChangeList changes={data.articleChanges} language={language} />
    </details>
  );
}

/** The correction that readers see with an article that they have seen before. */
function useCorrection() {
  const { t } = useWords();
  const wasPublished = useArticle(({ saved }) => saved.firstPublishedAt !== null);
  const [isCorrection, setCorrection] = useState(false);
  const [kind, setKind] = useState<CorrectionKind>("CORRECTION");
  const [note, setNote] = useState("");
  const fields = wasPublished ? (
    <fieldset className="correction">
      <Checkbox className="check" isSelected={isCorrection} onChange={setCorrection}>
        <span className="box" aria-hidden="true" /> {t("article.withCorrection")}
      </Checkbox>
      {isCorrection && (
        <>
          <Choice
            label={t("article.correctionKind")}
            value={kind}
            options={CORRECTIONS.map((value) => ({ value, name: t(`article.correction.${value}`) }))}
            onChange={setKind}
          />
          <Field
            label={t("article.correctionNote")}
            hint={t("article.correctionHint")}
            rows={3}
            isRequired
            value={note}
            onChange={setNote}
          />
        </>
      )}
    </fieldset>
  ) : null;
  const hasNote = note.trim() !== "";
  return {
    fields,
    lacksNote: isCorrection && !hasNote,
    words: isCorrection && hasNote ? { correction: { kind, note: note.trim() } } : {},
  };
}
