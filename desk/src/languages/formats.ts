/** How moments, days and numbers are written in the language of the interface. */
export interface Formats {
  /** A moment in the time zone of the browser, such as “27 Nov 2026, 14:05”. */
  readonly moment: (moment: string) => string;
  /** A moment in UTC, with the zone; null where the time zone of the browser has the same time. */
  readonly momentUtc: (moment: string) => string | null;
  /** A moment in the time zone of the browser, with the zone. */
  readonly momentZoned: (moment: string) => string;
  /** How long ago a moment is, such as “5 minutes ago”. */
  readonly ago: (moment: string) => string;
  /** A day without a time, such as “27 November 2026”. */
  readonly day: (day: string) => string;
  readonly number: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly bytes: (value: number) => string;
  /** The name of a language, such as “German” for `de`. */
  readonly language: (tag: string) => string;
  /** A list such as “a, b and c”. */
  readonly list: (items: readonly string[]) => string;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];

function relative(format: Intl.RelativeTimeFormat, moment: string): string {
  const seconds = (new Date(moment).getTime() - Date.now()) / 1000;
  const [unit, length] = STEPS.find(([, each]) => Math.abs(seconds) >= each) ?? ["minute", 60];
  return format.format(Math.trunc(seconds / length), unit);
}

/** The formats of a language. */
export function formatsOf(language: string): Formats {
  const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const parts = { year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;
  const zoned = new Intl.DateTimeFormat(language, { ...parts, timeZoneName: "short" });
  const utc = new Intl.DateTimeFormat(language, { ...parts, timeZoneName: "short", timeZone: "UTC" });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const agos = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: "percent" });
  const kilobytes = new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
  const names = new Intl.DisplayNames(language, { type: "language" });
  const lists = new Intl.ListFormat(language, { type: "conjunction" });
  return {
    moment: (moment) => moments.format(new Date(moment)),
    momentUtc: (moment) => (new Date(moment).getTimezoneOffset() === 0 ? null : utc.format(new Date(moment))),
    momentZoned: (moment) => zoned.format(new Date(moment)),
    ago: (moment) => relative(agos, moment),
    day: (day) => days.format(new Date(day)),
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value),
    bytes: (value) => kilobytes.format(value / 1000),
    language: (tag) => names.of(tag) ?? tag,
    list: (items) => lists.format(items),
  };
}
