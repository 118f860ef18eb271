import { isKnownAgency } from "./agencies.js";
import type { DatelineHead } from "./dateline-parts.js";
import { readDay } from "../text/days.js";
import { filingPlaces } from "../lexicon/places.js";

/** A dateline in a form that no dash ends, and where it ends. */
export interface SpecialDateline {
  readonly head: DatelineHead;
  readonly end: number;
}

/** The forms of agencies that write without dashes or without spaces; each names its parts. */
const forms: readonly RegExp[] = [
  // BERLIN taz |
  /^(?<place>\p{Lu}[\p{Lu}\p{Ll}-]{2,24}(?:\/\p{Lu}[\p{Lu}\p{Ll}-]{2,24})?)\s(?<agency>taz|dpa|epd|afp)\s?\|\s/u,
  // 【東京共同】
  /^【(?<place>[\p{Script=Han}\p{Script=Katakana}ー・]{1,12}?)[=＝、]?(?<agency>共同|時事|共同通信|時事通信)[^】]{0,12}】\s*/u,
  // 東京、5月26日（共同通信）—
  /^(?<place>[\p{Script=Han}\p{Script=Katakana}ー・]{1,12})、?\s?(?<day>\d{1,2}月\d{1,2}日)?\s?[（(](?<agency>[\p{L}]{2,8})[）)]\s*[-–—―：:]*\s*/u,
  // 新华社北京5月26日电（记者 …）
  /^(?<agency>新华社|新華社|中新社|中新网|中央社)(?<place>[\p{Script=Han}]{1,10}?)(?<day>\d{1,2}月\d{1,2}日)[电電](?:\s?[（(][^（）()]{1,40}[）)])?\s*[-–—：:]*\s*/u,
  // （中央社記者…台北26日電）
  /^[（(](?<agency>中央社|中新社|新華社|新华社)(?:記者|记者)?[^（）()\d]{0,14}?(?<place>[\p{Script=Han}]{2})(?<day>(?:\d{1,2}月)?\d{1,2}日)[电電][^（）()]{0,10}[）)]\s*/u,
  // (서울=연합뉴스) 김안나 기자 =
  /^[（(](?<place>[\p{Script=Hangul}·]{1,14})=(?<agency>[\p{Script=Hangul}\d]{2,10})[）)]\s*(?:(?:[\p{Script=Hangul}·]{2,14}\s){1,3}(?:특파원|기자|통신원)\s*)?=?\s*/u,
  // الرياض 28 ذو القعدة 1446 هـ الموافق 26 مايو 2025 م واس
  /^(?<place>[\p{Script=Arabic}]{2,20}(?:\s[\p{Script=Arabic}]{2,20}){0,2}?)\s+[\d٠-٩]{1,2}\s+[\p{Script=Arabic}\s]{3,20}\s[\d٠-٩]{4}\s?هـ\s+الموافق\s+(?<day>[\d٠-٩]{1,2}\s[\p{Script=Arabic}]{3,10}\s[\d٠-٩]{4})(?:\s?م(?=[\s(]))?(?:\s+\(?(?<agency>واس)(?=[\s)]|$)\)?(?:\s?[-–—ـ:]+(?=\s))?)?\s*/u,
  // دمشق-سانا
  /^(?<place>[\p{Script=Arabic}]{2,20}(?:\s[\p{Script=Arabic}]{2,20})?)\s?[-–ـ]\s?(?<agency>سانا|ایرنا|ایسنا|تسنیم|ایلنا|رويترز|واس|وفا)\s?[-–ـ:]?\s+/u,
];

/** A paper and a city before a colon, in either order: "السفير- الرياض:". */
const paperAndCity =
  /^(?<first>[\p{Script=Arabic}]{2,15}(?:\s[\p{Script=Arabic}]{2,15})?)\s?[-–ـ]+\s?(?<second>[\p{Script=Arabic}]{2,15}(?:\s[\p{Script=Arabic}]{2,15})?)\s?:\s+/u;

function readPaperAndCity(head: string): SpecialDateline | null {
  const match = paperAndCity.exec(head);
  const { first = "", second = "" } = match?.groups ?? {};
  const isSecond = filingPlaces.has(second);
  if (!match || isSecond === filingPlaces.has(first)) return null;
  const [place, agency] = isSecond ? [second, first] : [first, second];
  return { head: { place, agency, date: null, hasDay: false, isVouched: true }, end: match[0].length };
}

/** Reads one of these forms at the head of a paragraph; null when it has none. */
export function readSpecialDateline(paragraph: string): SpecialDateline | null {
  const head = paragraph.slice(0, 120);
  for (const form of forms) {
    const match = form.exec(head);
    const found = match && toHead(match.groups ?? {});
    if (found) return { head: found, end: match[0].length };
  }
  return readPaperAndCity(head);
}

function toHead(groups: Readonly<Record<string, string | undefined>>): DatelineHead | null {
  const { place, agency, day } = groups;
  if (agency !== undefined && !isKnownAgency(agency) && !isKnownAgency(agency.toUpperCase())) return null;
  const date = day === undefined ? null : (readDay(day)?.date ?? null);
  return {
    place: place ?? null,
    agency: agency ?? null,
    date,
    hasDay: day !== undefined,
    isVouched: agency !== undefined,
  };
}
