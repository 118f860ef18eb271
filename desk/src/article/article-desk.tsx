import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ArticleToEditFragment } from "../api/generated/graphql.ts";
import { useWords } from "../languages/words.tsx";
import { ArticleBody } from "./article-body.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { ListedQuotes } from "./listed-quotes.tsx";
import { HeadFields } from "./head-fields.tsx";
import { Notices } from "./notices.tsx";
import { QuoteFromAddress } from "./quote-from-address.tsx";
import { SidePanel } from "./side-panel.tsx";
import { OpenArticleContext, useArticle, useAutosave, useOpening, useSaveKey } from "./use-open-article.ts";
import { usePresence } from "./use-presence.ts";
import { WorkflowBar } from "./workflow-bar.tsx";
import { type Desk, DeskContext } from "./use-desk.ts";
import "./article.css";

/** An article being written: its head and body, its quotes and details beside them, and what may be done with it above. */
export function ArticleDesk({
  article,
  viewerId,
}: {
  readonly article: ArticleToEditFragment;
  readonly viewerId: string;
}) {
  const open = useOpening(article, viewerId);
  const viewRef = useRef<EditorView | null>(null);
  const [panel, setPanel] = useState<Desk["panel"]>("quotes");
  const presence = usePresence(open, viewerId);
  useAutosave(open);
  useSaveKey(() => void open.save());
  const desk = useMemo<Desk>(() => {
    const run = (command: Command): boolean => {
      const view = viewRef.current;
      return view ? command(view.state, view.dispatch, view) : false;
    };
    return { viewRef, panel, showPanel: setPanel, run, focusBody: () => viewRef.current?.focus() };
  }, [panel]);
  return (
    <OpenArticleContext value={open}>
      <DeskContext value={desk}>
        <ListedQuotes>
          <div className="article">
            <PageTitle />
            <QuoteFromAddress />
            <WorkflowBar others={presence.others} />
            <Notices presence={presence} />
            <div className="article-columns">
              <article className="sheet">
                <HeadFields />
                <ArticleBody />
              </article>
              <SidePanel />
            </div>
          </div>
          <ConflictDialog />
        </ListedQuotes>
      </DeskContext>
    </OpenArticleContext>
  );
}

/** The title of the page and of its window; what is seen as one is the field of the headline. */
function PageTitle() {
  const { t } = useWords();
  const headline = useArticle(({ head }) => head.headline);
  const name = t("app.name");
  useEffect(() => {
    document.title = `${headline} – ${name}`;
  }, [headline, name]);
  return <h1 className="hidden">{headline}</h1>;
}
