import { Link, useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useWords } from "../languages/words.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Button } from "../ui/button.tsx";
import { FaultLine } from "../ui/fault.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { runAct, type WorkflowAct } from "./run-act.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";
import { WordCount } from "./word-count.tsx";

/** The acts in the order of the day: the first that is allowed is the main one. */
const MAIN_ACTS: readonly WorkflowAct[] = ["PUBLISH", "APPROVE", "SUBMIT"];
const ACTS: readonly WorkflowAct[] = [
  "SUBMIT",
  "APPROVE",
  "REJECT",
  "PUBLISH",
  "SCHEDULE",
  "UNSCHEDULE",
  "UNPUBLISH",
  "KILL",
  "DELETE",
];

/** Whether the text on the screen is on the server. */
function SaveState() {
  const { t, format } = useWords();
  const kind = useArticle(({ saving }) => saving.kind);
  const isDirty = useArticle((view) => view.isDirty);
  const updatedAt = useArticle(({ saved }) => saved.updatedAt);
  const text = (): string => {
    if (kind === "saving") return t("article.saving");
    if (kind === "offline") return t("article.keptHere");
    if (kind === "refused") return t("article.notSaved");
    if (kind === "conflict") return t("article.undecided");
    return isDirty ? t("article.unsaved") : t("article.savedAt", { moment: format.moment(updatedAt) });
  };
  return (
    <span role="status" className="save-state quiet" data-saving={kind}>
      {text()}
    </span>
  );
}

/** When a scheduled article is published, in the zone of the browser and in UTC. */
function Scheduled() {
  const { t, zonedMoment } = useWords();
  const publishAt = useArticle(({ saved }) => saved.publishAt);
  const hasChanges = useArticle(({ saved }) => saved.hasChangesSinceScheduling);
  if (!publishAt) return null;
  return (
    <span className="quiet">
      {t("articles.publishAt", { moment: zonedMoment(publishAt) })}
      {hasChanges === true && ` · ${t("article.changedSinceScheduled")}`}
    </span>
  );
}

/** The state of the article, whether it is saved, and what may be done with it. */
export function WorkflowBar({ others }: { readonly others: readonly string[] }) {
  const { t, format } = useWords();
  const open = useOpenArticle();
  const { id, state, firstPublishedAt, hasUnpublishedChanges } = useArticle(({ saved }) => saved);
  const isDirty = useArticle((view) => view.isDirty);
  const isSaving = useArticle(({ saving }) => saving.kind === "saving");
  const acts = useActs();
  return (
    <div className="workflow" role="region" aria-label={t("article.workflow")}>
      <StateBadge state={state} />
      <SaveState />
      <WordCount />
      <Scheduled />
      {others.length > 0 && (
        <span className="others" role="status">
          {t("article.alsoOpen", { names: format.list(others) })}
        </span>
      )}
      <span className="gap" />
      {firstPublishedAt && (hasUnpublishedChanges || state !== "PUBLISHED") && <ChangesLink id={id} />}
      <Button isDisabled={!isDirty} isPending={isSaving} onPress={() => void open.save()}>
        {t("app.save")}
      </Button>
      {acts.main !== null && (
        <Button look="primary" onPress={() => acts.ask(acts.main ?? "SUBMIT")}>
          {t(`article.act.${acts.main}`)}
        </Button>
      )}
      <MoreActs id={id} acts={acts.others} onAct={acts.ask} />
      <FaultLine text={acts.fault} />
      {acts.dialog}
    </div>
  );
}

/** Goes to the changes once all of them are saved. */
function useShowChanges(id: string): () => Promise<void> {
  const open = useOpenArticle();
  const navigate = useNavigate();
  return async () => {
    await open.save();
    await navigate({ to: "/articles/$id/changes", params: { id } });
  };
}

function ChangesLink({ id }: { readonly id: string }) {
  const { t } = useWords();
  const show = useShowChanges(id);
  const press = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void show();
  };
  return (
    <Link to="/articles/$id/changes" params={{ id }} onClick={press}>
      {t("article.changes")}
    </Link>
  );
}

interface MoreActsProps {
  readonly id: string;
  readonly acts: readonly WorkflowAct[];
  readonly onAct: (act: WorkflowAct) => void;
}

function MoreActs({ id, acts, onAct }: MoreActsProps) {
  const { t } = useWords();
  const show = useShowChanges(id);
  return (
    <MenuTrigger>
      <Button aria-label={t("article.more")}>⋯</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          {acts.map((act) => (
            <MenuItem
              key={act}
              className={act === "KILL" || act === "DELETE" ? "option danger" : "option"}
              onAction={() => onAct(act)}
            >
              {t(`article.act.${act}`)}
            </MenuItem>
          ))}
          <MenuItem className="option" onAction={() => void show()}>
            {t("article.changes")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What is allowed now, and the dialog of the act that was chosen. */
function useActs() {
  const { t } = useWords();
  const open = useOpenArticle();
  const navigate = useNavigate();
  const allowed = useArticle(({ saved }) => saved.allowedActs);
  const [asked, setAsked] = useState<WorkflowAct | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const offered = ACTS.filter((act) => allowed.includes(act));
  const main = MAIN_ACTS.find((act) => offered.includes(act)) ?? null;
  const done = async (act: WorkflowAct): Promise<void> => {
    setAsked(null);
    if (act === "DELETE") await navigate({ to: "/" });
  };
  /** An act is done on what is saved: what is on the screen is saved first. */
  const ask = async (act: WorkflowAct): Promise<void> => {
    setFault(null);
    const needsText = act !== "KILL" && act !== "DELETE" && act !== "UNPUBLISH";
    if (needsText && !(await open.save())) return setFault(t("article.saveFirst"));
    if (act !== "SUBMIT" && act !== "APPROVE" && act !== "UNSCHEDULE") return setAsked(act);
    const { id, version } = open.view().saved;
    const outcome = await runAct(act, { id, expectedVersion: version }, {});
    if (outcome.kind === "refused") setFault(outcome.error.message);
    else if (outcome.kind === "done" && outcome.article) open.adopt(outcome.article);
  };
  const close = (): void => setAsked(null);
  const dialog =
    asked === null ? null : asked === "PUBLISH" || asked === "SCHEDULE" ? (
      <PublishDialog act={asked} onClose={close} onDone={() => void done(asked)} />
    ) : (
      <ActDialog act={asked} onClose={close} onDone={() => void done(asked)} />
    );
  return {
    main,
    others: offered.filter((act) => act !== main),
    ask: (act: WorkflowAct) => void ask(act),
    fault,
    dialog,
  };
}
