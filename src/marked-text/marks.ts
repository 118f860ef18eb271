import { reanchorQuotes } from "../quote-check/anchor.js";

/** A link, emphasis or strong emphasis on a stretch of a paragraph's text; UTF-16 code units, the end excluded. */
export type Mark =
  | { readonly kind: "link"; readonly start: number; readonly end: number; readonly href: string }
  | { readonly kind: "emphasis"; readonly start: number; readonly end: number }
  | { readonly kind: "strong"; readonly start: number; readonly end: number };

/** From the outermost to the innermost element. */
const KINDS = ["link", "strong", "emphasis"] as const;

/**
 * Returns the one normal list of equivalent marks: no mark empty, outside the text, on white space alone or inside a
 * surrogate pair; no white space at a mark's ends; marks of a kind that touch or overlap joined, emphasis also across white space; of two different links on
 * the same words the earlier one kept; links that are not safe dropped and the others in normal form; ordered by start,
 * then link, strong, emphasis.
 */
export function normaliseMarks(text: string, marks: readonly Mark[]): Mark[] {
  const trimmed = marks.flatMap((mark) => {
    const safe = withSafeLink(mark);
    return safe ? trimMark(text, safe) : [];
  });
  const joined = KINDS.flatMap((kind) =>
    joinMarks(
      text,
      trimmed.filter((mark) => mark.kind === kind),
    ),
  );
  return joined.sort((one, other) => one.start - other.start || KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
}

/** Returns an absolute http or https address in the normal form of the WHATWG URL standard, or null for anything else. */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

/**
 * Finds the marks of an old text again in a new one, by their words and surroundings as quotes are found. A mark whose
 * words changed or vanished is dropped.
 */
export function reanchorMarks(oldText: string, newText: string, marks: readonly Mark[]): Mark[] {
  const spans = marks.map((mark, index) => ({ id: String(index), start: mark.start, end: mark.end }));
  const moved = KINDS.flatMap((kind) => {
    const own = spans.filter((_, index) => marks[index]?.kind === kind);
    return reanchorQuotes(oldText, newText, own).moved;
  });
  const placed = moved.flatMap(({ id, start, end }) => {
    const mark = marks[Number(id)];
    return mark ? [{ ...mark, start, end }] : [];
  });
  return normaliseMarks(newText, placed);
}

function withSafeLink(mark: Mark): Mark | null {
  if (mark.kind !== "link") return mark;
  const href = safeHref(mark.href);
  return href === null ? null : { ...mark, href };
}

function trimMark(text: string, mark: Mark): Mark[] {
  let start = Math.max(0, mark.start);
  let end = Math.min(text.length, mark.end);
  while (start < end && (isSpace(text, start) || cutsPair(text, start))) start += 1;
  while (start < end && (isSpace(text, end - 1) || cutsPair(text, end))) end -= 1;
  return start < end ? [{ ...mark, start, end }] : [];
}

function isSpace(text: string, at: number): boolean {
  return /[ \t\n\f\r]/u.test(text.charAt(at));
}

function cutsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/u.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(at));
}

/** Joins marks of one kind; a link that begins inside another, different one begins after it instead. */
function joinMarks(text: string, marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  const waiting = [...marks].sort((one, other) => one.start - other.start || one.end - other.end);
  for (const mark of waiting) {
    const last = joined.at(-1);
    if (!last || isApart(text, last, mark)) joined.push(mark);
    else if (hrefOf(last) === hrefOf(mark)) joined[joined.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    else joined.push(...trimMark(text, { ...mark, start: last.end }));
  }
  return joined;
}

/** Emphasis goes on over white space, which shows none; two links with a space between them stay two. */
function isApart(text: string, earlier: Mark, later: Mark): boolean {
  if (earlier.kind === "link" || later.start <= earlier.end) return later.start > earlier.end;
  return /[^ \t\n\f\r]/u.test(text.slice(earlier.end, later.start));
}

function hrefOf(mark: Mark): string {
  return mark.kind === "link" ? mark.href : "";
}
