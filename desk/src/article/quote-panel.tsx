import { memo, type ReactNode, useCallback } from "react";
import { quoteAtCaret, selectQuote } from "../editor/quote-commands.ts";
import { useWords } from "../languages/words.tsx";
import { VerdictBadge } from "../ui/badges.tsx";
import { QuoteForm } from "./quote-form.tsx";
import type { ListedQuote } from "./listed-quotes.tsx";
import { useDesk } from "./use-desk.ts";
import { useArticle } from "./use-open-article.ts";

/** Every quote in reading order: whose words, and what the check against the source found. The one at the caret is open. */
export function QuotePanel({ quotes }: { readonly quotes: readonly ListedQuote[] }) {
  const { t } = useWords();
  const { run, focusBody } = useDesk();
  const current = useArticle(({ editor }) => quoteAtCaret(editor));
  const made = useArticle((view) => view.madeQuote);
  const language = useArticle(({ head }) => head.language);
  const select = useCallback(
    (id: string) => {
      run(selectQuote(id));
      focusBody();
    },
    [run, focusBody],
  );
  if (quotes.length === 0) return <p className="empty">{t("article.noQuotes")}</p>;
  return (
    <ol className="quotes" aria-label={t("article.quotes", { count: quotes.length })}>
      {quotes.map((quote) => (
        <QuoteItem
          key={quote.placed.id}
          id={quote.placed.id}
          words={quote.placed.words}
          speaker={quote.speaker?.name ?? quote.facts.speakerRole}
          verdict={quote.check.verdict}
          language={language}
          isCurrent={quote.placed.id === current}
          onSelect={select}
        >
          {quote.placed.id === current ? <QuoteForm quote={quote} isMade={quote.placed.id === made} /> : null}
        </QuoteItem>
      ))}
    </ol>
  );
}

interface QuoteItemProps {
  readonly id: string;
  readonly words: string;
  readonly speaker: string | null;
  readonly verdict: ListedQuote["check"]["verdict"];
  readonly language: string;
  readonly isCurrent: boolean;
  readonly onSelect: (id: string) => void;
  readonly children: ReactNode;
}

/** One quote of the list. It is rendered again when something of it changes. */
const QuoteItem = memo(function QuoteItem(props: QuoteItemProps) {
  const { t } = useWords();
  const { id, words, speaker, verdict, language, isCurrent, onSelect, children } = props;
  return (
    <li className="quote" data-quote={id} data-verdict={verdict} aria-current={isCurrent ? "true" : undefined}>
      <button type="button" className="words" onClick={() => onSelect(id)}>
        <span className="hidden">{t("article.goToQuote")} </span>
        <q lang={language} dir="auto">
          {words}
        </q>
      </button>
      <p className="quote-line">
        <VerdictBadge verdict={verdict} />
        {!isCurrent && (
          <span className="by" dir="auto">
            {speaker ?? t("article.nobody")}
          </span>
        )}
      </p>
      {children}
    </li>
  );
});
