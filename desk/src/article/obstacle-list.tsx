import { useQuery } from "@tanstack/react-query";
import { type ObstacleToShowFragment, ObstaclesOfDocument } from "../api/generated/graphql.ts";
import { request } from "../api/request.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { useListedQuotes } from "./listed-quotes.tsx";
import { stepsOf, useGoTo } from "./use-go-to.ts";
import { useArticle } from "./use-open-article.ts";

/** What is in the way of publishing the saved text at a moment, and what an attempt to publish it reported. */
export function useObstacles(at: string | null, reported: readonly ObstacleToShowFragment[]) {
  const { id, version } = useArticle(({ saved }) => saved);
  const { data } = useQuery({
    queryKey: ["article", id, "obstacles", version, at],
    queryFn: ({ signal }) => request(ObstaclesOfDocument, { id, at }, { signal }),
    placeholderData: (before) => before,
  });
  const found = data?.article?.publishingObstacles ?? [];
  const known = new Set(found.map(({ rule, path }) => `${rule} ${path}`));
  return [...found, ...reported.filter(({ rule, path }) => !known.has(`${rule} ${path}`))];
}

interface ObstacleListProps {
  readonly obstacles: readonly ObstacleToShowFragment[];
  /** Called before it goes to a place. */
  readonly onGo: () => void;
}

/** Obstacles with a way to the place of each; what blocks comes first. */
export function ObstacleList({ obstacles, onGo }: ObstacleListProps) {
  const { t } = useWords();
  if (obstacles.length === 0) return <p className="quiet">{t("article.noObstacles")}</p>;
  const isBlocked = obstacles.some(({ isBlocking }) => isBlocking);
  const ordered = obstacles.toSorted((one, other) => Number(other.isBlocking) - Number(one.isBlocking));
  return (
    <section
      className={isBlocked ? "notice bad" : "notice warn"}
      aria-label={t("article.obstacles", { count: obstacles.length })}
    >
      <h3>{t("article.obstacles", { count: obstacles.length })}</h3>
      <ul className="places">
        {ordered.map((obstacle) => (
          <ObstacleItem key={`${obstacle.rule} ${obstacle.path}`} obstacle={obstacle} onGo={onGo} />
        ))}
      </ul>
    </section>
  );
}

interface ObstacleItemProps {
  readonly obstacle: ObstacleToShowFragment;
  readonly onGo: () => void;
}

function ObstacleItem({ obstacle, onGo }: ObstacleItemProps) {
  const { t } = useWords();
  const goTo = useGoTo();
  const quotes = useListedQuotes();
  const { rule, path, elementId, quoteId, isBlocking } = obstacle;
  const quote = quotes.find(({ placed }) => placed.id === quoteId || goTo.isSame(placed.id, quoteId));
  const go = (): void => {
    if (quote) goTo.quote(quote.placed.id);
    else if (typeof elementId === "string" && path.startsWith("body")) goTo.element(elementId);
    else goTo.path(stepsOf(path));
  };
  return (
    <li>
      {isBlocking ? <strong>{t(`article.rule.${rule}`)}</strong> : t(`article.rule.${rule}`)}
      {quote && " "}
      {quote && <q dir="auto">{quote.placed.words}</q>}{" "}
      <Button
        look="bare"
        onPress={() => {
          onGo();
          // The dialog returns the focus first.
          requestAnimationFrame(() => requestAnimationFrame(go));
        }}
      >
        {t("article.goThere")}
      </Button>
    </li>
  );
}
