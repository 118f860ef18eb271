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

/** Obstacles with a way to the place of each: what blocks, and then what should be looked at. */
export function ObstacleList({ obstacles, onGo }: ObstacleListProps) {
  const { t } = useWords();
  if (obstacles.length === 0) return <p className="quiet">{t("article.noObstacles")}</p>;
  const blocking = obstacles.filter(({ isBlocking }) => isBlocking);
  const others = obstacles.filter(({ isBlocking }) => !isBlocking);
  return (
    <>
      <Places title={t("article.blocking")} look="bad" obstacles={blocking} onGo={onGo} />
      <Places title={t("article.obstacles", { count: others.length })} look="warn" obstacles={others} onGo={onGo} />
    </>
  );
}

function Places({
  title,
  look,
  obstacles,
  onGo,
}: ObstacleListProps & { readonly title: string; readonly look: string }) {
  if (obstacles.length === 0) return null;
  return (
    <section className={`notice ${look}`} aria-label={title}>
      <h3>{title}</h3>
      <ul className="places">
        {obstacles.map((obstacle) => (
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
  const { rule, path, elementId, quoteId } = obstacle;
  const quote = quotes.find(({ placed }) => placed.id === quoteId || goTo.isSame(placed.id, quoteId));
  const go = (): void => {
    if (quote) goTo.quote(quote.placed.id);
    else if (typeof elementId === "string" && path.startsWith("body")) goTo.element(elementId);
    else goTo.path(stepsOf(path));
  };
  return (
    <li>
      {t(`article.rule.${rule}`)}
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
