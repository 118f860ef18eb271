import { useEffect } from "react";
import type { KindOfQuote } from "../editor/body.ts";
import { unmarkQuote } from "../editor/quote-commands.ts";
import { useWords } from "../languages/words.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { PersonPicker } from "../ui/person-picker.tsx";
import { SourceChoice } from "./source-choice.tsx";
import type { ListedQuote } from "./listed-quotes.tsx";
import { useCanEdit } from "./use-article-parts.ts";
import { useDesk } from "./use-desk.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";

const KINDS: readonly KindOfQuote[] = ["DIRECT", "PARTIAL", "INDIRECT", "TRANSLATED"];

/** What is known of one quote, to be stated; and what the check found, with the words that differ. */
export function QuoteForm({ quote, isMade }: { readonly quote: ListedQuote; readonly isMade: boolean }) {
  const { t } = useWords();
  const open = useOpenArticle();
  const { focusBody } = useDesk();
  const isReadOnly = !useCanEdit();
  const { placed, facts, speaker } = quote;
  // Asked for once: the caret can come back to the quote without losing the focus.
  useEffect(() => () => open.quoteAsked(), [open]);
  const set = (changed: Parameters<typeof open.setFacts>[1]): void => open.setFacts(placed.id, changed);
  return (
    <div className="quote-form">
      <Differences check={quote.check} />
      <PersonPicker
        label={t("article.speaker")}
        value={speaker}
        placeholder={t("article.nobody")}
        canCreate
        isAsked={isMade}
        isReadOnly={isReadOnly}
        onDone={focusBody}
        onChange={(person) => {
          if (person) open.know({ person });
          set({ speakerId: person?.id ?? null, speakerRole: person ? (person.role ?? null) : facts.speakerRole });
        }}
      />
      <Field
        label={t("article.speakerRole")}
        isReadOnly={isReadOnly}
        value={facts.speakerRole ?? ""}
        onChange={(text) => set({ speakerRole: text === "" ? null : text })}
      />
      <div className="two">
        <Field
          label={t("article.saidOn")}
          type="date"
          isReadOnly={isReadOnly}
          value={facts.saidOn ?? ""}
          onChange={(day) => set({ saidOn: day === "" ? null : day })}
        />
        <Choice
          label={t("article.kind")}
          value={facts.kind}
          options={KINDS.map((value) => ({ value, name: t(`kind.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
      </div>
      <Field
        label={t("article.occasion")}
        isReadOnly={isReadOnly}
        value={facts.occasion ?? ""}
        onChange={(text) => set({ occasion: text === "" ? null : text })}
      />
      <SourceChoice quote={quote} onChange={(sourceId) => set({ sourceId })} />
      <UnmarkButton id={placed.id} isDisabled={isReadOnly} />
    </div>
  );
}

function UnmarkButton({ id, isDisabled }: { readonly id: string; readonly isDisabled: boolean }) {
  const { t } = useWords();
  const { run, focusBody } = useDesk();
  const unmark = (): void => {
    run(unmarkQuote(id));
    focusBody();
  };
  return (
    <div className="buttons">
      <Button look="bare" isDisabled={isDisabled} onPress={unmark}>
        {t("article.unmarkQuote")}
      </Button>
    </div>
  );
}

/** The words in which a quote and its source differ. */
function Differences({ check }: { readonly check: ListedQuote["check"] }) {
  const { t } = useWords();
  const language = useArticle(({ head }) => head.language);
  if (check.differences.length === 0) return null;
  return (
    <ul className="differences" aria-label={t("article.differences")}>
      {check.differences.map(({ original, quoted }, at) => (
        // A difference has no identity but its place.
        <li key={at} lang={language} dir="auto">
          {original !== null && <del>{original}</del>} {quoted !== null && <ins>{quoted}</ins>}
        </li>
      ))}
    </ul>
  );
}
