import { monthNumbers } from "../lexicon/months.js";

/** A day found in text: its ISO form, or null when the year is missing, and where it ends. */
export interface FoundDay {
  readonly date: string | null;
  readonly end: number;
}

const digitRanges: readonly number[] = [0x0660, 0x06f0, 0x0966];
const word = "[\\p{L}\\p{M}]{2,14}";
const time =
  "(?:[,\\s]+(?:at\\s+|um\\s+|à\\s+)?\\d{1,2}[:.]\\d{2}(?:\\s?[ap]\\.?m\\.?)?(?:\\s(?:UTC|GMT|[ECMP][SD]?T))?)?";

interface DayForm {
  readonly pattern: RegExp;
  readonly order: "ymd" | "dmy" | "mdy";
}

const forms: readonly DayForm[] = [
  {
    pattern: /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:T[\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/u,
    order: "ymd",
  },
  { pattern: /^(?<y>\d{4})\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?日/u, order: "ymd" },
  { pattern: /^(?<y>\d{4})년\s?(?<m>\d{1,2})월\s?(?<d>\d{1,2})일/u, order: "ymd" },
  {
    pattern: new RegExp(`^(?<m>${word})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})(?!\\d)`, "iu"),
    order: "mdy",
  },
  { pattern: new RegExp(`^(?<m>${word})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, "iu"), order: "mdy" },
  {
    pattern: new RegExp(
      `^(?<d>\\d{1,2})(?:\\.|er|º|st|nd|rd|th)?\\s*(?:de\\s+|di\\s+)?(?<m>${word})\\.?,?\\s+(?:de(?:l)?\\s+)?(?<y>\\d{4})(?!\\d)(?:\\s?(?:г\\.|р\\.))?`,
      "iu",
    ),
    order: "dmy",
  },
  {
    pattern: new RegExp(`^(?<d>\\d{1,2})(?:\\.|er|º|st|nd|rd|th)?\\s*(?:de\\s+|di\\s+)?(?<m>${word})\\.?`, "iu"),
    order: "dmy",
  },
  { pattern: /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)/u, order: "dmy" },
  { pattern: /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})(?!\d)/u, order: "mdy" },
];

const trailingTime = new RegExp(`^${time}`, "iu");
const leadingTime = /^\d{1,2}:\d{2}(?:\s?[AP]\.?M\.?)?\s*[·,-]\s*/iu;

/** Reads the day at the very start of the text, in any of the trade's notations; null when there is none. */
export function readDay(text: string): FoundDay | null {
  const plain = westernDigits(text.slice(0, 80));
  const skipped = leadingTime.exec(plain)?.[0].length ?? 0;
  const rest = plain.slice(skipped);
  for (const form of forms) {
    const groups = form.pattern.exec(rest);
    const found = groups && fromGroups(groups);
    if (found) return { date: found.date, end: skipped + found.end + timeAfter(rest.slice(found.end)) };
  }
  return null;
}

function timeAfter(text: string): number {
  return trailingTime.exec(text)?.[0].length ?? 0;
}

function fromGroups(match: RegExpExecArray): FoundDay | null {
  const { y, m, d } = match.groups ?? {};
  const month = monthNumber(m ?? "");
  const day = Number(d);
  if (month === null || !(day >= 1 && day <= 31)) return null;
  return { date: y === undefined ? null : isoDay(Number(y), month, day), end: match[0].length };
}

function monthNumber(text: string): number | null {
  if (!/^\d+$/.test(text)) return monthNumbers.get(text.toLowerCase().normalize("NFC")) ?? null;
  const number = Number(text);
  return number >= 1 && number <= 12 ? number : null;
}

/** Null for a day the calendar does not have. */
function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** How far a day without its year may lie from the day that has it one, in days. */
const farthestDay = 10;

/** The day that the text names without its year, in the year in which it is next to another; null when none does. */
export function dayInYear(text: string, near: string): string | null {
  const year = Number(near.slice(0, 4));
  const words = text.slice(0, 200).split(/[\s,()]+/u);
  for (const [at] of words.entries()) {
    const day = words
      .slice(at, at + 2)
      .join(" ")
      .replace(/\.$/u, "");
    for (const candidate of [year, year - 1, year + 1]) {
      const date = readDay(`${day} ${candidate}`)?.date ?? null;
      if (date !== null && Math.abs(Date.parse(date) - Date.parse(near)) <= farthestDay * 86_400_000) return date;
    }
  }
  return null;
}

/** Arabic, Persian and Devanagari digits as western ones, length unchanged. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = digitRanges.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
}
