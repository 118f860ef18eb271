import { Link } from "@tanstack/react-router";
import { useWords } from "../languages/words.tsx";
import { useReasons } from "./use-reasons.ts";
import type { ReadStory } from "./read-stories.ts";

/** That the story was imported before, and the way to its article. */
export function KnownStory({ article }: { readonly article: ReadStory["knownArticle"] }) {
  const { t } = useWords();
  return (
    <div className="notice warn" role="status">
      <p>{t("wire.known")}</p>
      {article && (
        <Link to="/articles/$id" params={{ id: article.id }} search={{}}>
          {t("wire.openKnown")}: <bdi lang={article.language}>{article.headline}</bdi>
        </Link>
      )}
    </div>
  );
}

/** What was read besides the body and the persons, such as topics. */
export function StoryFacts({ story: { preview, report } }: { readonly story: ReadStory }) {
  const { t, format } = useWords();
  const why = useReasons();
  const others = report.proposals.filter(
    ({ path }) => !/^(elements|persons|images|headline|standfirst|byline|dateline|language)/.test(path),
  );
  const facts = [preview.byline, preview.dateline?.text, format.language(preview.language), report.format].filter(
    (fact): fact is string => typeof fact === "string" && fact !== "",
  );
  return (
    <div className="facts">
      <p className="meta">
        {facts.map((fact) => (
          <bdi key={fact}>{fact}</bdi>
        ))}
      </p>
      {others.length > 0 && (
        <p className="meta">
          {others.map(({ path, value, reason, reasons, confidence }) => (
            <span key={`${path} ${value}`}>
              <bdi>{value}</bdi> ({t("wire.confidence", { percent: format.percent(confidence) })}:{" "}
              {reasons.length > 0 ? why(reasons) : reason})
            </span>
          ))}
        </p>
      )}
      {report.warnings.length > 0 && (
        <div className="notice warn">
          <h2>{t("wire.warnings")}</h2>
          <ul>
            {report.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
