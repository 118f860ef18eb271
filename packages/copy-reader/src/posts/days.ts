import { type FoundDay, readDay } from "../text/days.js";

/** Where the letters of each script's digits begin. */
const zeros: readonly number[] = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x1040,
];

/** The languages that platforms write days in. */
const locales: readonly string[] = (
  "en de fr es it pt nl sv da nb fi pl cs sk hu ro bg ru uk sr hr sl el tr ar ar-SY ar-MA ar-DZ ar-TN fa ur he hi bn mr " +
  "gu ta te kn ml pa th vi id ms fil ca eu gl et lv lt is ga ka hy az kk mn sw"
).split(" ");

/** The calendars beside the Gregorian in which posts are dated, with a language whose names of months are theirs. */
const otherCalendars: readonly (readonly [string, string])[] = [
  ["persian", "fa"],
  ["persian", "en"],
];

interface Month {
  readonly calendar: string;
  /** From 1 to 12. */
  readonly number: number;
}

interface Words {
  readonly months: ReadonlyMap<string, Month>;
  readonly weekdays: ReadonlySet<string>;
}

/** Small words in and around days. */
const smallWords = new Set(
  (
    "de del di du d of the den der le el il em am on al à a i o op på в у om at um la klo kl ที่ วันที่ เวลา ngày năm г р m ч год року " +
    "ค ศ พ م ص ق ظ ب في فی در يوم روز مورخ tarihinde dne dnia w στις στο ב ב־ pm am p e(k)o st nd rd th er º ª ve 午前 午後 오전 오후 上午 下午 on: date posted"
  ).split(" "),
);

