import { useCallback, useMemo, useState } from "react";
import { useDesk } from "./use-desk.ts";

/** Which dialog of the body is open. */
export interface BodyDialogs {
  readonly isLinking: boolean;
  readonly isPosting: boolean;
  readonly isChoosing: boolean;
  readonly figureId: string | null;
  readonly openLink: () => void;
  readonly openPost: () => void;
  readonly openLibrary: () => void;
  readonly openFigure: (id: string) => void;
  readonly close: () => void;
}

type Opened = { readonly kind: "link" | "post" | "library" } | { readonly kind: "figure"; readonly id: string };

/** The dialogs of the body, of which one is open at a time. */
export function useBodyDialogs(): BodyDialogs {
  const { focusBody } = useDesk();
  const [opened, setOpened] = useState<Opened | null>(null);
  const openFigure = useCallback((id: string) => setOpened({ kind: "figure", id }), []);
  const close = useCallback(() => {
    setOpened(null);
    // The dialog returns the focus to where it was; a text is written on where the caret is.
    requestAnimationFrame(focusBody);
  }, [focusBody]);
  return useMemo(
    () => ({
      isLinking: opened?.kind === "link",
      isPosting: opened?.kind === "post",
      isChoosing: opened?.kind === "library",
      figureId: opened?.kind === "figure" ? opened.id : null,
      openLink: () => setOpened({ kind: "link" }),
      openPost: () => setOpened({ kind: "post" }),
      openLibrary: () => setOpened({ kind: "library" }),
      openFigure,
      close,
    }),
    [opened, openFigure, close],
  );
}
