import type { ArticleDifferencesQuery } from "../api/generated/graphql.ts";
import type { Translate } from "../languages/catalogue.ts";
import { useWords } from "../languages/words.tsx";
import { ComparedText } from "./compared-text.tsx";
import { stepsOf } from "./use-go-to.ts";

export type TextChange = ArticleDifferencesQuery["articleChanges"][number];

/** The facts of quotes and the fields of the head as changes name them. */
const NAMED = new Set([
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "language",
  "section",
  "topics",
  "authors",
  "leadImage",
  "slug",
]);
const FACTS = new Set(["speaker", "speakerRole", "saidOn", "occasion", "source", "kind"]);

/** A place in words, such as “Paragraph 3, quote 1, speaker”. */
function placeOf(path: string, t: Translate): string {
  const [first = "", ...rest] = stepsOf(path);
  if (first !== "body") return NAMED.has(first) ? t(`article.changed.${first}` as "article.changed.headline") : path;
  const [place = "0", field = "", quote = "0", fact = ""] = rest;
  const element = t("article.elementNumber", { number: Number(place) + 1 });
  if (field !== "quotes") return element;
  const ofQuote = t("article.quoteNumber", { number: Number(quote) + 1 });
  return FACTS.has(fact)
    ? `${element}, ${ofQuote}, ${t(`article.changed.${fact}` as "article.changed.speaker")}`
    : `${element}, ${ofQuote}`;
}

/** Whether a value is text that is compared word by word; the others are shown as they are. */
function isProse(path: string): boolean {
  return /(?:headline|standfirst|byline|text|caption|alt|html)$/u.test(path);
}

/** The differences between two texts, word by word; facts of quotes are sentences. */
export function ChangeList({
  changes,
  language,
}: {
  readonly changes: readonly TextChange[];
  readonly language: string;
}) {
  const { t } = useWords();
  if (changes.length === 0) return <p className="quiet">{t("article.noChanges")}</p>;
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.path}`}>
          <h3>{placeOf(change.path, t)}</h3>
          <ChangedValue change={change} language={language} />
        </li>
      ))}
    </ol>
  );
}

function ChangedValue({ change, language }: { readonly change: TextChange; readonly language: string }) {
  const { t } = useWords();
  const { path, before, after } = change;
  if (isProse(path)) return <ComparedText before={before ?? ""} after={after ?? ""} language={language} />;
  const values = { before: before ?? "", after: after ?? "" };
  return (
    <p dir="auto">
      {before === null || before === undefined
        ? t("article.wasAdded", { after: values.after })
        : after === null || after === undefined
          ? t("article.wasRemoved", { before: values.before })
          : t("article.wasChanged", values)}
    </p>
  );
}
