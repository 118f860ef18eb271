import type { LanguageLexicon } from "../lexicon/language-lexicon.js";
import { findClauses, type ReportingClause } from "./reporting-clauses.js";
import type { MarkedSpan } from "./marks.js";
import { tokenise, type TextToken } from "./tokens.js";

/*
 * In many languages a dash at the head of a paragraph opens speech and no mark closes it: “— Nous attendons, a dit la
 * maire.” The reporting clause ends the quotation. Speech goes on behind the clause where a dash or a comma closes it.
 */

const opening = /^\s*(?:[—–―]|-(?=\s))\s*(?=[^\s—–―-])/u;
/** What may follow the dash of a line that a list or another quotation opens. */
const noSpeech = /^["“„«»”'‘‹\d(@#]/u;
/** A dash that only speech has, where one word of saying is not found. */
const longDash = /^\s*[—―]/u;

/** Longer paragraphs are no lines of a dialogue, in UTF-16 code units. */
const longestSpeech = 3000;

/** The spoken parts of a paragraph that begins with a dash; null when no dialogue begins so. */
export function findDashSpans(
  text: string,
  lexicon: LanguageLexicon,
  hasDialogue: boolean,
): readonly MarkedSpan[] | null {
  const speech = hasDialogue ? readSpeech(text, lexicon) : null;
  if (!speech) return null;
  if (speech.clauses.length > 0) return spansBetween(text, speech, lexicon.namesSpeakerInside);
  const isWhole = longDash.test(text) && /[.!?…]\s*$/u.test(text) && /^[¿¡]?\p{Lu}/u.test(text.slice(speech.start));
  return isWhole ? [spanOf(text, { outer: 0, from: speech.start, to: text.length })] : null;
}

/** Whether a dash at the head of a paragraph opens speech with its reporting clause, and no item of a list. */
export function isDashSpeech(text: string, lexicon: LanguageLexicon): boolean {
  return (readSpeech(text, lexicon)?.clauses.length ?? 0) > 0;
}

interface Speech {
  /** Where the first spoken word begins. */
  readonly start: number;
  readonly tokens: readonly TextToken[];
  readonly clauses: readonly ReportingClause[];
}

function readSpeech(text: string, lexicon: LanguageLexicon): Speech | null {
  if (!lexicon.dashes || text.length > longestSpeech) return null;
  const start = opening.exec(text)?.[0].length ?? 0;
  if (start === 0 || noSpeech.test(text.slice(start, start + 1))) return null;
  const tokens = tokenise(text, [], lexicon).filter((token) => token.start >= start);
  return { start, tokens, clauses: findClauses(tokens, lexicon) };
}

function spansBetween(
  text: string,
  { start, tokens, clauses }: Speech,
  goesOnBehindComma: boolean,
): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  let [outer, from] = [0, start];
  for (const [index, clause] of clauses.entries()) {
    spans.push(spanOf(text, { outer, from, to: tokens[clause.first]?.start ?? text.length }));
    const resumed = resumeAt(tokens, clause, goesOnBehindComma);
    if (resumed === null) return spans;
    outer = tokens[clause.end]?.start ?? text.length;
    from = tokens[resumed]?.start ?? text.length;
    if (index === clauses.length - 1) spans.push(spanOf(text, { outer, from, to: text.length }));
  }
  return spans.filter((span) => span.end > span.start);
}

/** The first word that is spoken behind a reporting clause; null when the reporter goes on. */
function resumeAt(tokens: readonly TextToken[], { end }: ReportingClause, goesOnBehindComma: boolean): number | null {
  const closed = tokens[end - 1]?.text ?? "";
  let at = end;
  if (/^[—–-]$/u.test(closed)) while (/^[.,;:]$/u.test(tokens[at]?.text ?? "")) at++;
  else if (/^[—–-]$/u.test(tokens[at]?.text ?? "")) at++;
  else if (closed !== "," || !goesOnBehindComma) return null;
  return tokens[at] ? at : null;
}

function spanOf(
  text: string,
  place: { readonly outer: number; readonly from: number; readonly to: number },
): MarkedSpan {
  const words = text.slice(place.from, place.to).replace(/[\s,—–-]+$/u, "");
  const end = place.from + words.length;
  return { outerStart: place.outer, start: place.from, end, outerEnd: end, isClosed: true, isDash: true };
}
