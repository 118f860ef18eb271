import type { TextMark } from "../../src/story/story-value.js";

const ORDER = ["link", "strong", "emphasis"] as const;

/** The text with its marks as elements, so that a test shows both in one line; links outside, then strong, then emphasis. */
export function markedHtml(text: string, marks: readonly TextMark[]): string {
  const outermostFirst = joinMarks(text, marks).sort(
    (one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind),
  );
  let html = "";
  for (let at = 0; at <= text.length; at += 1) {
    const ending = outermostFirst.filter(({ end }) => end === at).reverse();
    const beginning = outermostFirst.filter(({ start }) => start === at);
    html += [...ending.map(closing), ...beginning.map(opening)].join("") + (text[at] ?? "");
  }
  return html;
}

/** Marks of one kind with only white space between them are one. */
function joinMarks(text: string, marks: readonly TextMark[]): TextMark[] {
  const joined: TextMark[] = [];
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    const at = joined.findIndex(
      (each) => opening(each) === opening(mark) && text.slice(each.end, mark.start).trim() === "",
    );
    const before = joined[at];
    if (before) joined[at] = { ...before, end: mark.end };
    else joined.push(mark);
  }
  return joined;
}

function opening(mark: TextMark): string {
  if (mark.kind === "link") return `<a href="${mark.href}" rel="noopener">`;
  return mark.kind === "strong" ? "<strong>" : "<em>";
}

function closing(mark: TextMark): string {
  if (mark.kind === "link") return "</a>";
  return mark.kind === "strong" ? "</strong>" : "</em>";
}
