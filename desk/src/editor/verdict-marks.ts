import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { paragraphType, quotesOf } from "./schema.ts";

/** How a quote is shown: its verdict, and the sentence that screen readers read for it. */
export interface ShownVerdict {
  readonly verdict: string;
  readonly description: string;
}

/** What is shown of quotes, by the id of their mark. */
export type ShownVerdicts = ReadonlyMap<string, ShownVerdict>;

interface Drawn {
  readonly shown: ShownVerdicts;
  readonly set: DecorationSet;
}

const key = new PluginKey<Drawn>("verdict-marks");

function drawElement(element: Node, offset: number, shown: ShownVerdicts): Decoration[] {
  if (element.type !== paragraphType) return [];
  return quotesOf(element).map(({ id, start, end }) => {
    const { verdict = "UNSOURCED", description = "" } = shown.get(id) ?? {};
    // Colours and lines mean nothing to a screen reader.
    const attrs = { "data-verdict": verdict, "aria-description": description };
    return Decoration.inline(offset + 1 + start, offset + 1 + end, attrs);
  });
}

function drawAll(doc: Node, shown: ShownVerdicts): Drawn {
  const decorations: Decoration[] = [];
  doc.forEach((element, offset) => void decorations.push(...drawElement(element, offset, shown)));
  return { shown, set: DecorationSet.create(doc, decorations) };
}

/** Whether nothing is shown otherwise than before. */
export function isSameShown(before: ShownVerdicts, after: ShownVerdicts): boolean {
  return changedIds(before, after).size === 0;
}

/** The quotes whose verdict is another one than before. */
function changedIds(before: ShownVerdicts, after: ShownVerdicts): ReadonlySet<string> {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const isSame = (id: string): boolean => {
    const [one, other] = [before.get(id), after.get(id)];
    return one?.verdict === other?.verdict && one?.description === other?.description;
  };
  return new Set(ids.filter((id) => !isSame(id)));
}

function redraw({ set, shown }: Drawn, doc: Node, isStale: (element: Node) => boolean): Drawn {
  let drawn = set;
  doc.forEach((element, offset) => {
    if (element.type !== paragraphType || !isStale(element)) return;
    drawn = drawn.remove(drawn.find(offset, offset + element.nodeSize)).add(doc, drawElement(element, offset, shown));
  });
  return { shown, set: drawn };
}

/**
 * Draws verdicts on quotes. They are no part of the document, so that a new verdict is nothing to save or to undo. Only
 * paragraphs that changed, or whose verdicts did, are drawn again.
 */
export function verdictMarksPlugin(): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: {
      init: (_config, { doc }) => drawAll(doc, new Map()),
      apply(tr, drawn, before) {
        // Only showVerdicts sets it.
        const shown = tr.getMeta(key) as ShownVerdicts | undefined;
        if (shown) {
          const changed = changedIds(drawn.shown, shown);
          return redraw({ ...drawn, shown }, tr.doc, (element) => quotesOf(element).some(({ id }) => changed.has(id)));
        }
        if (!tr.docChanged) return drawn;
        const known = new Set(before.doc.children);
        const set = drawn.set.map(tr.mapping, tr.doc);
        return redraw({ ...drawn, set }, tr.doc, (element) => !known.has(element));
      },
    },
    props: { decorations: (state) => key.getState(state)?.set ?? null },
  });
}

/** A transaction that shows other verdicts. */
export function showVerdicts({ tr }: EditorState, shown: ShownVerdicts): Transaction {
  return tr.setMeta(key, shown).setMeta("addToHistory", false);
}
