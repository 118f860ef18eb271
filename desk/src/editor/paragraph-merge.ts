import { documentOf } from "./document.ts";
import type { BodyMark } from "./body.ts";
import { type ParagraphPart, partsOf } from "./parts.ts";
import { type MergedStretch, mergeStretches, type Side, wordsAt } from "./word-merge.ts";

/** A mark or a quote on words; the key is what it is, without its place. */
interface Span {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface SpannedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

type Sides = Readonly<Record<Side | "base", SpannedText>>;

const ALL = ["base", "mine", "theirs"] as const;
const LINK = "LINK ";
const QUOTE = "QUOTE ";

function spannedText({ text, marks, quotes }: ParagraphPart): SpannedText {
  const spans = [
    ...marks.map(({ kind, href, start, end }) => ({ key: kind === "LINK" ? `${LINK}${href}` : kind, start, end })),
    ...quotes.map(({ id, start, end }) => ({ key: `${QUOTE}${id}`, start, end })),
  ];
  return { text, spans };
}

/**
 * Merges a paragraph that both sides changed: words, marks and quotes of both. Null where somebody has to choose, because
 * - both changed the same words, or the style, each otherwise;
 * - one side marked words, or ended a mark, in the middle of words that the other one replaced;
 * - one side removed a quote of which the other one changed the words, or a quote would be in two places or in none;
 * - words would have two links.
 */
export function mergeParagraphs(base: ParagraphPart, mine: ParagraphPart, theirs: ParagraphPart): ParagraphPart | null {
  const sides = { base: spannedText(base), mine: spannedText(mine), theirs: spannedText(theirs) };
  const texts = { base: base.text, mine: mine.text, theirs: theirs.text };
  const stretches = mergeStretches(texts);
  const style = mergedValue(base.style, mine.style, theirs.style);
  if (!stretches || style === null || stretches.some((stretch) => cutsSpans(stretch, sides))) return null;
  const pieces = stretches.flatMap((stretch) => piecesOf(stretch, sides));
  const runs = runsOf(pieces);
  if (pieces.some(hasTwoLinks) || hasSplitQuote(runs)) return null;
  const part = partOfRuns(mine.id, style, pieces.map(({ text }) => text).join(""), runs);
  return part && areQuotesKept(part, base, mine, theirs) ? part : null;
}

/** The value that one side changed; null where both did, each otherwise. */
function mergedValue<Value>(base: Value, mine: Value, theirs: Value): Value | null {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : null;
}

/** Whether a side began or ended a span within words that only the other one replaced, so that its place there is unknown. */
function cutsSpans(stretch: MergedStretch, sides: Sides): boolean {
  const other = stretch.from === "mine" ? "theirs" : "mine";
  const words = wordsAt(sides[stretch.from].text, stretch[stretch.from]);
  if (wordsAt(sides[other].text, stretch[other]) === words) return false;
  const cut = (side: Side | "base"): string =>
    JSON.stringify(partialSpans(sides[side].spans, stretch[side], words === ""));
  return cut(other) !== cut("base");
}

/** The parts of spans in a stretch, without those that cover all of it. Of removed words also what was on them alone. */
function partialSpans(
  spans: readonly Span[],
  { start, end }: { readonly start: number; readonly end: number },
  isRemoved: boolean,
): readonly string[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .filter((span) => {
      const isCovering = span.start <= start && span.end >= end;
      const isWithin = span.start >= start && span.end <= end;
      return !isCovering || (isRemoved && isWithin);
    })
    .map((span) => `${span.key} ${Math.max(span.start, start) - start} ${Math.min(span.end, end) - start}`)
    .sort();
}

/** Some words of the merged text, and everything that is on all of them. */
interface Piece {
  readonly text: string;
  readonly keys: ReadonlySet<string>;
}

function piecesOf(stretch: MergedStretch, sides: Sides): readonly Piece[] {
  const words = wordsAt(sides[stretch.from].text, stretch[stretch.from]);
  const withWords = ALL.filter((side) => wordsAt(sides[side].text, stretch[side]) === words);
  const edges = withWords.flatMap((side) =>
    sides[side].spans.flatMap(({ start, end }) => [start - stretch[side].start, end - stretch[side].start]),
  );
  const inside = edges.filter((edge) => edge > 0 && edge < words.length);
  const cuts = [...new Set([0, ...inside, words.length])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? words.length;
    const keysOf = (side: Side | "base"): ReadonlySet<string> => {
      const { start, end } = stretch[side];
      const hasWords = withWords.includes(side);
      return covering(sides[side].spans, hasWords ? start + from : start, hasWords ? start + to : end);
    };
    return { text: words.slice(from, to), keys: mergedKeys(keysOf("base"), keysOf("mine"), keysOf("theirs")) };
  });
}

