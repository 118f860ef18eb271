import { history } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { compositionPlugin } from "./composition.ts";
import { identityPlugin, type OnQuoteCopied } from "./identity.ts";
import { quoteEdgesPlugin } from "./quote-edges.ts";
import { verdictMarksPlugin } from "./verdict-marks.ts";

/** The state of an editor on a document, with everything that keeps the document right and undo. */
export function bodyState(doc: Node, onQuoteCopied: OnQuoteCopied): EditorState {
  const plugins = [
    history(),
    compositionPlugin(),
    identityPlugin(onQuoteCopied),
    quoteEdgesPlugin(),
    verdictMarksPlugin(),
  ];
  return EditorState.create({ doc, plugins });
}
