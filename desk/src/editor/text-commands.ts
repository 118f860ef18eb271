import type { Node } from "prosemirror-model";
import { type Command, type EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import type { ParagraphStyle } from "./body.ts";
import { type Aliases, canonicalId } from "./ids.ts";
import { idOf, lineBreakType, linkType, paragraphType, styleOf } from "./schema.ts";

/** The style of the paragraphs of the selection; null when they have several, or none. */
export function styleAt({ doc, selection }: EditorState): ParagraphStyle | null {
  const styles = new Set<ParagraphStyle>();
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (node.type === paragraphType) styles.add(styleOf(node.attrs));
  });
  const [only] = styles;
  return styles.size === 1 ? (only ?? null) : null;
}

/** Sets the style of all paragraphs of the selection. */
export function setStyle(style: ParagraphStyle): Command {
  return ({ tr, doc, selection }, dispatch) => {
    doc.nodesBetween(selection.from, selection.to, (node, position) => {
      if (node.type === paragraphType && node.attrs["style"] !== style) tr.setNodeAttribute(position, "style", style);
    });
    if (tr.docChanged && dispatch) dispatch(tr.scrollIntoView());
    return tr.docChanged;
  };
}

/** Sets a style, or `BODY` where all of the selection has it already. */
export function toggleStyle(style: ParagraphStyle): Command {
  return (state, dispatch) => setStyle(styleAt(state) === style ? "BODY" : style)(state, dispatch);
}

/** A line break within the paragraph. */
export const breakLine: Command = ({ tr, selection: { $from } }, dispatch) => {
  if ($from.parent.type !== paragraphType) return false;
  dispatch?.(tr.replaceSelectionWith(lineBreakType.create(), true).scrollIntoView());
  return true;
};

/** What goes on after Enter: after a headline the text, after a point of a list the next one. An empty point ends the list. */
export const continueParagraph: Command = ({ tr, selection: { $from, empty } }, dispatch) => {
  if (!empty || $from.parent.type !== paragraphType) return false;
  const style = styleOf($from.parent.attrs);
  const isBlank = $from.parent.content.size === 0;
  const isAtEnd = $from.parentOffset === $from.parent.content.size;
  if (isBlank && style !== "BODY") {
    dispatch?.(tr.setNodeAttribute($from.before(), "style", "BODY"));
    return true;
  }
  const ends = style === "HEADING" || style === "SUBHEADING";
  if (!ends || !isAtEnd) return false;
  tr.split($from.pos, 1, [{ type: paragraphType, attrs: { id: null, style: "BODY" } }]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Backspace at the start of a paragraph of a style makes it one of the text, before it joins anything. */
export const endStyle: Command = ({ tr, selection: { $from, empty } }, dispatch) => {
  if (!empty || $from.parentOffset > 0 || $from.parent.type !== paragraphType) return false;
  if (styleOf($from.parent.attrs) === "BODY") return false;
  dispatch?.(tr.setNodeAttribute($from.before(), "style", "BODY"));
  return true;
};

/** The address of the link at the selection, or null. */
export function linkAt({ doc, selection: { from, to, $from, empty } }: EditorState): string | null {
  const found = new Set<string>();
  const add = (node: Node): void => {
    const link = linkType.isInSet(node.marks);
    if (link) found.add(String(link.attrs["href"]));
  };
  if (!empty) doc.nodesBetween(from, to, add);
  for (const side of empty ? [$from.nodeBefore, $from.nodeAfter] : []) if (side) add(side);
  const [only] = found;
  return only ?? null;
}

/** Where the link around a position begins and ends, in positions. */
function linkRange({ selection: { $from, from, to, empty } }: EditorState): {
  readonly from: number;
  readonly to: number;
} {
  if (!empty) return { from, to };
  let [start, end] = [$from.start(), $from.start()];
  let range = { from, to };
  $from.parent.forEach((child) => {
    end = start + child.nodeSize;
    if (linkType.isInSet(child.marks) && start <= from && from <= end) range = { from: start, to: end };
    start = end;
  });
  return range;
}

/** Links the selection, or changes the link around the caret; without an address removes it. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { from, to } = linkRange(state);
    if (from === to) return false;
    const tr = state.tr.removeMark(from, to, linkType);
    if (href !== null) tr.addMark(from, to, linkType.create({ href }));
    dispatch?.(tr);
    return true;
  };
}

/** Inserts a figure or a post after the paragraph of the caret; an empty paragraph is replaced. */
export function insertElement(node: Node): Command {
  return ({ tr, doc, selection: { $from } }, dispatch) => {
    const at = $from.depth === 0 ? $from.pos : $from.after(1);
    const parent = $from.depth === 0 ? null : $from.node(1);
    const isBlank = parent?.type === paragraphType && parent.content.size === 0;
    if (isBlank) tr.replaceWith($from.before(1), at, node);
    else tr.insert(Math.min(at, doc.content.size), node);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

interface FigureAttrs {
  readonly imageId?: string;
  readonly caption: string | null;
  readonly alt: string;
}

/** Sets attributes of the figure with an id. */
export function setFigure(id: string, attrs: FigureAttrs): Command {
  return ({ tr, doc }, dispatch) => {
    doc.forEach((node, offset) => {
      if (idOf(node) === id) tr.setNodeMarkup(offset, null, { ...node.attrs, ...attrs });
    });
    if (tr.docChanged) dispatch?.(tr);
    return tr.docChanged;
  };
}

/** Selects a figure or post as a whole, or puts the caret at the start of a paragraph, by the id that the server knows it by. */
export function selectElement(id: string, aliases: Aliases): Command {
  return ({ tr, doc }, dispatch) => {
    let found: { readonly at: number; readonly isAtom: boolean } | null = null;
    for (const [at, node] of elementsOf(doc)) {
      if (canonicalId(idOf(node), aliases) === id) found = { at, isAtom: node.isAtom };
    }
    if (!found) return false;
    const { at, isAtom } = found;
    const selection = isAtom ? NodeSelection.create(doc, at) : TextSelection.create(doc, at + 1);
    dispatch?.(tr.setSelection(selection).scrollIntoView());
    return true;
  };
}

function elementsOf(doc: Node): readonly (readonly [number, Node])[] {
  const elements: (readonly [number, Node])[] = [];
  doc.forEach((node, offset) => void elements.push([offset, node]));
  return elements;
}
