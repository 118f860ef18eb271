import { escapeMarkup } from "../lib/escape-markup.js";
import { type DocumentPart, type PositionedPart, positionedParts } from "../search-index/document.js";
import type { SearchWord } from "../search-index/words.js";

/** About how many characters of text a snippet has, and how many of them before the first match. */
const LENGTH = 220;
const LEAD = 60;

/** The most matches of a part that are looked at as the beginning of a snippet. */
const MAX_STARTS = 200;

interface Passage {
  readonly part: PositionedPart;
  /** The first and last word, as indexes of the part's words. */
  readonly from: number;
  readonly to: number;
  /** How many different words of it match. */
  readonly matches: number;
}

/**
 * The passage of a text with the most matches: they are in `<mark>`, and everything else is escaped, so it is safe HTML. A
 * headline or name is shown only if it matches best; the beginning of the text if nothing matches.
 *
 * @param positions the positions of the words that match.
 */
export function snippetOf(parts: readonly DocumentPart[], positions: readonly number[]): string {
  const matching = new Set(positions);
  let best: Passage | null = null;
  let first: PositionedPart | null = null;
  for (const part of positionedParts(parts)) {
    if (first === null || (first.weight === "A" && part.weight !== "A")) first = part;
    const passage = bestPassage(part, matching);
    if (passage && (best === null || isBetter(passage, best))) best = passage;
  }
  if (best) return render(best, matching);
  if (!first) return "";
  return render({ part: first, from: 0, to: endOf(first.words, 0), matches: 0 }, matching);
}

function isBetter(one: Passage, other: Passage): boolean {
  if (one.matches !== other.matches) return one.matches > other.matches;
  return other.part.weight === "A" && one.part.weight !== "A";
}

/** The passage of a part with the most different matches; null when there is no match in it. */
function bestPassage(part: PositionedPart, matching: ReadonlySet<number>): Passage | null {
  const { words, from } = part;
  let best: Passage | null = null;
  let starts = 0;
  for (const [at] of words.entries()) {
    if (!matching.has(from + at)) continue;
    const start = startOf(words, at);
    const to = endOf(words, start);
    const found = new Set<string>();
    for (let each = start; each <= to; each += 1) {
      const word = words[each];
      if (word && matching.has(from + each)) found.add(word.word);
    }
    if (best === null || found.size > best.matches) best = { part, from: start, to, matches: found.size };
    starts += 1;
    if (starts >= MAX_STARTS) break;
  }
  return best;
}

/** The word at which a passage around a match begins. */
function startOf(words: readonly SearchWord[], at: number): number {
  const earliest = (words[at]?.start ?? 0) - LEAD;
  let start = at;
  while (start > 0 && (words[start - 1]?.start ?? 0) >= earliest) start -= 1;
  return start;
}

/** The last word of a passage that begins at a word. */
function endOf(words: readonly SearchWord[], start: number): number {
  const begin = words[start]?.start ?? 0;
  let end = start;
  while (end + 1 < words.length && (words[end + 1]?.end ?? 0) - begin <= LENGTH) end += 1;
  return end;
}

function render(
  { part: { text, words, from }, from: first, to: last }: Passage,
  matching: ReadonlySet<number>,
): string {
  const begin = first === 0 ? 0 : (words[first]?.start ?? 0);
  const end = last >= words.length - 1 ? text.length : (words[last]?.end ?? text.length);
  let html = begin > 0 ? "… " : "";
  let at = begin;
  for (const { start, stop } of markedSpans(words, from, first, last, matching)) {
    html += `${escapeText(text.slice(at, start))}<mark>${escapeText(text.slice(start, stop))}</mark>`;
    at = stop;
  }
  const cut = Math.min(end, Math.max(at, begin + 2 * LENGTH));
  return `${html}${escapeText(text.slice(at, cut))}${cut < text.length ? " …" : ""}`.trim();
}

/** The spans of the matching words; those that touch are one. */
function markedSpans(
  words: readonly SearchWord[],
  from: number,
  first: number,
  last: number,
  matching: ReadonlySet<number>,
): readonly { readonly start: number; readonly stop: number }[] {
  const spans: { start: number; stop: number }[] = [];
  for (let at = first; at <= last; at += 1) {
    const word = words[at];
    if (!word || !matching.has(from + at)) continue;
    const before = spans.at(-1);
    if (before?.stop === word.start) before.stop = word.end;
    else spans.push({ start: word.start, stop: word.end });
  }
  return spans;
}

function escapeText(text: string): string {
  return escapeMarkup(text).replaceAll(/\s+/gu, " ");
}