/** What is on all of a stretch; around the place where a stretch is empty. */
function covering(spans: readonly Span[], start: number, end: number): ReadonlySet<string> {
  const isOn = (span: Span): boolean =>
    start === end ? span.start < start && span.end > end : span.start <= start && span.end >= end;
  return new Set(spans.filter(isOn).map(({ key }) => key));
}

/** What a side added is there, and what a side removed is not. */
function mergedKeys(
  base: ReadonlySet<string>,
  mine: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set([...mine, ...theirs].filter((key) => !base.has(key) || (mine.has(key) && theirs.has(key))));
}

function runsOf(pieces: readonly Piece[]): readonly Span[] {
  const runs: Span[] = [];
  let start = 0;
  for (const { text, keys } of pieces) {
    const end = start + text.length;
    for (const key of keys) {
      const last = runs.findLastIndex((run) => run.key === key && run.end === start);
      const before = runs[last];
      if (before) runs[last] = { ...before, end };
      else runs.push({ key, start, end });
    }
    start = end;
  }
  return runs;
}

function hasTwoLinks({ keys }: Piece): boolean {
  return [...keys].filter((key) => key.startsWith(LINK)).length > 1;
}

function hasSplitQuote(runs: readonly Span[]): boolean {
  const quotes = runs.filter(({ key }) => key.startsWith(QUOTE)).map(({ key }) => key);
  return new Set(quotes).size < quotes.length;
}

function markOfKey({ key, start, end }: Span): readonly BodyMark[] {
  if (key.startsWith(LINK)) return [{ kind: "LINK", href: key.slice(LINK.length), start, end }];
  return key === "STRONG" || key === "EMPHASIS" ? [{ kind: key, start, end }] : [];
}

/** The paragraph as the server keeps it; null where nothing is left of it. */
function partOfRuns(
  id: string,
  style: ParagraphPart["style"],
  text: string,
  runs: readonly Span[],
): ParagraphPart | null {
  const quotes = runs
    .filter(({ key }) => key.startsWith(QUOTE))
    .map(({ key, start, end }) => ({ id: key.slice(QUOTE.length), start, end, kind: "DIRECT" as const }));
  const marks = runs.flatMap(markOfKey);
  const [part] = partsOf(documentOf([{ __typename: "Paragraph", id, style, text, marks, quotes }]), new Map());
  return part?.kind === "paragraph" ? part : null;
}

/** Whether the merged paragraph has every quote that it should, and no words of a quote were changed that the other side removed. */
function areQuotesKept(part: ParagraphPart, ...[base, mine, theirs]: readonly ParagraphPart[]): boolean {
  const [merged, was, own, other] = [part, base, mine, theirs].map(quotedTexts);
  return [...new Map([...(was ?? []), ...(own ?? []), ...(other ?? [])]).keys()].every((id) => {
    const words = [own?.get(id), other?.get(id)].filter((text) => text !== undefined);
    const before = was?.get(id);
    if (before === undefined || words.length === 2) return merged?.has(id);
    return words.every((text) => text === before);
  });
}

function quotedTexts(part: ParagraphPart | undefined): ReadonlyMap<string, string> {
  return new Map(part?.quotes.map((quote) => [quote.id, wordsAt(part.text, quote)]));
}
