import { AGO, AROUND_DAY, FIRST_OR_LAST, NEARBY_DAY, PUBLISHED, TIME_UNIT, UPDATED } from "../lexicon/head-lines.js";
import { anyOf } from "../lexicon/wordings.js";
import { datelineConfidence } from "../story/confidence.js";
import type { FoundDateline } from "./dateline.js";
import { readDatelineParts } from "./dateline-parts.js";
import { dayInYear, readDay } from "../text/days.js";
import { weekdayNames } from "../lexicon/months.js";

/** A day that a line above the story names. */
export interface HeadDay {
  /** The whole line. */
  readonly text: string;
  /** ISO calendar day; null when the line says only how long ago it was, or leaves the year out. */
  readonly date: string | null;
  /** Whether it is the day of a later version. */
  readonly isUpdate: boolean;
}

/** A line that holds nothing but days and times is no longer. */
const longestLine = 120;

const label = new RegExp(
  String.raw`^(?:${anyOf(FIRST_OR_LAST)}\s+)?(?:(?<update>${anyOf(UPDATED)})|${anyOf(PUBLISHED)})(?=[\s:.]|$)\.?\s*:?\s*`,
  "iu",
);
const filler = new RegExp(String.raw`^(?:\s+|[|·•,;()/–—\-]+|${anyOf(AROUND_DAY)}\.?(?=\s|$))`, "iu");
const clock =
  /^(?:\d{1,2}(?:[:.h]\d{2}){1,2}|\d{1,2}(?=\s?(?:[ap]\.?m\b|uhr|h\b)))(?:\s?[ap]\.?m\.?(?![\p{L}])|\s?uhr|\s?h(?:rs)?(?!\p{L}))?/iu;
const zone =
  /^(?:UTC|GMT|[ECMP][SD]?T|BST|CES?T|MES?Z|IST|JST|KST|SGT|HKT|AE[SD]T|EES?T|MSK|WIB|PKT|local time|Ortszeit|Uhr)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?(?!\p{L})/iu;
const relative = new RegExp(
  String.raw`^(?:${anyOf(AGO)}\s+)?(?:\d{1,3}|an?|one)\s${anyOf(TIME_UNIT)}(?:\s+ago)?|^${anyOf(NEARBY_DAY)}(?!\p{L})`,
  "iu",
);
const offset = /^[+-]\d{1,2}(?::?\d\d)?(?!\d)/u;
const time = [offset, filler, clock, zone] as const;

/** Reads a line of days and times alone, such as "Published: 26 May 2025, 10:04"; null for every other line. */
export function readDayLine(text: string): HeadDay | null {
  if (text.length > longestLine || /^\d{1,4}(?:\D{0,2}\d{1,4}){0,1}$/u.test(text)) return null;
  const reader = new DayLineReader(text);
  return reader.read() ? { text, ...reader.stated() } : null;
}

class DayLineReader {
  #rest: string;
  #isUpdate = false;
  #isDay = false;
  #published: string | null = null;
  #updated: string | null = null;

  constructor(text: string) {
    this.#rest = text;
  }

  /** Whether the whole line was used up and a day was among it. */
  read(): boolean {
    while (this.#rest !== "") {
      const length = this.#takeLabel() || this.#takeDay() || this.#takeRelative() || this.#takeTime();
      if (length === 0) return false;
      this.#rest = this.#rest.slice(length);
    }
    return this.#isDay;
  }

  stated(): { readonly date: string | null; readonly isUpdate: boolean } {
    const isUpdate = this.#published === null && this.#updated !== null;
    return { date: this.#published ?? this.#updated, isUpdate };
  }

  #takeLabel(): number {
    const match = label.exec(this.#rest);
    if (!match) return 0;
    this.#isUpdate = match.groups?.["update"] !== undefined;
    return match[0].length;
  }

  #takeDay(): number {
    const weekday = /^\p{L}+/u.exec(this.#rest)?.[0] ?? "";
    if (weekdayNames.has(weekday.toLowerCase())) return weekday.length + (this.#rest[weekday.length] === "." ? 1 : 0);
    const day = readDay(this.#rest);
    if (!day) return 0;
    this.#isDay = true;
    if (this.#isUpdate) this.#updated ??= day.date;
    else this.#published ??= day.date;
    return day.end;
  }

  #takeRelative(): number {
    const length = relative.exec(this.#rest)?.[0].length ?? 0;
    this.#isDay ||= length > 0;
    return length;
  }

  #takeTime(): number {
    for (const form of time) {
      const length = form.exec(this.#rest)?.[0].length ?? 0;
      if (length > 0) return length;
    }
    return 0;
  }
}

/** A line with place and full day alone, as letters and press releases have it; null for every other line. */
export function readFilingLine(text: string): FoundDateline | null {
  if (text.length > 80) return null;
  const head = readDatelineParts(text);
  if (!head || head.place === null || head.date === null || /^[^,]*\d/u.test(text)) return null;
  const dateline = { text, place: head.place, date: head.date, agency: head.agency };
  return {
    dateline,
    end: text.length,
    confidence: datelineConfidence.lineAbove,
    reason: "A line above the text names a place and a day.",
  };
}

/** The dateline with the day that a line above the story names, where it states none itself. */
export function fileDateline(found: FoundDateline | null, day: HeadDay | null): FoundDateline | null {
  if (!day || day.date === null || (found && found.dateline.date !== null)) return found;
  const reason = day.isUpdate
    ? "A line above the text names the day of this version."
    : "A line above the text names the day.";
  if (!found) {
    const dateline = { text: day.text, place: null, date: day.date, agency: null };
    return { dateline, end: 0, confidence: datelineConfidence.dayAbove, reason };
  }
  const date = dayInYear(found.dateline.text, day.date) ?? (/\d/u.test(found.dateline.text) ? null : day.date);
  return { ...found, dateline: { ...found.dateline, date }, reason: `${found.reason} ${reason}` };
}
