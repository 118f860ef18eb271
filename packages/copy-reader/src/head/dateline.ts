import { datelineConfidence } from "../story/confidence.js";
import { readSpecialDateline } from "./dateline-forms.js";
import { type DatelineHead, isCapital, readDatelineParts } from "./dateline-parts.js";
import { readDay } from "../text/days.js";
import { filingPlaces, labelWords } from "../lexicon/places.js";
import type { StoryDateline } from "../story/story-value.js";

/** A dateline found at the head of a paragraph, and where the paragraph's own words begin. */
export interface FoundDateline {
  readonly dateline: StoryDateline;
  readonly end: number;
  readonly confidence: number;
  readonly reason: string;
}

/** The longest dateline, and the most dashes before its end. */
const headLength = 150;
const mostTerminators = 8;

/** What can end a dateline: a dash, a colon, a bar, the bracket or the slash of an agency, or a full stop. */
const terminator =
  /\s*[-–—―_ـ]{1,3}(?=\s|$)\s*|\.[-–—]{1,2}(?=\s|$)\s*|(?<=[\p{L}.)\]\d])(?:--+|[—–―])(?=\S)|ـ+|\s*[:：](?=\s|$)\s*|(?<=\/)\.?\s+|(?<=[)\]])-?\.?(?:\s+|-)(?=["“„«‘'<¿¡]*[\p{Lu}\p{Lo}\d])|\s+[|=]\s+|(?<=\p{L}{2})\.\s+(?=["“„«]?\p{Lu}\p{Ll})/gu;

const leadingLabel = /^(?:date|datum|fecha|dated?)\s*:?\s*(?=\d)/iu;

interface LeadingDay {
  readonly date: string | null;
  readonly end: number;
}

interface Ending {
  readonly head: string;
  readonly mark: string;
  /** Where the paragraph's own words begin. */
  readonly end: number;
  readonly follows: string;
}

/** Reads a dateline at the head of a paragraph: place, day and agency before a dash; null when there is none. */
export function readDateline(paragraph: string): FoundDateline | null {
  const special = readSpecialDateline(paragraph);
  if (special) return describe(special.head, paragraph.slice(0, special.end), special.end, null);
  const lead = readLeadingDay(paragraph);
  const found = longestHead(paragraph.slice(lead.end, lead.end + headLength + 60));
  if (found) {
    const end = lead.end + found.ending.end;
    return describe(found.head, paragraph.slice(lead.end, end), end, lead.date);
  }
  return lead.date ? dateOnly(paragraph, lead) : null;
}

interface EndedHead {
  readonly head: DatelineHead;
  readonly ending: Ending;
}

/** The first ending that makes a dateline, or a later one that adds an agency or a day to it. */
function longestHead(text: string): EndedHead | null {
  let best: EndedHead | null = null;
  for (const ending of endings(text)) {
    const head = readDatelineParts(ending.head);
    if (head && (best === null || adds(head, best.head)) && isDateline(head, ending)) best = { head, ending };
  }
  return best;
}

function endings(text: string): readonly Ending[] {
  const found: Ending[] = [];
  for (const match of text.slice(0, headLength).matchAll(terminator)) {
    if (match.index === 0) continue;
    const end = match.index + match[0].length;
    found.push({ head: text.slice(0, match.index), mark: match[0].trim(), end, follows: text.slice(end) });
    if (found.length === mostTerminators) break;
  }
  return found;
}

function adds(head: DatelineHead, before: DatelineHead): boolean {
  return (
    (head.agency !== null && before.agency === null) ||
    (head.hasDay && !before.hasDay) ||
    (head.date !== null && before.date === null) ||
    (head.place !== null && before.place === null)
  );
}

/** What vouches for a dateline: an agency, a day, capitals, or a place that many stories are filed from. */
function isDateline(head: DatelineHead, ending: Ending): boolean {
  const { place, hasDay, isVouched, agency } = head;
  const isBracketEnd = ending.mark === "" || /^[./]$/u.test(ending.mark);
  if (isVouched && (place !== null || !isBracketEnd || hasDay)) return !isBracketEnd || opensSentence(ending);
  if (head.isUnlisted) return standsBeforeUnlisted(head, ending);
  if (place === null) return head.date !== null && agency === null && ending.mark !== "." && opensSentence(ending);
  if (hasDay) return ending.mark !== ".";
  if (agency !== null) return !isBracketEnd && opensSentence(ending);
  return standsBare(place, ending);
}

