import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { createContext, type RefObject, use } from "react";

/** The panels beside the text. */
export type PanelName = "quotes" | "details" | "preview" | "log";

/** What parts of the page do with each other. */
export interface Desk {
  readonly viewRef: RefObject<EditorView | null>;
  readonly panel: PanelName;
  readonly showPanel: (panel: PanelName) => void;
  /** Runs a command of the editor; whether it did anything. */
  readonly run: (command: Command) => boolean;
  readonly focusBody: () => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** What parts of the page do with each other. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("useDesk is used outside of an article.");
  return desk;
}
