import { dayOf } from "./document-parts.js";

const TIME = /^\d{4}-?\d\d-?\d\d[T ](\d\d):?(\d\d)?:?(\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/iu;

/** Whether a moment in ISO 8601 is only a day. */
export function isDayAlone(text: string): boolean {
  return !/[T ]/iu.test(text.trim());
}

/**
 * A moment in ISO 8601, also in its basic form, in UTC; null when it is not one. Without an offset it is the latest that it
 * can be anywhere on earth, and so is the beginning of a day alone.
 */
export function latestMoment(text: string): string | null {
  const day = dayOf(text);
  if (day === null) return null;
  if (isDayAlone(text)) return `${day}T12:00:00.000Z`;
  const [, hour, minute = "00", second = "00", offset = "-12:00"] = TIME.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const zone = offset.toUpperCase() === "Z" ? "Z" : `${offset.slice(0, 3)}:${offset.slice(3).replace(":", "") || "00"}`;
  const moment = new Date(`${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
