import type { TextMark } from "../../story/story-value.js";
import type { InlineStyle } from "./inline.js";

/** A text with the marks on it. */
export interface StyledText {
  readonly text: string;
  /** In the order of their starts; offsets are UTF-16 code units into the text. */
  readonly marks: readonly TextMark[];
}

/** A text with its marks, none where it has none. */
export function markedOf({
  text,
  marks = [],
}: {
  readonly text: string;
  readonly marks?: readonly TextMark[];
}): StyledText {
  return { text, marks };
}

/** A run of text that is shown in one way. */
export interface StyledRun {
  readonly text: string;
  readonly style: InlineStyle;
}

/** Runs in a row as one text; marks of one kind that touch are one mark. */
export function joinRuns(runs: readonly StyledRun[]): StyledText {
  const marks: TextMark[] = [];
  const open = new Map<TextMark["kind"], number>();
  let text = "";
  for (const { text: own, style } of runs) {
    const [start, end] = [text.length, text.length + own.length];
    text += own;
    if (start === end) continue;
    for (const mark of marksOf(style, start, end)) addMark(marks, open, mark);
  }
  return { text, marks: marks.sort((one, other) => one.start - other.start) };
}

function marksOf({ isStrong, isEmphasised, href }: InlineStyle, start: number, end: number): readonly TextMark[] {
  return [
    ...(href === null ? [] : [{ kind: "link", start, end, href } as const]),
    ...(isStrong ? [{ kind: "strong", start, end } as const] : []),
    ...(isEmphasised ? [{ kind: "emphasis", start, end } as const] : []),
  ];
}

function addMark(marks: TextMark[], open: Map<TextMark["kind"], number>, mark: TextMark): void {
  const at = open.get(mark.kind);
  const last = at === undefined ? undefined : marks[at];
  const goesOn = last?.end === mark.start && hrefOf(last) === hrefOf(mark);
  if (goesOn && at !== undefined) marks[at] = { ...last, end: mark.end };
  else open.set(mark.kind, marks.push(mark) - 1);
}

function hrefOf(mark: TextMark): string {
  return mark.kind === "link" ? mark.href : "";
}

/** The marked text with another string for all that a global pattern matches; marks move with their words. */
export function replaceMarked(marked: StyledText, pattern: RegExp, replace: (match: string) => string): StyledText {
  const { text, marks } = marked;
  if (marks.length === 0) return { text: text.replace(pattern, replace), marks };
  const moved = new Int32Array(text.length + 1);
  let out = "";
  let done = 0;
  const keep = (until: number, as: string): void => {
    for (let at = done; at < until; at += 1) moved[at] = out.length + Math.min(at - done, as.length);
    out += as;
    done = until;
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index, text.slice(done, match.index));
    keep(match.index + match[0].length, replace(match[0]));
  }
  keep(text.length, text.slice(done));
  moved[text.length] = out.length;
  const at = (offset: number): number => moved[offset] ?? out.length;
  return { text: out, marks: placed(marks, (mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) })) };
}

/** A part of the marked text, the end excluded. */
export function sliceMarked({ text, marks }: StyledText, start: number, end: number = text.length): StyledText {
  const own = text.slice(start, end);
  return {
    text: own,
    marks: placed(marks, (mark) => ({
      ...mark,
      start: Math.max(0, mark.start - start),
      end: Math.min(own.length, mark.end - start),
    })),
  };
}

/** The marked text with its white space collapsed: one space for many, none at the ends. */
export function collapseMarked(marked: StyledText): StyledText {
  return trimMarked(replaceMarked(marked, /\s+/gu, () => " "));
}

/** The marked text without white space at its ends. */
export function trimMarked(marked: StyledText): StyledText {
  const { text } = marked;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return start === 0 && end === text.length ? marked : sliceMarked(marked, start, Math.max(start, end));
}

/**
 * The marked text as a function makes it that works piece by piece, such as one that replaces characters: what it makes
 * of the pieces between the bounds of marks, in a row, is what it makes of the whole.
 */
export function mapMarked(marked: StyledText, map: (text: string) => string): StyledText {
  const { text, marks } = marked;
  if (marks.length === 0) return { text: map(text), marks };
  const bounds = [...new Set([0, ...marks.flatMap(({ start, end }) => [start, end]), text.length])];
  const offsets = new Map<number, number>();
  let out = "";
  let last = 0;
  for (const bound of bounds.sort((one, other) => one - other)) {
    out += map(text.slice(last, bound));
    offsets.set(bound, out.length);
    last = bound;
  }
  const at = (offset: number): number => offsets.get(offset) ?? out.length;
  return { text: out, marks: placed(marks, (mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) })) };
}

/** Letters with combining marks, which are composed together. */
const DECOMPOSED = /[^\p{M}]\p{M}+/gu;

/** The marked text in Unicode's composed form, in which an article keeps it. */
export function composeMarked(marked: StyledText): StyledText {
  const composed = marked.text.normalize("NFC");
  if (composed === marked.text) return marked;
  const moved = replaceMarked(marked, DECOMPOSED, (letters) => letters.normalize("NFC"));
  // Scripts that compose without combining marks keep their text and lose their marks.
  return moved.text === composed ? moved : { text: composed, marks: [] };
}

function placed(marks: readonly TextMark[], move: (mark: TextMark) => TextMark): readonly TextMark[] {
  return marks.map(move).filter(({ start, end }) => start < end);
}
