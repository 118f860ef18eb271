import { useMemo } from "react";
import { selectQuote } from "../editor/quote-commands.ts";
import { partsOf } from "../editor/parts.ts";
import { canonicalId } from "../editor/ids.ts";
import { selectElement } from "../editor/text-commands.ts";
import { HEAD_NAMES, type HeadName } from "./head-values.ts";
import { useDesk } from "./use-desk.ts";
import { useOpenArticle } from "./use-open-article.ts";

/** Ways to the places that messages of the server name. */
export interface GoTo {
  /** Whether a path leads anywhere. */
  readonly canGo: (path: readonly string[]) => boolean;
  /** Goes to an element of the body by the id that the server knows it by. */
  readonly element: (id: string) => void;
  /** Goes to a quote, and shows what is known of it. */
  readonly quote: (id: string) => void;
  /** Whether an id of the editor and one of the server are of the same quote. */
  readonly isSame: (id: string, known: string | null | undefined) => boolean;
  /** Goes to the place of a path of an input, such as `input.body.3.paragraph.text`, or of an obstacle, `body[3].image.credit`. */
  readonly path: (path: readonly string[]) => void;
}

/** The fields that messages name. */
const FIELDS: ReadonlySet<string> = new Set([...HEAD_NAMES, "slug"]);

/** The fields above the text; all others are among the details. */
const ABOVE_TEXT: ReadonlySet<string> = new Set(["headline", "standfirst", "byline"] satisfies HeadName[]);

/** The number of an element of the body in a path; null where it names none. */
function elementOf(path: readonly string[]): number | null {
  const at = path.findIndex((step) => step === "body");
  const place = at < 0 ? Number.NaN : Number(path[at + 1]);
  return Number.isInteger(place) ? place : null;
}

function fieldOf(path: readonly string[]): string | undefined {
  return path.find((step) => FIELDS.has(step));
}

/** Splits the path of an obstacle into steps. */
export function stepsOf(path: string): readonly string[] {
  return path.split(/[.[\]]+/u).filter(Boolean);
}

/** Goes to places of the article. */
export function useGoTo(): GoTo {
  const open = useOpenArticle();
  const { run, focusBody, showPanel } = useDesk();
  return useMemo(() => {
    const toElement = (id: string): void => {
      run(selectElement(id, open.view().aliases));
      focusBody();
    };
    const toField = (field: string): void => {
      if (!ABOVE_TEXT.has(field)) showPanel("details");
      requestAnimationFrame(() => document.getElementById(`head-${field}`)?.focus());
    };
    return {
      element: toElement,
      quote: (id) => {
        showPanel("quotes");
        run(selectQuote(id));
        focusBody();
      },
      isSame: (id, known) => canonicalId(id, open.view().aliases) === known,
      canGo: (path) => elementOf(path) !== null || fieldOf(path) !== undefined,
      path: (path) => {
        const place = elementOf(path);
        const field = fieldOf(path);
        const { editor, aliases } = open.view();
        const element = place === null ? undefined : partsOf(editor.doc, aliases)[place];
        if (element) toElement(element.id);
        else if (field !== undefined) toField(field);
      },
    };
  }, [open, run, focusBody, showPanel]);
}
