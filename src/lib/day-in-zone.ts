const formats = new Map<string, Intl.DateTimeFormat>();

/** The ISO day that it is at a moment in a time zone of the IANA database. */
export function dayInZone(moment: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // The calendar of Sweden writes days as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    formats.set(timeZone, format);
  }
  return format.format(moment);
}
