import { useCallback, useEffect, useId, useMemo, useRef } from "react";
import type { ImageToShowFragment } from "../api/generated/graphql.ts";
import { BodyEditor } from "../editor/body-editor.tsx";
import { quoteAtCaret } from "../editor/quote-commands.ts";
import { isSameShown, type ShownVerdicts, showVerdicts } from "../editor/verdict-marks.ts";
import { useWords } from "../languages/words.tsx";
import { BodyToolbar } from "./body-toolbar.tsx";
import { elementViews } from "./element-views.ts";
import { LinkDialog } from "./link-dialog.tsx";
import { directionOf, useCanEdit } from "./use-article-parts.ts";
import { type ListedQuote, useListedQuotes } from "./listed-quotes.tsx";
import { useDesk } from "./use-desk.ts";
import { useArticle, useOpenArticle } from "./use-open-article.ts";
import { useBodyDialogs } from "./use-body-dialogs.ts";
import { usePictures } from "./use-pictures.tsx";
import { FigureDialog } from "./figure-dialog.tsx";
import { PictureLibrary } from "./picture-library.tsx";
import { EmbedPostDialog } from "./embed-post-dialog.tsx";
import { WordCount } from "./word-count.tsx";

/** What a screen reader reads of a quote. */
function useQuoteDescription(): (quote: ListedQuote) => string {
  const { t } = useWords();
  return useCallback(
    ({ speaker, facts, check }) =>
      t("article.quoteBy", {
        speaker: speaker?.name ?? facts.speakerRole ?? t("article.nobody"),
        verdict: t(`verdict.${check.verdict}`),
      }),
    [t],
  );
}

/** Shows verdicts on the quotes of the text. */
function useShownVerdicts(quotes: readonly ListedQuote[]): void {
  const { run } = useDesk();
  const describe = useQuoteDescription();
  const last = useRef<ShownVerdicts>(new Map());
  useEffect(() => {
    const shown: ShownVerdicts = new Map(
      quotes.map((quote) => [quote.placed.id, { verdict: quote.check.verdict, description: describe(quote) }]),
    );
    if (isSameShown(last.current, shown)) return;
    last.current = shown;
    run((state, dispatch) => {
      dispatch?.(showVerdicts(state, shown));
      return true;
    });
  }, [quotes, run, describe]);
}

/** The body with its toolbar. */
export function ArticleBody() {
  const { t } = useWords();
  const open = useOpenArticle();
  const { viewRef, showPanel } = useDesk();
  const canEdit = useCanEdit();
  const state = useArticle((view) => view.editor);
  const language = useArticle(({ head }) => head.language);
  const quotes = useListedQuotes();
  const describe = useQuoteDescription();
  const dialogs = useBodyDialogs();
  const pictures = usePictures();
  const help = useId();
  useShownVerdicts(quotes);
  const current = quoteAtCaret(state);
  const quote = quotes.find(({ placed }) => placed.id === current);
  const nodeViews = useMemo(() => elementViews(open, t, dialogs.openFigure), [open, t, dialogs.openFigure]);
  const made = (id: string): void => {
    open.quoteMade(id);
    showPanel("quotes");
  };
  const choose = (image: ImageToShowFragment): void => {
    pictures.insert(image);
    dialogs.close();
  };
  return (
    <>
      <BodyToolbar onQuoteMade={made} dialogs={dialogs} onPictures={pictures.upload} />
      <p id={help} className="hidden">
        {t("article.bodyHelp")}
      </p>
      {pictures.status}
      <BodyEditor
        state={state}
        onTransaction={(transaction) => {
          open.apply(transaction);
          return open.view().editor;
        }}
        language={language}
        direction={directionOf(language)}
        label={t("article.body")}
        describedBy={help}
        placeholder={t("article.bodyHelp")}
        isEditable={canEdit}
        viewRef={viewRef}
        nodeViews={nodeViews}
        onQuoteMade={made}
        onLink={dialogs.openLink}
        onFiles={pictures.take}
      />
      {/* On narrow screens, where the bar above has no room for it. */}
      <p className="count-below">
        <WordCount />
      </p>
      <p role="status" className="hidden">
        {quote ? t("article.inQuote", { quote: describe(quote) }) : ""}
      </p>
      {dialogs.isLinking && <LinkDialog onClose={dialogs.close} />}
      {dialogs.isPosting && <EmbedPostDialog onClose={dialogs.close} />}
      {dialogs.isChoosing && <PictureLibrary onPick={choose} onClose={dialogs.close} />}
      {dialogs.figureId !== null && <FigureDialog figureId={dialogs.figureId} onClose={dialogs.close} />}
    </>
  );
}
