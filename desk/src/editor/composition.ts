import { Plugin, PluginKey, type Transaction } from "prosemirror-state";

/*
 * Input methods and the keyboards of telephones compose letters in the page itself. A change of the nodes around them
 * would break the composition, so what tidies the document waits for its end.
 */

const key = new PluginKey("composition");

/** How long after the end of a composition the editor has read its letters. */
const SETTLED_MS = 60;

/** Whether transactions are steps of a composition that goes on. */
export function isComposing(transactions: readonly Transaction[]): boolean {
  return transactions.some((tr) => tr.getMeta("composition") !== undefined);
}

/** Whether a composition has ended, and its letters are in the document. */
export function hasComposed(transactions: readonly Transaction[]): boolean {
  return transactions.some((tr) => tr.getMeta(key) === "composed");
}

/** Reports the end of each composition by a transaction, which `hasComposed` recognises. */
export function compositionPlugin(): Plugin {
  return new Plugin({
    key,
    props: {
      handleDOMEvents: {
        compositionend(view) {
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(key, "composed"));
          }, SETTLED_MS);
          return false;
        },
      },
    },
  });
}
