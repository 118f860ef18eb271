import { useState } from "react";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Fault } from "../ui/fault.tsx";
import { Field } from "../ui/field.tsx";
import { DecisionList } from "./decision-list.tsx";
import { decidedParts } from "./decisions.ts";
import { ReadBody } from "./read-body.tsx";
import { type ReadStory, type StoryItem, useReadStory } from "./read-stories.ts";
import { KnownStory, StoryFacts } from "./story-facts.tsx";
import { MadeStory } from "./story-list.tsx";
import type { OpenWireWork } from "./use-wire-work.ts";
import { reviewOf, withDecision, withReview } from "./wire-work.ts";

interface StoryReviewProps {
  readonly item: StoryItem;
  readonly open: OpenWireWork;
  readonly isMaking: boolean;
  readonly onMake: () => void;
}

/** Reads a story, and shows what was read for review. */
export function ReviewedStory(props: StoryReviewProps) {
  const { t } = useWords();
  const { item, open } = props;
  const { data, error, isPending } = useReadStory(item, open.work.importFormat);
  if (isPending) return <p role="status">{t("wire.reading")}</p>;
  if (error) return <Fault error={error} />;
  return <Reviewing {...props} story={data} />;
}

function Reviewing({ item, open, story, ...making }: StoryReviewProps & { readonly story: ReadStory }) {
  const { t } = useWords();
  const { key } = item;
  const { headline, decisions } = reviewOf(open.work, key);
  const [current, setCurrent] = useState<string | null>(null);
  const { preview, report } = story;
  return (
    <>
      {report.wasImportedBefore && <KnownStory article={story.knownArticle} />}
      <Field
        label={t("articles.headline")}
        value={headline ?? preview.headline ?? ""}
        onChange={(text) => open.change((work) => withReview(work, key, { headline: text }))}
      />
      <StoryFacts story={story} />
      <div className="columns review">
        <ReadBody preview={preview} decisions={decisions} current={current} />
        <section className="stack" aria-label={t("wire.decisions")}>
          <DecisionList
            parts={decidedParts(preview)}
            decisions={decisions}
            onDecide={(path, decision) => open.change((work) => withDecision(work, key, path, decision))}
            onCurrent={setCurrent}
          />
          <Making item={item} open={open} story={story} {...making} />
        </section>
      </div>
    </>
  );
}

function Making({ item, open, story, isMaking, onMake }: StoryReviewProps & { readonly story: ReadStory }) {
  const { t } = useWords();
  const { decisions, made, fault } = reviewOf(open.work, item.key);
  const total = decidedParts(story.preview).length;
  return (
    <>
      {fault !== null && <Fault error={new Error(fault)} />}
      {made && <MadeStory article={made} />}
      <div className="buttons">
        <span role="status" className="quiet">
          {total > 0 && t("wire.progress", { count: Object.keys(decisions).length, total })}
        </span>
        {!story.report.wasImportedBefore && !made && (
          <Button look="primary" isPending={isMaking} onPress={onMake}>
            {t("wire.makeDraft")}
          </Button>
        )}
      </div>
    </>
  );
}
