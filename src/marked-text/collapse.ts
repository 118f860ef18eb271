import { type Mark, normaliseMarks } from "./marks.js";

/** Collapses white space, and moves the marks with their words: one space for many, none around line breaks and ends. */
export function collapseLines(text: string, marks: readonly Mark[]): { readonly text: string; readonly marks: Mark[] } {
  const moved = new Int32Array(text.length + 1);
  let collapsed = "";
  let done = 0;
  const keep = (until: number, as: string): void => {
    for (let at = done; at < until; at += 1) moved[at] = collapsed.length + Math.min(at - done, as.length);
    collapsed += as;
    done = until;
  };
  for (const match of text.matchAll(/[ \n]+/gu)) {
    const end = match.index + match[0].length;
    keep(match.index, text.slice(done, match.index));
    keep(end, match.index === 0 || end === text.length ? "" : match[0].replace(/ /gu, "") || " ");
  }
  keep(text.length, text.slice(done));
  moved[text.length] = collapsed.length;
  const at = (offset: number): number => moved[offset] ?? collapsed.length;
  const placed = marks.map((mark) => ({ ...mark, start: at(mark.start), end: at(mark.end) }));
  return { text: collapsed, marks: normaliseMarks(collapsed, placed) };
}