/** How much text follows letters that may be an agency's. */
const shortestUnderLetters = 40;

/** An agency that nobody has listed needs a dash, or a full day; without a day, a sentence that is no parenthesis too. */
function standsBeforeUnlisted({ date, hasDay }: DatelineHead, ending: Ending): boolean {
  const isDash = /^\.?[-–—―_ـ]{1,3}$/u.test(ending.mark);
  if (hasDay) return isDash || (date !== null && ending.mark === "" && opensSentence(ending));
  if (!isDash || !opensSentence(ending)) return false;
  const isListed = /[(（]\s?\p{L}{2,5}\s?[)）]/u.test(ending.follows.slice(0, 60));
  return !isListed && !isPaired(ending) && ending.follows.length >= shortestUnderLetters;
}

/** A place alone, in capitals, of the known ones, or as one or two words of a script without capitals. */
function standsBare(place: string, ending: Ending): boolean {
  const first = (place.split(/[,/]/u)[0] ?? "").toLowerCase();
  const isKnown = filingPlaces.has(first) || filingPlaces.has(place.toLowerCase());
  if (!/\p{Lu}|\p{Ll}/u.test(place)) return isUncasedPlace(place, isKnown, ending);
  if (!opensSentence(ending, isCapital(place) && !isPaired(ending)) || labelWords.has(first)) return false;
  if (ending.mark === ":" || ending.mark === "." || ending.mark === "") return isKnown && isCapital(place);
  if (isCapital(place)) return true;
  return isKnown && !isPaired(ending);
}

/** A script without capitals shows no places: one that is not known must be one word before a longer text. */
function isUncasedPlace(place: string, isKnown: boolean, ending: Ending): boolean {
  if (!/^[\p{Script=Arabic}\p{Script=Hebrew}\s\u200c]+$/u.test(place)) return false;
  if (!/^[-–—ـ]+$/u.test(ending.mark) || isPaired(ending)) return false;
  return isKnown || (!place.includes(" ") && ending.follows.length >= 40);
}

/** A second dash in the same sentence: the first one opened a parenthesis. */
function isPaired({ follows }: Ending): boolean {
  const sentence = /^[^.!?؟]*/u.exec(follows.slice(0, 160))?.[0] ?? "";
  return /\s[-–—]{1,2}\s|[–—]/u.test(sentence);
}

/** What follows is running text, and it begins as a sentence does: two parts of a headline in capitals are no dateline. */
function opensSentence({ follows }: Ending, isLowerAllowed = false): boolean {
  const opening = follows.slice(0, 60);
  if (!/\p{Lu}|\p{Ll}/u.test(opening)) return /[\p{L}\d]/u.test(opening);
  const isOpened = isLowerAllowed || /^[^\p{L}\d]{0,4}[\p{Lu}\p{Lo}\d]/u.test(opening);
  return isOpened && /\p{Ll}{2}/u.test(opening);
}

/** Some systems put the day before everything else, as in "date 2024-01-31 PLACE". */
function readLeadingDay(text: string): LeadingDay {
  const label = leadingLabel.exec(text)?.[0].length ?? 0;
  const day = label > 0 || /^\d{4}-\d\d-\d\d\b/.test(text) ? readDay(text.slice(label)) : null;
  if (!day) return { date: null, end: 0 };
  const end = label + day.end;
  return { date: day.date, end: end + (/^[\s,;:·|–—-]*/u.exec(text.slice(end))?.[0].length ?? 0) };
}

function describe(head: DatelineHead, words: string, end: number, leadingDate: string | null): FoundDateline {
  const { place, agency, hasDay } = head;
  const isDayStated = hasDay || leadingDate !== null;
  const parts = [place && "a place", isDayStated && "a day", agency && "an agency"];
  const named = parts.filter((part) => typeof part === "string").join(", ");
  return {
    dateline: { text: words.trim(), place, date: head.date ?? leadingDate, agency },
    end,
    confidence: isDayStated || agency !== null ? datelineConfidence.complete : datelineConfidence.placeAlone,
    reason: `The story opens with ${named} before a dash.`,
  };
}

function dateOnly(paragraph: string, lead: LeadingDay): FoundDateline {
  const dateline = { text: paragraph.slice(0, lead.end).trim(), place: null, date: lead.date, agency: null };
  return { dateline, end: lead.end, confidence: datelineConfidence.dayAlone, reason: "The story opens with a day." };
}
