import { BY, BY_WITHOUT_CAPITALS, BYLINE_LABEL, JOB } from "../lexicon/head-lines.js";
import { anyOf } from "../lexicon/wordings.js";
import { isMonthName, weekdayNames } from "../lexicon/months.js";
import { readDay } from "../text/days.js";

/** A byline, and the day that is in it. */
export interface FoundByline {
  readonly text: string;
  /** ISO calendar day, null when it names none. */
  readonly date: string | null;
}

const longestByline = 160;
const opener = new RegExp(String.raw`^${anyOf(BY)}\s*:?\s+(?=[^\s])`, "iu");
/** Labels are no part of the byline. */
const labelled = new RegExp(String.raw`^${anyOf(BYLINE_LABEL)}\s*:\s*`, "iu");
const uncased = new RegExp(String.raw`^${anyOf(BY_WITHOUT_CAPITALS)}\s*[:：]?\s*[\p{L}\s\u200c]{3,60}$`, "u");
const nameWord =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|und|et|y|e|og|och|en|the|of|for|in|at|de|del|della|di|da|dos|do|das|du|la|le|van|von|der|den|ter|ten|zu|bin|ibn|al|el|af|av|with|&)$/u;
const jobWord = new RegExp(String.raw`\b${anyOf(JOB)}\b`, "iu");

/** Reads a line that names the author, without what only leads to them; null for every other line. */
export function readByline(line: string): FoundByline | null {
  if (line.length > longestByline) return null;
  const { text, date } = cutDay(line.replace(/\s*[(<[]?\b[\w.+-]{1,64}@[\w.-]{3,80}[)>\]]?/u, "").trim());
  const label = /^byline\s*:\s*(?<name>\p{L}.+)$/iu.exec(text)?.groups?.["name"];
  if (label !== undefined) return { text: label.replace(/(?<=\p{Ll}{2})\.$/u, ""), date };
  if (uncased.test(text)) return { text, date };
  const opening = opener.exec(text)?.[0];
  return opening !== undefined && isNames(text.slice(opening.length))
    ? { text: text.replace(labelled, ""), date }
    : null;
}

/** "By Ann Smith, May 26, 2025": the day is distinguished. */
function cutDay(text: string): { readonly text: string; readonly date: string | null } {
  for (const match of text.matchAll(/(?:\s*[,|·–—-]\s*|\s+)(?:le\s+|on\s+|am\s+|el\s+)?(?=\d|\p{L}{3,12}\.?\s\d)/gu)) {
    const rest = text.slice(match.index + match[0].length);
    const day = readDay(rest);
    if (day?.date && /^[\s|.]*$/u.test(rest.slice(day.end)))
      return { text: text.slice(0, match.index), date: day.date };
  }
  return { text, date: null };
}

/** Names come first; behind a comma or a bar anything may follow that ends no sentence. */
function isNames(text: string): boolean {
  const [names = "", ...others] = text.split(/\s*[,|/()·–—]\s*|\s+-\s+/u);
  const words = names.split(/\s+/u);
  const first = (words[0] ?? "").toLowerCase();
  if (
    weekdayNames.has(first) ||
    isMonthName(first) ||
    words.length > 10 ||
    /[.!?:]$/u.test(text.replace(/\b(?:jr|sr)\.$/iu, ""))
  )
    return false;
  const isNamed = /^(?:\p{Lu}|(?:the|de|van|von|al|el|bin|d['’])[\s'’-]?\p{Lu})/u.test(names);
  return isNamed && words.every((word) => nameWord.test(word)) && others.join(" ").split(/\s+/u).length <= 14;
}

/** Whether a line below a byline names the author's job. */
export function isJobLine(text: string): boolean {
  return (
    text.length <= 80 &&
    text.split(" ").length <= 8 &&
    jobWord.test(text) &&
    !/[.!?:]$/u.test(text) &&
    /^\p{Lu}/u.test(text)
  );
}

/** Whether a line is only a way to the author: an address, an account or a number. */
export function isContactLine(text: string): boolean {
  return /^(?:(?:e-?mail|twitter|x|follow|tel|telefon|phone)\s*(?:\p{L}+\s)?[:@]?\s*)?(?:[\w.+-]{1,64}@[\w.-]{3,80}|@[\w.]{2,40}|\+?[\d\s()/.-]{6,24})$/iu.test(
    text,
  );
}

/** Whether a line is two to four capitalised words, as a name alone is. */
export function isNameLine(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|van|von|der|al|bin)){1,4}$/u.test(text) &&
    text.length <= 60
  );
}
