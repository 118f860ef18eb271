import { NOT_FOR_PUBLICATION } from "../../lexicon/furniture.js";
import { anyOf } from "../../lexicon/wordings.js";
import { readDay } from "../../text/days.js";

/*
 * The lines of the wire formats that are none of a story: IPTC 7901, ANPA 1312 and the telegraph's ZCZC and NNNN.
 */

/** The controls of transmission in these formats, by the names that the standards have for them. */
export const SOH = "\u0001";
export const STX = "\u0002";
export const ETX = "\u0003";

/** "cwi062 4 i 211 bcab cwi 061": source and number, priority, category, number of words, and what the service adds. */
const iptcHeader =
  /^\p{L}{2,6}\s?\d{2,5}\s+[1-9]\s+\p{L}{1,3}\s+(?:\d{1,5}(?:\s+[\p{L}\d/ .,:_-]{1,60})?|(?=\S{1,20}\s\/)[\p{L}\d/ .,:_-]{1,60})$/u;

/** "a0342" and "r i bc-ferry 02-11 0112": number of the message; priority, category, slug, day and number of words. */
const anpaHeader =
  /^[a-z]\d{3,4}[-=]{0,6}(?:\s.{0,40})?$|^[a-z]\s?[a-z]\s{0,6}(?:am|pm|bc|ap)-.{1,60}\s\d{1,2}-\d{1,2}(?:\s+\d{1,5})?$/iu;

/** Words of a service's own: capitals, figures and signs, with a figure within a word. */
const code = /^(?=.*(?:\p{Lu}\d|\d\p{Lu}|_))[\p{Lu}\d_/.:-]{1,24}(?:\s[\p{Lu}\d_/.:-]{1,24}){0,5}$/u;

const opening = /^ZCZC(?:\p{Lu}{1,4}\d|(?!\p{L}))/u;

/** Whether a line is the header of IPTC 7901. */
export function isIptcHeader(line: string): boolean {
  return line.length <= 100 && iptcHeader.test(line);
}

/** Whether a line opens a message of the telegraph. */
export function isZczc(line: string): boolean {
  return line.length <= 120 && opening.test(line);
}

/** Whether a line at the very top of a message is a header and no word of the story. */
export function isHeader(line: string): boolean {
  return isIptcHeader(line) || isZczc(line) || anpaHeader.test(line) || code.test(line);
}

/** "Harbours/" and "Leute/Musik/": what a story is filed under. */
export function readKeywords(line: string): readonly string[] | null {
  if (line.length > 100 || !/^\p{L}[\p{L}\d '’&().-]{0,40}(?:\/[\p{L}\d '’&().-]{1,40}){0,7}\/$/u.test(line))
    return null;
  return line.split("/").filter((word) => word.trim() !== "");
}

const signOffs: readonly RegExp[] = [
  // 111137 GMT Feb 26
  /^(?<d>\d\d)\d{4}\s?(?:[A-Z]{1,4}\s)?(?<m>\p{L}{3,4})\.?\s(?<y>\d\d|\d{4})$/iu,
  // 11-FEB-26 11:37
  /^(?<d>\d{1,2})-(?<m>\p{L}{3})-(?<y>\d\d|\d{4})(?:\s+\d\d[:.]?\d\d)?(?:\s[A-Z]{1,4})?$/iu,
];
/** AP-CS-02-11-26 1137EST */
const americanSignOff = /^\w{2,8}-[A-Z]{2}-(?<m>\d\d)-(?<d>\d\d)-(?<y>\d\d)\s+\d{4}\s?[A-Z]{0,4}<?$/u;
/** APA0123 2026-02-11/11:37 */
const isoSignOff = /^(?:\p{Lu}{2,6}\d{2,5}\s+)?(?<day>\d{4}-\d\d-\d\d)[/T ]\d\d:?\d\d(?::\d\d)?(?:Z|\s[A-Z]{1,4})?$/u;
/** Which number is the month differs, so that no day is taken. */
const bareSignOff = /^\d\d[/.]\d\d[/.]\d{2,4}\s+\d\d[:.]\d\d(?:\s[A-Z]{1,4})?$/u;

/** The ISO day that a line signs off a message with, null when it names none; undefined for every other line. */
export function readSignOff(line: string): string | null | undefined {
  if (line.length > 60) return undefined;
  const named = signOffs.map((form) => form.exec(line)?.groups).find((groups) => groups !== undefined);
  if (named) return readDay(`${Number(named["d"])} ${named["m"]} ${fullYear(named["y"] ?? "")}`)?.date ?? undefined;
  const american = americanSignOff.exec(line)?.groups;
  if (american) return readDay(`20${american["y"]}-${american["m"]}-${american["d"]}`)?.date ?? null;
  const iso = isoSignOff.exec(line)?.groups?.["day"];
  if (iso !== undefined) return readDay(iso)?.date ?? null;
  return bareSignOff.test(line) ? null : undefined;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

/** "XIC/ABC", "me/jh": who wrote and who sent a message. */
export function isInitials(line: string): boolean {
  return /^(?:\p{Lu}{1,5}(?:\/\p{Lu}{1,5}){1,3}|\p{Ll}{1,4}(?:\/\p{Ll}{1,4}){1,3})$/u.test(line);
}

/** What an agency writes to its clients below the story. */
const unpublished = new RegExp(String.raw`^[*#\s\-]*${anyOf(NOT_FOR_PUBLICATION)}`, "iu");

/** Whether a line begins the notes that are not for publication. */
export function opensNotes(line: string): boolean {
  return line.length <= 160 && unpublished.test(line);
}
