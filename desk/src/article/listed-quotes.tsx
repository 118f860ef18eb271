import { createContext, type ReactNode, use, useDeferredValue, useMemo } from "react";
import type { PersonToNameFragment, PostToShowFragment } from "../api/generated/graphql.ts";
import { documentOf } from "../editor/document.ts";
import { NO_FACTS, type QuoteFacts } from "../editor/facts.ts";
import { canonicalId } from "../editor/ids.ts";
import { LiveCheck } from "../editor/live-check.ts";
import { type PlacedQuote, placedQuotes } from "../editor/quote-commands.ts";
import { useArticle } from "./use-open-article.ts";

/** What the check of a quote found. */
export type QuoteCheck = ReturnType<LiveCheck["check"]>;

/** A quote of the text with what is known of it and what the check found. */
export interface ListedQuote {
  readonly placed: PlacedQuote;
  readonly facts: QuoteFacts;
  readonly speaker: PersonToNameFragment | null;
  readonly source: PostToShowFragment | null;
  readonly check: QuoteCheck;
}

/** All quotes of the text in reading order, checked with the words that they have now. */
function useCheckedQuotes(): readonly ListedQuote[] {
  const editor = useArticle((view) => view.editor);
  // The text is on the page before its quotes are checked for the first time.
  const doc = useDeferredValue(editor.doc, EMPTY_BODY);
  const facts = useArticle((view) => view.facts);
  const aliases = useArticle((view) => view.aliases);
  const references = useArticle((view) => view.references);
  const check = useMemo(() => new LiveCheck(), []);
  return useMemo(
    () =>
      placedQuotes({ doc }).map((placed) => {
        const own = facts.get(canonicalId(placed.id, aliases)) ?? NO_FACTS;
        const source = (own.sourceId && references.posts.get(own.sourceId)) || null;
        return {
          placed,
          facts: own,
          speaker: (own.speakerId && references.persons.get(own.speakerId)) || null,
          source,
          check: check.check(own.kind, placed.words, source?.postText ?? null),
        };
      }),
    [doc, facts, aliases, references, check],
  );
}

/** A body before anything of it is checked. */
const EMPTY_BODY = documentOf([]);

const QuotesContext = createContext<readonly ListedQuote[]>([]);

/** Checks the quotes once for all that shows them. */
export function ListedQuotes({ children }: { readonly children: ReactNode }) {
  return <QuotesContext value={useCheckedQuotes()}>{children}</QuotesContext>;
}

/** All quotes of the text in reading order, checked with the words that they have now. */
export function useListedQuotes(): readonly ListedQuote[] {
  return use(QuotesContext);
}
