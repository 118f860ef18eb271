import { Link } from "@tanstack/react-router";
import { Checkbox, GridList, GridListItem } from "react-aria-components";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { isAccepted, type MakingProgress } from "./make-drafts.ts";
import type { StoryItem } from "./read-stories.ts";
import type { OpenWireWork } from "./use-wire-work.ts";
import { type MadeArticle, reviewOf, withReview } from "./wire-work.ts";

interface StoryListProps {
  readonly items: readonly StoryItem[];
  readonly open: OpenWireWork;
  /** How far the making of drafts is; null where none are made. */
  readonly progress: MakingProgress | null;
  readonly onMake: (items: readonly StoryItem[]) => void;
}

/** All stories of the copy: those with a tick become drafts together, and each can be opened for its review. */
export function StoryList({ items, open, progress, onMake }: StoryListProps) {
  const { t } = useWords();
  const { work, change } = open;
  const accepted = items.filter((item) => isAccepted(work, item));
  const isOpen = (item: StoryItem): boolean => !item.isKnown && item.fault === null && !reviewOf(work, item.key).made;
  return (
    <section className="stack" aria-label={t("wire.stories", { count: items.length })}>
      <h2>{t("wire.stories", { count: items.length })}</h2>
      <GridList
        aria-label={t("wire.stories", { count: items.length })}
        className="rows"
        autoFocus
        keyboardNavigationBehavior="tab"
        onAction={(key) => change((before) => ({ ...before, shown: String(key) }))}
        dependencies={[work]}
        items={items.map((item) => ({ ...item, id: item.key }))}
      >
        {(item) => <StoryRow item={item} open={open} isOpen={isOpen(item)} />}
      </GridList>
      <div className="buttons">
        <Progress progress={progress} />
        {(accepted.length > 0 || progress) && (
          <Button look="primary" isPending={progress !== null} onPress={() => onMake(accepted)}>
            {t("wire.makeDrafts", { count: accepted.length })}
          </Button>
        )}
      </div>
    </section>
  );
}

function Progress({ progress }: Pick<StoryListProps, "progress">) {
  const { t } = useWords();
  const text = progress && t("wire.madeOf", { count: progress.done, total: progress.total });
  return (
    <span role="status" className="making">
      {progress && <progress aria-label={text ?? ""} max={progress.total} value={progress.done} />}
      {text}
    </span>
  );
}

interface StoryRowProps {
  readonly item: StoryItem;
  readonly open: OpenWireWork;
  readonly isOpen: boolean;
}

function StoryRow({ item, open, isOpen }: StoryRowProps) {
  const { t } = useWords();
  const { key, copy, headline, language, known, warnings } = item;
  const name = reviewOf(open.work, key).headline ?? headline;
  return (
    <GridListItem id={key} textValue={name || t("articles.untitled")} className="row story-row">
      {isOpen ? (
        <Checkbox
          slot={null}
          className="check"
          aria-label={`${t("wire.makeDraft")}: ${name}`}
          isSelected={!reviewOf(open.work, key).isLeftOut}
          onChange={(isIn) => open.change((work) => withReview(work, key, { isLeftOut: !isIn }))}
        >
          <span className="box" aria-hidden="true" />
        </Checkbox>
      ) : (
        <span />
      )}
      <div className="row-main">
        <bdi className="name" lang={language ?? undefined}>
          {name || t("articles.untitled")}
        </bdi>
        <span className="meta">
          {copy.name !== null && <bdi>{copy.name}</bdi>}
          {!known && warnings.map((warning) => <bdi key={warning}>{warning}</bdi>)}
        </span>
      </div>
      <div className="story-outcome">
        <StoryOutcome item={item} open={open} />
      </div>
    </GridListItem>
  );
}

/** What a story has become, or what becomes of it. */
function StoryOutcome({ item, open }: Pick<StoryRowProps, "item" | "open">) {
  const { t } = useWords();
  const { decisions, isLeftOut, made, fault } = reviewOf(open.work, item.key);
  const count = Object.keys(decisions).length;
  if (made) return <MadeStory article={made} />;
  if (item.known) return <MadeStory article={{ ...item.known, wasKnown: true }} />;
  const reason = fault ?? item.fault;
  if (reason !== null) return <bdi className="fault">{reason}</bdi>;
  if (isLeftOut) return <span className="badge refused">{t("wire.leftOutStory")}</span>;
  return <span className="quiet">{count > 0 && t("wire.decided", { count })}</span>;
}

/** That a draft was made, or that there was one before, with the way to it. */
export function MadeStory({ article: { id, headline, wasKnown } }: { readonly article: MadeArticle }) {
  const { t } = useWords();
  const name = t("wire.openKnown");
  return (
    <span className="meta">
      {wasKnown ? (
        <span className="due">{t("wire.known")}</span>
      ) : (
        <span className="badge accepted">{t("wire.made")}</span>
      )}
      <Link to="/articles/$id" params={{ id }} search={{}} aria-label={`${name}: ${headline}`}>
        {name}
      </Link>
    </span>
  );
}
