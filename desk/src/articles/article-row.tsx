import { GridListItem } from "react-aria-components";
import type { ListedArticleFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Button } from "../ui/button.tsx";

interface ArticleRowProps {
  readonly article: ListedArticleFragment;
  readonly isTrash: boolean;
  readonly onRestore: (article: ListedArticleFragment) => void;
}

function Moments({ article: { publishAt, embargoedUntil } }: { readonly article: ListedArticleFragment }) {
  const { t, format, zonedMoment } = useWords();
  return (
    <>
      {publishAt && <span className="due">{t("articles.publishAt", { moment: zonedMoment(publishAt) })}</span>}
      {embargoedUntil && (
        <span className="due">{t("articles.embargo", { moment: format.momentZoned(embargoedUntil) })}</span>
      )}
    </>
  );
}

/** An article in the list. */
export function ArticleRow({ article, isTrash, onRestore }: ArticleRowProps) {
  const { t, format } = useWords();
  const { id, headline, language, direction, state, section, byline, updatedAt, wordCount } = article;
  const hasChanges = article.hasUnpublishedChanges === true && state === "PUBLISHED";
  const canRestore = isTrash && article.allowedActs.includes("RESTORE");
  const title = headline === "" ? t("articles.untitled") : headline;
  return (
    <GridListItem id={id} textValue={title} className="row" {...(!isTrash && { href: `/articles/${id}` })}>
      <div className="row-main">
        <span className="headline" lang={language} dir={direction.toLowerCase()}>
          {title}
        </span>
        <span className="meta">
          {byline && <bdi>{byline}</bdi>}
          <span>{t("articles.words", { count: wordCount })}</span>
          <Moments article={article} />
          {hasChanges && <span className="due">{t("articles.changed")}</span>}
        </span>
      </div>
      <span className="row-state">
        <StateBadge state={state} />
      </span>
      <span className="row-section">{section?.name}</span>
      <span className="row-time" title={format.momentZoned(article.lastEdit?.at ?? updatedAt)}>
        {article.lastEdit && <bdi>{article.lastEdit.by}</bdi>}
        <time dateTime={article.lastEdit?.at ?? updatedAt}>{format.ago(article.lastEdit?.at ?? updatedAt)}</time>
      </span>
      {canRestore && <Button onPress={() => onRestore(article)}>{t("articles.restore")}</Button>}
    </GridListItem>
  );
}
