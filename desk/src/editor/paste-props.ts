import { Fragment, type Node, Slice } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import type { EditorProps } from "prosemirror-view";
import { cleanText, withReadableStyles } from "./pasted-styles.ts";
import { bodySchema, lineBreakType, paragraphType, styleOf, textOf } from "./schema.ts";

/** How the editor takes what is pasted or dropped. */
export const PASTE_PROPS: EditorProps = {
  transformPastedHTML: withReadableStyles,
  clipboardTextParser: (text) => readPlainText(text),
  transformPasted: (slice, { state }) => withOwnStyle(withoutBlanks(slice), state),
};

/** Plain text as paragraphs: a blank line, or each line, begins another one. */
function readPlainText(text: string): Slice {
  const clean = cleanText(text).replace(/^\n+|\n+$/gu, "");
  const blocks = /\n[ ]*\n/u.test(clean) ? clean.split(/\n[ ]*\n+/u) : clean.split("\n");
  const paragraphs = blocks.map((block) => paragraphType.create(null, readLines(block)));
  return new Slice(Fragment.fromArray(paragraphs), 1, 1);
}

function readLines(block: string): readonly Node[] {
  return block
    .split(/(\n)/u)
    .flatMap((piece) => (piece === "" ? [] : piece === "\n" ? lineBreakType.create() : bodySchema.text(piece)));
}

/** What is pasted into an empty paragraph of the text replaces it, so that a heading stays one. */
function withOwnStyle(slice: Slice, { selection: { $from } }: EditorState): Slice {
  const { content, openEnd } = slice;
  const isStyled = content.firstChild?.type === paragraphType && styleOf(content.firstChild.attrs) !== "BODY";
  const isInEmpty = $from.parent.type === paragraphType && $from.parent.content.size === 0;
  return isStyled && isInEmpty ? new Slice(content, 0, content.childCount > 1 ? openEnd : 0) : slice;
}

/** Pages and office programs put empty paragraphs between those with words; an article has none. */
function withoutBlanks(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  const last = content.childCount - 1;
  const kept = content.content.filter((node, at) => {
    const isOpen = (at === 0 && openStart > 0) || (at === last && openEnd > 0);
    return isOpen || node.type !== paragraphType || textOf(node).trim() !== "";
  });
  return kept.length === content.childCount ? slice : new Slice(Fragment.fromArray(kept), openStart, openEnd);
}
