/** A stretch between quotation marks in one paragraph. */
export interface MarkedSpan {
  /** Where the opening mark begins. */
  readonly outerStart: number;
  /** The quoted words, without marks and without space at their ends. */
  readonly start: number;
  readonly end: number;
  /** After the closing mark. */
  readonly outerEnd: number;
  readonly isClosed: boolean;
  /** Whether a dash opens it instead of a mark. */
  readonly isDash?: boolean;
}

interface MarkEvent {
  readonly mark: string;
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

interface OpenSpan {
  readonly mark: string;
  readonly at: number;
}

const doubleMarks = /''|``|["“”„‟«»「」『』＂〝〞″]/gu;
const singleMarks = /[‘’‚‛'‹›`]/gu;
const straight = new Set(['"', "''", "＂", "″"]);

/** What may close a span by what opened it: typists and converters mix the styles. */
const closers: Readonly<Record<string, readonly string[]>> = {
  "“": ["”", '"', "“", "''", "〞", "″"],
  // Scripts from right to left are often set with the two turned round.
  "”": ["”", '"', "″", "“"],
  "„": ["“", "”", '"', "„", "''"],
  "‟": ["”", '"'],
  "«": ["»"],
  "»": ["«", "»"],
  "「": ["」"],
  "『": ["』"],
  "〝": ["〞", "〟"],
  '"': ['"', "”", "“", "''", "″"],
  "″": ["″", '"', "”"],
  "＂": ["＂", '"'],
  "''": ["''", '"', "”"],
  "``": ["''", '"', "``"],
  "‘": ["’", "'"],
  "'": ["'", "’"],
  "`": ["'", "’"],
  "‚": ["‘", "’", "'"],
  "‛": ["’", "'"],
  "‹": ["›"],
  "›": ["‹"],
};

/** Which kind of mark opens the quotations of a document. */
export interface MarkUse {
  readonly single: boolean;
}

/** Some papers quote in single marks; they count only where double ones are not used for quotations. */
export function recogniseMarkUse(paragraphs: readonly string[]): MarkUse {
  let double = 0;
  let single = 0;
  for (const text of paragraphs) {
    double += text.match(doubleMarks)?.length ?? 0;
    single += text.match(/(?<=[\p{L}\p{N}][,.!?])['’](?!\p{L})/gu)?.length ?? 0;
    single += text.match(/‹[^‹›]{1,300}›|›[^‹›]{1,300}‹|‚[^‚‘’]{1,300}[‘’](?!\p{L})/gu)?.length ?? 0;
  }
  return { single: single > 0 && single * 2 > double };
}

/** A paragraph with more unclosed marks uses them for another purpose. */
const mostUnclosed = 20;

/** A paragraph with more quoted stretches is no text of a story. */
const mostSpans = 2000;

/** Finds the outermost quoted stretches of a paragraph in order; one left open runs to the paragraph's end. */
export function findMarkedSpans(text: string, use: MarkUse): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  const events = readEvents(text, use);
  let open: OpenSpan | null = null;
  for (let at = 0; at < events.length; at++) {
    const event = events[at];
    if (!event) break;
    if (open === null) {
      if (event.opens) open = { mark: event.mark, at: event.at };
    } else if (closesSpan(event, open)) {
      addSpan(spans, text, open, event.at, event.at + event.mark.length);
      open = null;
    } else if (reopens(event, open)) {
      if (nests(text, events, at)) {
        at++;
        continue;
      }
      addSpan(spans, text, open, event.at, event.at, false);
      open = { mark: event.mark, at: event.at };
    }
  }
  if (open !== null) addSpan(spans, text, open, text.length, text.length, false);
  const unclosed = spans.filter((span) => !span.isClosed).length;
  return unclosed > mostUnclosed || spans.length > mostSpans ? [] : spans;
}

function addSpan(
  spans: MarkedSpan[],
  text: string,
  open: OpenSpan,
  end: number,
  outerEnd: number,
  isClosed = true,
): void {
  const from = open.at + open.mark.length;
  const inner = text.slice(from, end);
  const start = from + (inner.length - inner.trimStart().length);
  const last = end - (inner.length - inner.trimEnd().length);
  if (last > start) spans.push({ outerStart: open.at, start, end: last, outerEnd, isClosed });
}

function readEvents(text: string, use: MarkUse): readonly MarkEvent[] {
  const events: MarkEvent[] = [];
  const pattern = use.single ? new RegExp(`${doubleMarks.source}|${singleMarks.source}`, "gu") : doubleMarks;
  for (const match of text.matchAll(pattern)) {
    const event = readEvent(text, match[0], match.index);
    if (event) events.push(event);
  }
  return events;
}

function readEvent(text: string, mark: string, at: number): MarkEvent | null {
  const before = text[at - 1] ?? " ";
  const after = text[at + mark.length] ?? " ";
  // A mark after "=" belongs to an attribute of markup, not to the text.
  if (before === "=" || (before === '"' && after === ">")) return null;
  if (/^[‘’'`‚‛‹›]$/u.test(mark)) return singleEvent(mark, at, before, after);
  const opening = openingPlace.test(before) && !/[\s\u200e\u200f]/u.test(after);
  const closing = !/\s/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
  // French paragraphs that go on with a quotation may open with its closing mark.
  if (mark === "»" && text.slice(0, at).trim() === "") return { mark, at, opens: true, closes: false };
  if (spaceless.test(before + after)) return { mark, at, opens: mark in closers, closes: true };
  return { mark, at, opens: mark in closers && opensHere(mark, opening, closing), closes: !opening };
}

const openingPlace = /[\s([{—–\-/:“„«‘‚"'¿¡>\u200e\u200f]/u;
const spaceless = /[\u3000-\u9fff]/u;

/** Marks with a shape of their own open unless they plainly close; the others open only where something begins. */
function opensHere(mark: string, opening: boolean, closing: boolean): boolean {
  if (/^[„«「『〝‟]$/u.test(mark)) return true;
  if (straight.has(mark) || mark === "“" || mark === "``") return opening || !closing;
  return opening && !closing;
}

/** An apostrophe inside or before a word is no mark; one after a full stop or comma most surely is. */
function singleEvent(mark: string, at: number, before: string, after: string): MarkEvent | null {
  const opens = /[\s([{—–"“„«]/u.test(before) && /[\p{L}\p{N}“"[…¿¡]/u.test(after) && mark !== "’";
  const closes = !/\s/u.test(before) && !/[\p{L}\p{N}]/u.test(after) && mark !== "‘" && mark !== "‚";
  const possessive = /s/iu.test(before) && /\s/u.test(after);
  return opens || (closes && !possessive) ? { mark, at, opens, closes } : null;
}

/** Marks that both open and close must be where something ends; a mark that only closes always does. */
function closesSpan(event: MarkEvent, open: OpenSpan): boolean {
  if (!(closers[open.mark] ?? []).includes(event.mark)) return false;
  const needsPlace = straight.has(event.mark) || event.mark === open.mark || (event.mark === "“" && open.mark !== "„");
  return !needsPlace || event.closes;
}

/** A second opening mark of the same style means that the first was never closed. */
function reopens(event: MarkEvent, open: OpenSpan): boolean {
  const sameStyle = event.mark === open.mark || (straight.has(event.mark) && straight.has(open.mark));
  return event.opens && !event.closes && sameStyle;
}

/** A name of more words is no name, but somebody's words, which end those around them. */
const longestNested = 4;

/** Marks that are the same at both ends may be around a name within others: open, open, close, close. */
function nests(text: string, events: readonly MarkEvent[], at: number): boolean {
  const [inner, first, second] = events.slice(at, at + 3);
  if (!inner || !first || !second || !straight.has(inner.mark)) return false;
  const name = text.slice(inner.at, Math.min(first.at, inner.at + 80));
  if (first.at - inner.at > 80 || name.split(/\s+/u).length > longestNested) return false;
  return [first, second].every(({ mark, opens, closes }) => mark === inner.mark && closes && !opens);
}

/** Whether a paragraph begins with an opening mark, as each paragraph of a longer quotation does. */
export function beginsWithMark(text: string): boolean {
  return /^\s*(?:''|``|["“„«»「『”‘'])/u.test(text);
}
