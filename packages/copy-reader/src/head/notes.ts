import {
  AGENCY_KEYWORD,
  COUNTED,
  EMBARGO,
  LISTEN,
  OF_READING,
  PAGE_ACTION,
  PRESS_RELEASE,
  READING_TIME,
  SENDER,
  TO_EDITORS,
  VERSION_NOTE,
} from "../lexicon/head-lines.js";
import { anyOf } from "../lexicon/wordings.js";
import { labelWords } from "../lexicon/places.js";

/** What a line above a story is if it is not part of its text. */
export type HeadLine = "embargo" | "note" | "source" | "slug" | "keyword" | "page";

const embargo = new RegExp(String.raw`^\W*(?:(?:under|strict(?:ly)?|hard)\s+)*${anyOf(EMBARGO)}\b.{0,200}$`, "iu");

const note: readonly RegExp[] = [
  new RegExp(String.raw`^\(${anyOf(VERSION_NOTE)}\b.{0,400}\)$`, "iu"),
  new RegExp(String.raw`^${anyOf(TO_EDITORS)}\s?[:;].{0,400}$`, "iu"),
  new RegExp(
    String.raw`^[^\p{L}\d]*${anyOf(PRESS_RELEASE)}(?:\s*[\-–—:#]?\s*(?:no|nr|n)?[.°º]?\s?(?=[\p{Lu}\d/.\-]*\d)[\p{Lu}\d/.\-]{1,20})?\W*$`,
    "iu",
  ),
];

/** The sender of a release, or its contact, as distribution services put it above the headline. */
const source = new RegExp(String.raw`^${anyOf(SENDER)}\s*:\s*[^\s].{0,110}(?<![.!?…])$`, "iu");

const slug: readonly RegExp[] = [
  /^[a-z]{1,2}\s[a-z]{1,2}\s[A-Z]{2}[-–].{2,80}$/u,
  /^(?:BC|AM|PM|AP|US|EU|AS|ML|AF|CB|LT|SP|FB|HK|BK)[-–][^\s,]+(?:\s[^\s,]+){0,4},.{0,60}\d{2,4}$/u,
  /^(?:BC|AM|PM|AP)[-–][\w'’.–-]+(?:,.{0,60})?$/u,
  /^(?:BC|AM|PM|AP)[-–]{1,2}[^\s,]+(?:\s[^\s,]+){0,5},(?=\S|\s(?:\d|Ld|Lead|Adv|Bjt|Writethru|Correct|Update|Add)).{1,60}$/u,
  /^(?:(?:BC|AM|PM|AP)-(?:[A-Z]{2,3}-)?|[A-Z]{2}-)-(?=\S).{2,90}(?<![.!?…])$/u,
  /^[a-z]\d{3,4}\b.{0,60}$/u,
  /^[a-z0-9]{2,20}(?:[-_][a-z0-9]{1,20}){1,6}$/u,
  /^\d(?:st|nd|rd|th)\s(?:Ld|Lead|Add|Wri)\b.{0,60}$/iu,
];

/** Keywords that an agency puts above a headline; the same words can be a headline where no other is below. */
const keyword: readonly RegExp[] = [
  new RegExp(
    String.raw`^\(${anyOf(AGENCY_KEYWORD)}(?:\s?\d{1,4})?(?:\s?[:,–\-][^()]{1,60})?\)\s+[\p{L}\d][\p{L}\d./\-]{0,40}(?:\s[\p{L}\d./\-]{1,30}){0,2}$`,
    "iu",
  ),
  /^\p{Lu}[\p{L}\d-]{1,24}(?:\/\p{L}[\p{L}\d-]{0,24}){1,7}\/?$/u,
];

const page: readonly RegExp[] = [
  new RegExp(String.raw`^\d{1,3}[\s\-]?(?:min(?:ute)?s?|minuten)\.?\s?${anyOf(OF_READING)}?$`, "iu"),
  new RegExp(String.raw`^${anyOf(READING_TIME)}\s*:?\s*.{1,20}$`, "iu"),
  new RegExp(String.raw`^${anyOf(PAGE_ACTION)}(?:\s?\(?\d{1,5}\)?)?$`, "iu"),
  new RegExp(String.raw`^\d{1,5}\s${anyOf(COUNTED)}$`, "iu"),
  new RegExp(String.raw`^${anyOf(LISTEN)}(?:\s.{0,20})?$`, "iu"),
  /^(?:[\p{L}&]+(?:\s[\p{L}&]+){0,3}\s?[>›]\s?){1,5}[\p{L}&]+(?:\s[\p{L}&]+){0,3}$/u,
];

/** States what a line above a story is; null for what may be its text. */
export function readHeadLine(text: string): HeadLine | null {
  if (text.length > 420) return null;
  if (embargo.test(text)) return "embargo";
  if (note.some((form) => form.test(text))) return "note";
  if (source.test(text)) return "source";
  if (slug.some((form) => form.test(text))) return "slug";
  if (keyword.some((form) => form.test(text))) return "keyword";
  return page.some((form) => form.test(text)) ? "page" : null;
}

/** Whether the line is only a word for what is below it, such as "EXCLUSIVE" or "Analysis". */
export function isKicker(text: string): boolean {
  return text.length <= 24 && labelWords.has(text.toLowerCase().replace(/[\s:|!-]+$/u, ""));
}

/** The number of a version that an agency puts before a headline; what kind of story it is stays. */
const version = /^(?:(?:RPT|REFILE|REPEAT)-)?(?:(?:UPDATE|WRAPUP|REFILE|RPT)(?:\s\d{1,2})?-)(?=\S)/u;

/** The headline without the marks of a version. */
export function withoutVersion(headline: string): string {
  const cut = headline.replace(version, "");
  return /\p{L}/u.test(cut) ? cut : headline;
}
