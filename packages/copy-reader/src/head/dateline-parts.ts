import { isAgencyLetters, isBareAgency, isCallSign, isKnownAgency, isServiceName, isUnlistedName } from "./agencies.js";
import { inCommonEra, readSpelledDay } from "./dateline-days.js";
import { readDay, westernDigits } from "../text/days.js";
import { monthNumbers, weekdayNames } from "../lexicon/months.js";
import { filingPlaces, labelWords } from "../lexicon/places.js";

/** What the words before a dash turned out to be. */
export interface DatelineHead {
  readonly place: string | null;
  readonly date: string | null;
  readonly agency: string | null;
  readonly hasDay: boolean;
  /** Whether the agency is one that is known, so that it vouches for the rest. */
  readonly isVouched: boolean;
  /** Whether nobody has listed the agency, so that it is only taken for one because of where it is. */
  readonly isUnlisted?: boolean;
}

interface Segment {
  readonly text: string;
  /** With its brackets, where it has any. */
  readonly raw: string;
  readonly isBracketed: boolean;
}

/** How many segments a dateline has at most; what has more is a sentence. */
const MOST_SEGMENTS = 8;

/** Reads the words before a dash: places, then days and agencies; null when anything else is among them. */
export function readDatelineParts(text: string): DatelineHead | null {
  const head = westernDigits(text);
  if (head.trim() === "" || /[?!;“”"„«»@]|https?:/u.test(head)) return null;
  const whole = /^\s*[([](?<inner>[^()[\]]{3,90}[\s,–—-][^()[\]]*\d{4})[)\]]\s*$/u.exec(head)?.groups?.["inner"];
  const segments = cut(whole ?? head);
  return segments.length > MOST_SEGMENTS ? null : new HeadReader(segments).read();
}

const bracketed = /[([（]\s?(?<round>[^()[\]（）]{1,60}?)\s?[)\]）]|\/\s?(?<slashed>[^/،,]{2,50}?)\s?\/(?=[\s.]|$)/gu;

/** A service of distribution between slashes behind the day, such as "/PRNewswire-AsiaNet/". */
const distributor = /^(?=.*\p{L})[\p{L}\d][\p{L}\p{M}\d&.+'’ -]{1,49}$/u;

function isDistributor(name: string, before: string): boolean {
  return isKnownAgency(name) || (/\d[\s.,]*$/u.test(before) && distributor.test(name));
}

/** A distributor and the day in the same brackets: "(Marketwired - Feb. 1, 2017)". */
const withDay =
  /^(?<agency>\p{Lu}[\p{L}\d. ]{1,30}?)\s*(?:[-–—]{1,2}|,)\s*(?<day>\p{L}{3,9}\.?\s\d{1,2}.*|\d{1,2}\.?\s\p{L}{3,9}.*)$/u;

function cut(head: string): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of head.matchAll(bracketed)) {
    const { round, slashed } = match.groups ?? {};
    const before = head.slice(from, match.index);
    if (slashed !== undefined && !isDistributor(slashed, before)) continue;
    addPlain(segments, before);
    const { agency, day } = withDay.exec(round ?? "")?.groups ?? {};
    if (agency !== undefined && day !== undefined && readWholeDay(day)) {
      segments.push({ text: day, raw: day, isBracketed: false });
      segments.push({ text: agency, raw: `(${agency})`, isBracketed: true });
    } else segments.push({ text: (round ?? slashed ?? "").trim(), raw: match[0], isBracketed: true });
    from = match.index + match[0].length;
  }
  addPlain(segments, head.slice(from));
  return segments;
}

const separator = /,|،|、|\s+[-–—ـ]+\s+|[-–—]+\s+|\s+[-–—]+|--+|—|ـ+|\s+[|/]\s*|\s*\|\s+/u;
/** A stop parts what is before a day or an agency: "OSTWICK. May 26", "26 May. INTERFAX". */
const stop = /(?<=[\p{L}]\.)\s+(?=\d|\p{L}{3,12}\.?\s\d|\p{Lu}[\p{L}.]+$)/u;

function addPlain(segments: Segment[], text: string): void {
  for (const piece of text.split(separator)) {
    const parts = joinAbbreviations(piece.split(stop).map((part) => part.trim()));
    for (const part of parts) {
      const own = part.replace(/^[./\s]+/u, "").replace(longWordStop, "");
      if (own !== "") segments.push({ text: own, raw: own, isBracketed: false });
    }
  }
}
/** A stop behind a long word, or behind one in capitals, does not mark an abbreviation. */
const longWordStop = /(?<=\p{L}{6}|\p{Lu}{3})\.$/u;

/** The stop in "Feb. 10" or "ST. ARDLE" ends no part. */
function joinAbbreviations(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1) ?? "";
    const isMonth =
      before.endsWith(".") && monthNumbers.has((before.split(" ").at(-1) ?? "").slice(0, -1).toLowerCase());
    const isShort = /^\p{Lu}{1,3}\.$/u.test(before) && !/\d/u.test(part) && !isBareAgency(part);
    if ((isMonth && /^\d/u.test(part)) || isShort) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  return joined;
}

