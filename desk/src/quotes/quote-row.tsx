import { Link } from "@tanstack/react-router";
import { GridListItem } from "react-aria-components";
import type { FoundQuoteFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { VerdictBadge } from "../ui/badges.tsx";

type Difference = FoundQuoteFragment["check"]["differences"][number];

function DifferenceText({ difference: { kind, quoted, original } }: { readonly difference: Difference }) {
  const { t } = useWords();
  if (kind === "ADDED") return <li>{t("quotes.added", { words: quoted ?? "" })}</li>;
  if (kind === "REMOVED") return <li>{t("quotes.removed", { words: original ?? "" })}</li>;
  return (
    <li>
      <bdi>{quoted}</bdi> – {t("quotes.original", { words: original ?? "" })}
    </li>
  );
}

function SameWords({ quotes }: { readonly quotes: FoundQuoteFragment["sameWords"]["nodes"] }) {
  const { t } = useWords();
  if (quotes.length === 0) return null;
  return (
    <p className="meta">
      <span>{t("quotes.also")}</span>
      {quotes.map(({ id, article }) => (
        <Link key={id} to="/articles/$id" params={{ id: article.id }} search={{ quote: id }} lang={article.language}>
          {article.headline}
        </Link>
      ))}
    </p>
  );
}

/** A quote that was found; Enter leads to its paragraph. */
export function QuoteRow({ quote }: { readonly quote: FoundQuoteFragment }) {
  const { t, format } = useWords();
  const { id, text, speaker, speakerRole, saidOn, occasion, check, article } = quote;
  const facts = [speakerRole, saidOn && format.day(saidOn), occasion].filter((fact) => fact !== null && fact !== "");
  const address = `/articles/${encodeURIComponent(article.id)}?quote=${encodeURIComponent(id)}`;
  return (
    <GridListItem id={id} textValue={text} href={address} className="row quote-row">
      <div className="row-main">
        <q className="words" lang={article.language} dir={article.direction.toLowerCase()}>
          {text}
        </q>
        <p className="meta">
          {speaker ? <strong>{speaker.name}</strong> : <span className="due">{t("quotes.noSpeaker")}</span>}
          {facts.map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
        </p>
        <p className="meta">
          <bdi lang={article.language}>{article.headline}</bdi>
          <span>{t(`state.${article.state}`)}</span>
        </p>
        {check.differences.length > 0 && (
          <ul className="differences">
            {check.differences.map((difference) => (
              <DifferenceText
                key={`${difference.kind} ${difference.quoted} ${difference.original}`}
                difference={difference}
              />
            ))}
          </ul>
        )}
        <SameWords quotes={quote.sameWords.nodes} />
      </div>
      <span className="row-verdict">
        <VerdictBadge verdict={check.verdict} />
      </span>
    </GridListItem>
  );
}
