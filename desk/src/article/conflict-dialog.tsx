import { useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import type { Part } from "../editor/parts.ts";
import type { Side } from "../editor/word-merge.ts";
import type { Translate } from "../languages/catalogue.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ComparedText } from "./compared-text.tsx";
import { clashKeys, type Conflict, type ConflictChoices, factKey, headKey } from "./conflict.ts";
import type { HeadName } from "./head-values.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

/** Two versions of one thing, of which one is chosen. */
interface Pair {
  readonly key: string;
  readonly name: string;
  readonly base: string;
  readonly mine: string | null;
  readonly theirs: string | null;
  /** What is on the words of one version only: its style, quotes, links and emphasis. */
  readonly only?: Readonly<Record<Side, readonly string[]>>;
}

/** Asks which version is kept of all that both changed. Until it is answered both texts are kept as they are. */
export function ConflictDialog() {
  const saving = useArticle((view) => view.saving);
  return saving.kind === "conflict" ? <Choosing conflict={saving.conflict} /> : null;
}

function Choosing({ conflict }: { readonly conflict: Conflict }) {
  const { t, format } = useWords();
  const open = useOpenArticle();
  const [choices, setChoices] = useState<ConflictChoices>(new Map());
  const pairs = usePairs(conflict);
  const name = conflict.by ?? t("article.somebody");
  const isSettled = clashKeys(conflict).every((key) => choices.has(key));
  const choose = (key: string, side: Side): void => setChoices((before) => new Map(before).set(key, side));
  return (
    <Dialog title={t("article.conflict")} isAlert size="wide">
      <p>
        {conflict.at === null
          ? t("article.conflictText", { name })
          : t("article.conflictTextAt", { name, moment: format.moment(conflict.at) })}
      </p>
      {pairs.map((pair) => (
        <ChosenSide key={pair.key} pair={pair} theirName={name} onChoose={(side) => choose(pair.key, side)} />
      ))}
      <div className="buttons">
        <Button onPress={() => open.postpone()}>{t("article.conflictLater")}</Button>
        <Button look="primary" isDisabled={!isSettled} onPress={() => void open.settle(choices)}>
          {t("article.conflictSave")}
        </Button>
      </div>
    </Dialog>
  );
}

interface ChosenSideProps {
  readonly pair: Pair;
  readonly theirName: string;
  readonly onChoose: (side: Side) => void;
}

function ChosenSide({ pair: { name, base, mine, theirs, only }, theirName, onChoose }: ChosenSideProps) {
  const { t } = useWords();
  return (
    <RadioGroup className="clash" onChange={(side) => onChoose(side === "theirs" ? "theirs" : "mine")}>
      <Label>{name}</Label>
      <div className="sides">
        <Radio value="mine" className="side-text">
          <strong>{t("article.mine")}</strong>
          <SideText base={base} text={mine} only={only?.mine} />
        </Radio>
        <Radio value="theirs" className="side-text">
          <strong>{theirName}</strong>
          <SideText base={base} text={theirs} only={only?.theirs} />
        </Radio>
      </div>
    </RadioGroup>
  );
}

interface SideTextProps {
  readonly base: string;
  readonly text: string | null;
  readonly only: readonly string[] | undefined;
}

function SideText({ base, text, only = [] }: SideTextProps) {
  const { t } = useWords();
  const language = useArticle(({ head }) => head.language);
  if (text === null) return <em>{t("article.removedHere")}</em>;
  return (
    <>
      <ComparedText before={base} after={text} language={language} />
      {only.map((line) => (
        <bdi key={line} className="quiet">
          {line}
        </bdi>
      ))}
    </>
  );
}

const MARKS = { LINK: "article.link", STRONG: "article.strong", EMPHASIS: "article.emphasis" } as const;

/** The style of a paragraph and what is on its words, in words. */
function linesOf(part: Part | null, t: Translate): readonly string[] {
  if (part?.kind !== "paragraph") return [];
  const wordsAt = ({ start, end }: { readonly start: number; readonly end: number }) => part.text.slice(start, end);
  return [
    t(`article.style.${part.style}`),
    ...part.quotes.map((quote) => `${t("article.quote")}: ${wordsAt(quote)}`),
    ...part.marks.map((mark) => {
      const address = mark.href ? ` (${mark.href})` : "";
      return `${t(MARKS[mark.kind])}: ${wordsAt(mark)}${address}`;
    }),
  ];
}

/** What is on the words of one version and not on those of the other. */
function onlyOnOne(mine: Part | null, theirs: Part | null, t: Translate): Readonly<Record<Side, readonly string[]>> {
  const [own, other] = [linesOf(mine, t), linesOf(theirs, t)];
  return {
    mine: own.filter((line) => !other.includes(line)),
    theirs: other.filter((line) => !own.includes(line)),
  };
}

function wordsOf(part: Part | null): string | null {
  if (!part) return null;
  if (part.kind === "paragraph") return part.text;
  return part.kind === "figure" ? [part.caption, part.alt].filter(Boolean).join("\n") : part.id;
}

/** The first words of a text, cut off only where there are more. */
function beginningOf(text: string): string {
  return text.length > 60 ? `${text.slice(0, 50)}…` : text;
}

/** A value of the form in words. */
function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOfValue).join(", ");
  if (typeof value !== "object") return JSON.stringify(value);
  if ("person" in value) return textOfValue(value.person);
  if ("name" in value) return String(value.name);
  if ("alt" in value && "caption" in value) return [value.caption, value.alt].filter(Boolean).join("\n");
  return Object.values(value).filter(Boolean).map(textOfValue).join(" ");
}

/** Everything to choose, in the order of the page. */
function usePairs({ headClashes, body, factClashes }: Conflict): readonly Pair[] {
  const { t } = useWords();
  const sections = useArticle(({ references }) => references);
  const nameOf = (name: HeadName): string => t(`article.field.${name}`);
  const factText = (value: unknown): string => {
    const id = typeof value === "string" ? value : "";
    return sections.persons.get(id)?.name ?? sections.posts.get(id)?.postText ?? textOfValue(value);
  };
  return [
    ...headClashes.map(({ name, base, mine, theirs }) => ({
      key: headKey(name),
      name: nameOf(name),
      base: textOfValue(base),
      mine: textOfValue(mine),
      theirs: textOfValue(theirs),
    })),
    ...body.clashes.map(({ id, base, mine, theirs }) => ({
      key: id,
      name: t("article.paragraphNamed", { words: beginningOf(wordsOf(base ?? mine ?? theirs) ?? "") }),
      base: wordsOf(base) ?? "",
      mine: wordsOf(mine),
      theirs: wordsOf(theirs),
      only: onlyOnOne(mine, theirs, t),
    })),
    ...factClashes.map((clash) => ({
      key: factKey(clash),
      name: t(`article.fact.${clash.name}`),
      base: factText(clash.base),
      mine: factText(clash.mine),
      theirs: factText(clash.theirs),
    })),
  ];
}
