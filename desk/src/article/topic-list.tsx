import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import { Tag, TagGroup, TagList, Label, Button as AriaButton } from "react-aria-components";
import { useWords } from "../languages/words.tsx";
import { findTopics } from "../ui/topic-picker.tsx";
import { useCanEdit } from "./use-article-parts.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

/** What the article is filed under. New topics are made when the article is saved. */
export function TopicList() {
  const { t } = useWords();
  const open = useOpenArticle();
  const isReadOnly = !useCanEdit();
  const topics = useArticle(({ head }) => head.topics);
  const set = (next: readonly string[]): void => open.setField("topics", next);
  return (
    <div className="list-field" id="head-topics" tabIndex={-1}>
      <TagGroup
        onRemove={(keys) => !isReadOnly && set(topics.filter((name) => !keys.has(name)))}
        selectionMode="none"
        aria-label={t("nav.topics")}
      >
        <Label className="label">{t("nav.topics")}</Label>
        <TagList className="tags" items={topics.map((name) => ({ id: name, name }))}>
          {({ name }) => (
            <Tag textValue={name} className="tag">
              {name}
              {!isReadOnly && (
                <AriaButton slot="remove" className="tag-remove">
                  ×
                </AriaButton>
              )}
            </Tag>
          )}
        </TagList>
      </TagGroup>
      {!isReadOnly && <AddTopic topics={topics} onAdd={(name) => set([...topics, name])} />}
    </div>
  );
}

interface AddTopicProps {
  readonly topics: readonly string[];
  readonly onAdd: (name: string) => void;
}

function AddTopic({ topics, onAdd }: AddTopicProps) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const name = useDeferredValue(typed.trim());
  const { data: found = [] } = useQuery({
    queryKey: ["topics", "found", name],
    queryFn: ({ signal }) => findTopics(name, signal),
    enabled: name !== "",
    placeholderData: (before) => before,
  });
  const add = (): void => {
    const line = typed.trim().replaceAll(/\s+/gu, " ");
    if (line !== "" && !topics.some((each) => each.toLowerCase() === line.toLowerCase())) onAdd(line);
    setTyped("");
  };
  const press = (event: KeyboardEvent): void => {
    if ((event.key !== "Enter" && event.key !== ",") || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="field">
      <label htmlFor={id} className="hidden">
        {t("article.addTopic")}
      </label>
      <input
        id={id}
        list={`${id}-names`}
        dir="auto"
        placeholder={t("article.addTopic")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={press}
        onBlur={add}
      />
      <datalist id={`${id}-names`}>
        {found.map((topic) => (
          <option key={topic.id} value={topic.name}>
            {topic.name}
          </option>
        ))}
      </datalist>
    </div>
  );
}
