import { selectElement } from "../editor/text-commands.ts";
import { selectQuote } from "../editor/quote-commands.ts";
import { figureType, idOf } from "../editor/schema.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { isToCome } from "./moments.ts";
import type { Obstacle } from "./run-act.ts";
import { useListedQuotes } from "./listed-quotes.tsx";
import { useDesk } from "./use-desk.ts";
import { stepsOf, useGoTo } from "./use-go-to.ts";
import { useArticle } from "./use-open-article.ts";

/** Something to look at before an article is published. */
export interface FoundObstacle {
  readonly key: string;
  readonly message: string;
  /** Whether a rule of the server keeps the article from being published. */
  readonly isRule: boolean;
  readonly go: (() => void) | null;
}

/** Everything to look at before the article is published: rules that the server reports, quotes, pictures and the embargo. */
export function useObstacles(reported: readonly Obstacle[]): readonly FoundObstacle[] {
  const goTo = useGoTo();
  const rules = reported.map(({ message, path }) => {
    const steps = stepsOf(path);
    const go = goTo.canGo(steps) ? () => goTo.path(steps) : null;
    return { key: `rule ${path} ${message}`, message, isRule: true, go };
  });
  const pictures = usePictureObstacles();
  return [...useEmbargo(), ...rules, ...useQuoteObstacles(), ...(reported.length > 0 ? [] : pictures)];
}

function useEmbargo(): readonly FoundObstacle[] {
  const { t, format } = useWords();
  const goTo = useGoTo();
  const embargoedUntil = useArticle(({ saved }) => saved.embargoedUntil);
  if (!embargoedUntil || !isToCome(embargoedUntil)) return [];
  const message = t("articles.embargo", { moment: format.momentZoned(embargoedUntil) });
  return [{ key: "embargo", message, isRule: false, go: () => goTo.path(["embargoedUntil"]) }];
}

const SOUND = new Set(["EXACT", "MARKED_EDIT", "NOT_COMPARABLE"]);

function useQuoteObstacles(): readonly FoundObstacle[] {
  const { t } = useWords();
  const { run, showPanel, focusBody } = useDesk();
  const quotes = useListedQuotes();
  const doubtful = quotes.filter(({ check }) => !SOUND.has(check.verdict));
  return doubtful.map(({ placed, check }) => ({
    key: placed.id,
    message: t("article.quoteObstacle", { verdict: t(`verdict.${check.verdict}`), words: placed.words }),
    isRule: false,
    go: () => {
      showPanel("quotes");
      run(selectQuote(placed.id));
      focusBody();
    },
  }));
}

function usePictureObstacles(): readonly FoundObstacle[] {
  const { t } = useWords();
  const goTo = useGoTo();
  const { run, focusBody } = useDesk();
  const doc = useArticle(({ editor }) => editor.doc);
  const lead = useArticle(({ head }) => head.leadImage);
  const images = useArticle(({ references }) => references.images);
  const figures = doc.children.filter(({ type }) => type === figureType);
  const inBody = figures.flatMap((figure) => {
    const image = images.get(String(figure.attrs["imageId"]));
    const lacks = [
      figure.attrs["alt"] ? [] : t("article.lacksAlt"),
      image?.credit ? [] : t("article.lacksCredit"),
    ].flat();
    const go = (): void => {
      run(selectElement(idOf(figure)));
      focusBody();
    };
    return lacks.map((message) => ({ key: `${idOf(figure)} ${message}`, message, isRule: false, go }));
  });
  const ofLead = lead
    ? [lead.alt.trim() === "" ? t("article.lacksAlt") : [], lead.image.credit ? [] : t("article.lacksCredit")].flat()
    : [];
  const go = (): void => goTo.path(["leadImage"]);
  return [...ofLead.map((message) => ({ key: `lead ${message}`, message, isRule: false, go })), ...inBody];
}

interface ObstacleListProps {
  readonly obstacles: readonly FoundObstacle[];
  /** Called before it goes to a place. */
  readonly onGo: () => void;
}

/** Obstacles with a way to the place of each. */
export function ObstacleList({ obstacles, onGo }: ObstacleListProps) {
  const { t } = useWords();
  if (obstacles.length === 0) return <p className="quiet">{t("article.noObstacles")}</p>;
  return (
    <section className="notice warn" aria-label={t("article.obstacles", { count: obstacles.length })}>
      <h3>{t("article.obstacles", { count: obstacles.length })}</h3>
      <ul className="places">
        {obstacles.map(({ key, message, go }) => (
          <li key={key}>
            <span dir="auto">{message}</span>
            {go && (
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
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