/** Words that are between a place and its day. */
const beforeDay = /\s+(?:في|den|le|el|on|am|dnia|den|il|på|op|в|от|الموافق)$/u;

class HeadReader {
  #place = "";
  #isPlaceEnded = false;
  #date: string | null = null;
  #hasDay = false;
  #agency: string | null = null;
  #isVouched = false;
  #isUnlisted = false;
  #places = 0;

  constructor(readonly segments: readonly Segment[]) {}

  read(): DatelineHead | null {
    for (let at = 0; at < this.segments.length; at++) {
      const segment = this.segments[at];
      const next = this.segments[at + 1];
      const isPair = segment !== undefined && next !== undefined && this.#takeYear(segment, next);
      if (isPair) at++;
      else if (!segment || !this.#take(segment)) return null;
    }
    if (this.#places > 3) return null;
    const [date, agency, hasDay, isVouched] = [this.#date, this.#agency, this.#hasDay, this.#isVouched];
    const head = { place: this.#place || null, date, agency, hasDay, isVouched };
    return this.#isUnlisted ? { ...head, isUnlisted: true } : head;
  }

  /** "May 26" and "2025" are one day. */
  #takeYear(segment: Segment, next: Segment): boolean {
    if (segment.isBracketed || next.isBracketed || !/^\d{4}\.?$/u.test(next.text)) return false;
    return this.#takeDay(`${segment.text}, ${next.text}`);
  }

  #take(segment: Segment): boolean {
    const { text, isBracketed } = segment;
    if (this.#takeDay(text) || this.#takeAgency(text, isBracketed)) return true;
    if (isBracketed)
      return this.#takeDistributor(segment) || this.#takeUnlisted(segment) || this.#takeBracketed(segment);
    if (weekdayNames.has(text.toLowerCase().replace(/\.$/u, ""))) return true;
    return this.#takePlaceAndDay(text) || this.#takePlace(text);
  }

  #takeDay(text: string): boolean {
    const day = readWholeDay(text);
    if (!day) return false;
    this.#hasDay = true;
    this.#date ??= inCommonEra(day.date);
    this.#isPlaceEnded = this.#place !== "";
    return true;
  }

  #takeAgency(text: string, isBracketed: boolean): boolean {
    const isKnown = isBracketed ? isKnownAgency(text) : isBareAgency(text);
    const isNamed = isBracketed && isServiceName(text);
    const isSigned = isBracketed && isCallSign(text, this.#hasDay) && isCapital(this.#place);
    if (this.#agency !== null || !(isKnown || isNamed || isSigned)) return false;
    this.#agency = text;
    this.#isVouched = isKnown || isNamed;
    this.#isPlaceEnded = this.#place !== "";
    return true;
  }

  /** Slashes are around nothing but a service, so that behind a day they vouch for it. */
  #takeDistributor({ text, raw }: Segment): boolean {
    if (this.#agency !== null || !this.#hasDay || !raw.startsWith("/")) return false;
    this.#agency = text;
    this.#isVouched = true;
    this.#isPlaceEnded = true;
    return true;
  }

  /** What is in the last brackets behind a place and its day, or a place in capitals, is anybody who filed the story. */
  #takeUnlisted(segment: Segment): boolean {
    const { text } = segment;
    const isLast = this.segments.at(-1) === segment;
    if (!isLast || this.#agency !== null || this.#place === "" || !/^[(（/]/u.test(segment.raw)) return false;
    const word = text.toLowerCase();
    if (labelWords.has(word) || weekdayNames.has(word) || filingPlaces.has(word)) return false;
    const isName = (this.#hasDay || isCapital(this.#place)) && isUnlistedName(text);
    if (!isName && !(isAgencyLetters(text) && !abbreviates(text, this.#place))) return false;
    this.#agency = text;
    this.#isUnlisted = true;
    this.#isPlaceEnded = true;
    return true;
  }

  /** A day in brackets was taken before; a region in them belongs to the place. */
  #takeBracketed({ text, raw }: Segment): boolean {
    if (this.#place === "" || this.#isPlaceEnded || !isPlaceName(text) || /[)\]]$/u.test(this.#place)) return false;
    this.#place = `${this.#place} ${raw}`;
    return true;
  }

  /** "Ostwick 26 May 2025", "أبوظبي في 26 مايو", and "MADRID, 26" where the agency follows. */
  #takePlaceAndDay(text: string): boolean {
    if (/^\d{1,2}$/u.test(text) && this.#place !== "" && Number(text) >= 1 && Number(text) <= 31)
      return this.#takeNumber();
    const split = /^(?<place>\D{2,60}?)\s+(?<day>\d.*)$/u.exec(text)?.groups ?? splitAtMonth(text);
    if (!split || !this.#takeDay(split["day"] ?? "")) return false;
    const isTaken = this.#takePlace((split["place"] ?? "").replace(beforeDay, ""), true);
    this.#isPlaceEnded = true;
    return isTaken;
  }

  /** A bare number is taken for a day only together with a known agency. */
  #takeNumber(): boolean {
    if (!this.segments.some(({ text, isBracketed }) => isBracketed && isKnownAgency(text))) return false;
    this.#hasDay = true;
    this.#isPlaceEnded = true;
    return true;
  }

  #takePlace(text: string, isDated = false): boolean {
    if ((this.#isPlaceEnded && !isDated) || !isPlaceName(text)) return false;
    this.#places++;
    this.#place = this.#place === "" ? text : `${this.#place}, ${text}`;
    return true;
  }
}

/** Whether letters are those with which the words before them begin: "Ostwick Ferries (OF)". */
function abbreviates(letters: string, words: string): boolean {
  const initials = [...words.matchAll(/(?<![\p{L}'’])\p{L}/gu)].map(([letter]) => letter).join("");
  const folded = letters.toLowerCase();
  return initials.toLowerCase().includes(folded.slice(0, 2)) && initials.length > 1;
}

function splitAtMonth(text: string): Readonly<Record<string, string>> | null {
  const split = /^(?<place>.{2,60}?)\s+(?<day>\p{L}{3,12}\.?\s+\d.*)$/u.exec(text)?.groups;
  return split ?? null;
}

function readWholeDay(part: string): { readonly date: string | null } | null {
  const bare = part.replace(/^(?:\p{L}+day|\p{L}{2,3})\.?\s+(?=\d|\p{L}+\.?\s+\d)/u, "");
  for (const candidate of [part, bare]) {
    const day = readDay(candidate);
    if (day && /^[.\s]*(?:م|г\.?|هـ)?[.\s]*$/u.test(candidate.slice(day.end))) return day;
  }
  return readSpelledDay(bare);
}

const placeWord =
  /^(?:\p{Lu}[\p{L}\p{M}.'’&-]*|\d{1,3}(?:st|nd|rd|th)|(?:al|el|as|ad|ar|at|an|d|l|s)[-'’]\p{Lu}[\p{L}\p{M}'’-]*|['’]s-\p{Lu}[\p{L}-]*|de|del|della|di|dei|la|le|les|el|los|las|of|the|am|an|der|die|den|im|in|ob|bei|und|and|do|da|dos|das|du|sur|sous|en|upon|aux|y|e|i|nad|near|près|cerca|zu|van|von|aan|op|ten|city|york)$/u;

/** A place is a few capitalised words; a script without capitals allows a few words. */
export function isPlaceName(text: string): boolean {
  const words = text.split(/[\s/]+/u).filter((word) => word !== "");
  if (words.length === 0 || words.length > 6 || text.length > 60 || labelWords.has(text.toLowerCase())) return false;
  if (/\d/u.test(text)) return false;
  if (!/\p{Lu}|\p{Ll}/u.test(text)) return words.length <= 3 && text.length <= 30;
  return /\p{Lu}/u.test(text) && words.every((word) => placeWord.test(word));
}

/** Whether the first part of a place is in capitals, as wires set it. */
export function isCapital(place: string): boolean {
  const first = place.split(",")[0] ?? "";
  return /\p{Lu}{2}/u.test(first) && !/\p{Ll}{2}/u.test(first);
}