const longestDay = 100;
const tokenForm =
  /(?<time>\d{1,2}:\d{2}(?::\d{2})?)|(?<number>\d{1,4})(?:\s?(?<unit>[年년月월日일])(?!\p{L}))?|(?<word>[\p{L}\p{M}][\p{L}\p{M}'’ʼ]*)|(?<stop>\n|[^\s\p{P}\p{S}\p{N}\p{L}\p{M}\u200c])/gu;
const closing = /^(?:\.?[ \u00a0]?(?:г|р)\.|\.)?(?:\s?\([^\s()]{1,6}\))?/u;
const timeAfter =
  /^(?:[,،·\s]+(?:(?:at|um|à|às|a las|alle|om|kl\.?|klo|в|о|o|saat|الساعة|ساعت)\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\b\.?|\s[مص](?!\p{L}))?(?:\s(?:Uhr|UTC|GMT|[A-Z]{2,4}T))?)?/iu;

let words: Words | null = null;

/**
 * Reads the day at the start of what follows a signature, in the notations in which the platforms write days in any
 * language; null when there is none. A weekday, a time or a small word may be before it.
 */
export function readPostDay(text: string): FoundDay | null {
  const beginning = text.slice(0, longestDay);
  if (!/\p{Nd}/u.test(beginning)) return null;
  const plain = toWesternDigits(beginning);
  const start = /^[\s\p{P}]*/u.exec(plain)?.[0].length ?? 0;
  const found = readUsualDay(plain.slice(start));
  const usual = found && { date: found.date, end: start + found.end };
  // The names of all languages are looked up only where those of the wires' own are not enough.
  const day = usual?.date ? usual : (readNamedDay(plain) ?? usual);
  return day && { date: day.date, end: day.end + lengthOfRest(plain.slice(day.end)) };
}

function readUsualDay(text: string): FoundDay | null {
  const found = readDay(text);
  if (found) return found;
  const [all, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u.exec(text) ?? [];
  if (all === undefined) return null;
  const swapped = readDay(`${month}/${day}/${year}`);
  return swapped && { date: swapped.date, end: all.length };
}

/** How much of what follows a day still belongs to it: the word for the year, a weekday in brackets, the time. */
function lengthOfRest(text: string): number {
  const closed = closing.exec(text)?.[0].length ?? 0;
  return closed + (timeAfter.exec(text.slice(closed))?.[0].length ?? 0);
}

/** The digits of all scripts as western ones and marks of direction as spaces, length unchanged. */
export function toWesternDigits(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, " ").replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

interface ReadParts {
  day: number | null;
  month: Month | null;
  year: number | null;
  end: number;
}

/** Day, month and year in any order; the month has a name or a unit. */
function readNamedDay(plain: string): FoundDay | null {
  const parts: ReadParts = { day: null, month: null, year: null, end: 0 };
  let isMonthNext = false;
  for (const match of plain.matchAll(tokenForm)) {
    const { time, number, unit, word } = match.groups ?? {};
    if (time !== undefined) {
      if (parts.end > 0) break;
      continue;
    }
    const taken: Taken =
      number === undefined ? takeWord(parts, word) : takeNumber(parts, Number(number), unit, isMonthNext);
    if (taken === "stop") break;
    isMonthNext = taken === "month next";
    if (taken === "part") parts.end = match.index + match[0].length;
    if (parts.day !== null && parts.month && parts.year !== null) break;
  }
  const date = toIso(parts);
  return date === null ? null : { date, end: parts.end };
}

type Taken = "part" | "skipped" | "month next" | "stop";

function takeNumber(parts: ReadParts, number: number, unit: string | undefined, isMonth: boolean): Taken {
  const isMonthNumber = isMonth || unit === "月" || unit === "월";
  if (isMonthNumber && parts.month === null && number >= 1 && number <= 12) {
    parts.month = { calendar: "gregory", number };
    return "part";
  }
  if (number > 31 || unit === "年" || unit === "년") {
    if (parts.year !== null || number < 1000) return "stop";
    parts.year = number;
    return "part";
  }
  if (parts.day !== null || number < 1) return "stop";
  parts.day = number;
  return "part";
}

function takeWord(parts: ReadParts, word: string | undefined): Taken {
  const folded = fold(word ?? "");
  if (folded === "") return "stop";
  if (folded === "thang") return "month next";
  words ??= listWords();
  const month = words.months.get(folded) ?? words.months.get(folded.replace(/^ב/u, ""));
  if (month) {
    // A word such as "mar" is a month and a weekday; the first month that is next to a day is meant.
    if (parts.month !== null) return "stop";
    if (words.weekdays.has(folded) && parts.day === null) return "skipped";
    parts.month = month;
    return "part";
  }
  return smallWords.has(folded) || words.weekdays.has(folded) ? "skipped" : "stop";
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .replace(/[أإآ]/gu, "ا")
    .replace(/[\u064b-\u0652\u0654]/gu, "")
    .replace(/ي$/u, "ی")
    .replace(/ۀ$/u, "ه");
}

function toIso({ day, month, year }: ReadParts): string | null {
  if (day === null || month === null || year === null) return null;
  if (month.calendar !== "gregory") return fromCalendar(month, day, year);
  const date = new Date(Date.UTC(commonYear(year), month.number - 1, day));
  return date.getUTCMonth() === month.number - 1 ? date.toISOString().slice(0, 10) : null;
}

/** The year of the common era where one is of the Buddhist era, in which Thailand counts and which is 543 years ahead. */
export function commonYear(year: number): number {
  return year > 2400 && year < 2700 ? year - 543 : year;
}

/** The day of another calendar, found among the days around the one that its length of year has. */
function fromCalendar({ calendar, number }: Month, day: number, year: number): string | null {
  if (year < 1300 || year > 1500) return null;
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    timeZone: "UTC",
  });
  const about = Date.UTC(year + 621, 2, 21) + ((number - 1) * 30.5 + day - 1) * 86_400_000;
  for (let off = -4; off <= 4; off++) {
    const date = new Date(about + off * 86_400_000);
    const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
    if (parts.get("day") === day && parts.get("month") === number && parts.get("year") === year)
      return date.toISOString().slice(0, 10);
  }
  return null;
}

/** The names of months and weekdays as the library of locales has them, long and short, alone and beside a day. */
function listWords(): Words {
  const months = new Map<string, Month>();
  const weekdays = new Set<string>();
  for (const [calendar, locale] of [...locales.map((each) => ["gregory", each] as const), ...otherCalendars]) {
    for (const form of ["long", "short"] as const) {
      addMonths(months, `${locale}-u-ca-${calendar}-nu-latn`, calendar, form);
      if (calendar === "gregory") addWeekdays(weekdays, locale, form);
    }
  }
  // Short names that are in use beside those of the library.
  for (const [name, number] of [
    ["agt", 8],
    ["agu", 8],
    ["sept", 9],
  ] as const)
    if (!months.has(name)) months.set(name, { calendar: "gregory", number });
  return { months, weekdays };
}

function addMonths(months: Map<string, Month>, locale: string, calendar: string, form: "long" | "short"): void {
  const formats = [
    new Intl.DateTimeFormat(locale, { month: form, day: "numeric", year: "numeric", timeZone: "UTC" }),
    new Intl.DateTimeFormat(locale, { month: form, timeZone: "UTC" }),
  ];
  for (let index = 0; index < 12; index++) {
    // Persian months begin about the 21st of March.
    const date = calendar === "gregory" ? new Date(Date.UTC(2024, index, 15)) : new Date(Date.UTC(2024, 2 + index, 28));
    for (const format of formats) {
      const name = format.formatToParts(date).find(({ type }) => type === "month")?.value ?? "";
      const folded = fold(name.replace(/[.\s]+$/u, ""));
      if (/^\p{L}/u.test(folded) && !/[\s\d]/u.test(folded) && !months.has(folded))
        months.set(folded, { calendar, number: index + 1 });
    }
  }
}

function addWeekdays(weekdays: Set<string>, locale: string, form: "long" | "short"): void {
  const format = new Intl.DateTimeFormat(locale, { weekday: form, timeZone: "UTC" });
  for (let day = 1; day <= 7; day++) {
    for (const part of format.format(new Date(Date.UTC(2024, 0, day))).split(/[\s.\-،]+/u)) {
      if (part !== "") weekdays.add(fold(part));
    }
  }
}
