import { createContext, use, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { ArticleToEditFragment } from "../api/generated/graphql.ts";
import { openDraftStore } from "./kept-draft.ts";
import type { ArticleView } from "./article-view.ts";
import { OpenArticle } from "./open-article.ts";
import { saveArticle } from "./save-article.ts";

/** The article that the page writes. */
export const OpenArticleContext = createContext<OpenArticle | null>(null);

/** The article that the page writes. */
export function useOpenArticle(): OpenArticle {
  const open = use(OpenArticleContext);
  if (!open) throw new Error("useOpenArticle is used outside of an article.");
  return open;
}

/** A part of the article as it is on the screen; what uses it is rendered when this part changes. */
export function useArticle<Part>(part: (view: ArticleView) => Part): Part {
  const open = useOpenArticle();
  return useSyncExternalStore(open.subscribe, () => part(open.view()));
}

/** Opens an article for writing. */
export function useOpening(article: ArticleToEditFragment, viewerId: string): OpenArticle {
  const [open] = useState(
    () =>
      new OpenArticle(article, {
        save: saveArticle,
        store: openDraftStore(viewerId, article.id),
        now: () => new Date(),
      }),
  );
  return open;
}

/** How soon after a change the text is kept in the browser. */
const KEEP_MS = 300;
/** How long nobody must have typed, so that the text is saved on the server. */
const PAUSE_MS = 10_000;
/** Saves by itself are at least this far apart: the audit log has one entry for each. */
const BETWEEN_SAVES_MS = 60_000;

/**
 * Keeps what is typed in the browser at once, and saves it on the server when the writer pauses, when the page is left, and
 * when the connection is back. A save that was refused is not repeated before something changes.
 */
export function useAutosave(open: OpenArticle): void {
  useEffect(() => {
    let [changes, savedAt] = [open.changes, 0];
    let keeping: ReturnType<typeof setTimeout> | undefined;
    let pausing: ReturnType<typeof setTimeout> | undefined;
    const save = (): void => {
      if (!navigator.onLine) return;
      savedAt = Date.now();
      void open.save();
    };
    const keep = (): void => {
      clearTimeout(keeping);
      open.keep();
      open.judge();
    };
    const unsubscribe = open.subscribe(() => {
      if (open.changes === changes) return;
      changes = open.changes;
      clearTimeout(keeping);
      clearTimeout(pausing);
      keeping = setTimeout(keep, KEEP_MS);
      pausing = setTimeout(save, Math.max(PAUSE_MS, savedAt + BETWEEN_SAVES_MS - Date.now()));
    });
    const hidden = (): void => void (document.visibilityState === "hidden" && keep());
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", keep);
    window.addEventListener("online", save);
    return () => {
      unsubscribe();
      clearTimeout(pausing);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", keep);
      window.removeEventListener("online", save);
      keep();
      if (open.view().isDirty) save();
    };
  }, [open]);
}

/** Saves by Ctrl+S or ⌘S wherever the focus is, also in fields and dialogs. */
export function useSaveKey(save: () => void): void {
  const onSave = useEffectEvent(save);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      onSave();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, []);
}
