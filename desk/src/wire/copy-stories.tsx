import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../languages/words.tsx";
import { Button, Toggle } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { isAccepted, useMakeDrafts } from "./make-drafts.ts";
import { type StoryItem, useStories } from "./read-stories.ts";
import { StoryList } from "./story-list.tsx";
import { ReviewedStory } from "./story-review.tsx";
import type { OpenWireWork } from "./use-wire-work.ts";
import { reviewOf, withReview } from "./wire-work.ts";

/** The stories of the copy that was read: the review of the only one, or the list of several and the review of each. */
export function CopyStories({ open }: { readonly open: OpenWireWork }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { copies, importFormat, shown } = open.work;
  const { items, isPending, errors, warnings } = useStories(copies, importFormat);
  const { make, progress } = useMakeDrafts(open);
  if (isPending) return <p role="status">{t("wire.reading")}</p>;
  const only = items.length === 1 && errors.length === 0 ? items[0] : undefined;
  const item = only ?? items.find(({ key }) => key === shown);
  const makeAll = async (chosen: readonly StoryItem[]): Promise<void> => {
    const made = await make.mutateAsync(chosen);
    const isAllMade =
      !made.includes(null) && !items.some((each) => isAccepted(open.work, each) && !chosen.includes(each));
    if (isAllMade) open.finish();
    const [article] = made;
    if (only && article) return navigate({ to: "/articles/$id", params: { id: article.id }, search: {} });
    if (item && article) open.change((work) => ({ ...work, shown: nextOf(items, item)?.key ?? null }));
  };
  const onMake = (chosen: readonly StoryItem[]): void => void makeAll(chosen).catch(() => undefined);
  return (
    <>
      {errors.map(({ copy, error }) => (
        <Fault key={copy.id} error={copy.name === null ? error : new Error(`${copy.name}: ${error.message}`)} />
      ))}
      {make.error && <Fault error={make.error} />}
      {item && !only && <Stepping items={items} item={item} open={open} />}
      {item && (
        <ReviewedStory key={item.key} item={item} open={open} isMaking={make.isPending} onMake={() => onMake([item])} />
      )}
      {!item && items.length > 0 && <StoryList items={items} open={open} progress={progress} onMake={onMake} />}
      {!item && warnings.length > 0 && <p className="quiet">{warnings.join(" ")}</p>}
    </>
  );
}

/** The story after one. */
function nextOf(items: readonly StoryItem[], item: StoryItem): StoryItem | undefined {
  return items[items.indexOf(item) + 1];
}

interface SteppingProps {
  readonly items: readonly StoryItem[];
  readonly item: StoryItem;
  readonly open: OpenWireWork;
}

/** Where a story is among the others, and the ways to them. */
function Stepping({ items, item, open: { work, change } }: SteppingProps) {
  const { t } = useWords();
  const at = items.indexOf(item);
  const name = item.copy.name ?? t("wire.pasted");
  const show = (key: string | null): void => change((before) => ({ ...before, shown: key }));
  const step = (label: string, to: StoryItem | undefined) => (
    <Button isDisabled={!to} onPress={() => to && show(to.key)}>
      {label}
    </Button>
  );
  return (
    <nav className="stepping" aria-label={t("wire.stories", { count: items.length })}>
      <p className="quiet">{t("wire.storyOf", { number: at + 1, total: items.length, name })}</p>
      <div className="buttons">
        <Button autoFocus onPress={() => show(null)}>
          {t("wire.allStories")}
        </Button>
        {step(t("wire.previous"), items[at - 1])}
        {step(t("wire.next"), items[at + 1])}
        {!item.isKnown && !reviewOf(work, item.key).made && (
          <Toggle
            name={t("wire.leaveOut")}
            isOn={reviewOf(work, item.key).isLeftOut}
            onChange={(isLeftOut) => change((before) => withReview(before, item.key, { isLeftOut }))}
          />
        )}
      </div>
    </nav>
  );
}
