import { type KeyboardEvent, useId } from "react";
import { TextArea, TextField, Label } from "react-aria-components";
import type { HeadValues } from "./head-values.ts";
import { useWords } from "../languages/words.tsx";
import { useArticle, useOpenArticle } from "./use-open-article.ts";
import { useDesk } from "./use-desk.ts";
import { directionOf, useCanEdit } from "./use-article-parts.ts";

interface HeadTextProps {
  readonly name: "headline" | "standfirst" | "byline";
  readonly label: string;
  readonly onNext: () => void;
}

/** The names of the authors, which are printed where nobody wrote a byline. */
function namesOf({ authors, language }: HeadValues): string {
  const names = authors.map(({ person }) => person.name);
  return new Intl.ListFormat(language, { type: "conjunction" }).format(names);
}

/** A text of the head, in the language of the article. Enter leads on, for none of them has lines. */
function HeadText({ name, label, onNext }: HeadTextProps) {
  const open = useOpenArticle();
  const canEdit = useCanEdit();
  const value = useArticle(({ head }) => head[name]);
  const derived = useArticle(({ head }) => (name === "byline" ? namesOf(head) : ""));
  const language = useArticle(({ head }) => head.language);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onNext();
  };
  return (
    <TextField
      className={`head-text ${name}`}
      value={value}
      isReadOnly={!canEdit}
      onChange={(text) => open.setField(name, text.replaceAll("\n", " "))}
    >
      <Label>{label}</Label>
      <TextArea
        rows={1}
        id={`head-${name}`}
        lang={language}
        dir={directionOf(language)}
        placeholder={derived || label}
        onKeyDown={press}
      />
    </TextField>
  );
}

/** The printed dateline; its place and day are among the details. */
function DatelineText() {
  const { t } = useWords();
  const open = useOpenArticle();
  const canEdit = useCanEdit();
  const dateline = useArticle(({ head }) => head.dateline);
  const language = useArticle(({ head }) => head.language);
  const id = useId();
  return (
    <div className="head-text dateline">
      <label htmlFor={id}>{t("article.dateline")}</label>
      <input
        id={id}
        lang={language}
        dir={directionOf(language)}
        value={dateline.text}
        readOnly={!canEdit}
        placeholder={t("article.dateline")}
        onChange={({ target }) => open.setField("dateline", { ...dateline, text: target.value })}
      />
    </div>
  );
}

/** What is above the body, as readers see it. */
export function HeadFields() {
  const { t } = useWords();
  const { focusBody } = useDesk();
  const focus = (id: string) => () => document.getElementById(id)?.focus();
  return (
    <div className="head">
      <HeadText name="headline" label={t("articles.headline")} onNext={focus("head-standfirst")} />
      <HeadText name="standfirst" label={t("article.standfirst")} onNext={focus("head-byline")} />
      <div className="head-lines">
        <HeadText name="byline" label={t("article.byline")} onNext={focusBody} />
        <DatelineText />
      </div>
    </div>
  );
}
