import type { Element } from "domhandler";
import { readDay } from "../../text/days.js";
import type { PageData } from "./linked-data.js";
import { firstMeta, type PageMeta } from "./meta.js";
import { dayOf } from "../document-parts.js";
import { attribute, elementText, findAll } from "./tree.js";

const NAMES = [
  "article:published_time",
  "datepublished",
  "og:published_time",
  "og:article:published_time",
  "article:published",
  "date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "published",
  "dc.date",
  "dc.date.issued",
  "dc.date.created",
  "dc.created",
  "dcterms.date",
  "dcterms.issued",
  "dcterms.created",
  "parsely-pub-date",
  "sailthru.date",
  "date.created",
  "date_created",
  "last-modified",
];

/**
 * The ISO day on which the story appeared: as the page's data say, as it marks it, as its address holds it or as it
 * prints it near the headline.
 */
export function readPublishedOn(
  page: Element,
  data: PageData | null,
  meta: PageMeta,
  address: string | null,
  lines: readonly string[],
): string | null {
  return (
    anyDay(data?.publishedAt) ??
    anyDay(firstMeta(meta, ...NAMES.slice(0, -1))) ??
    markedDay(page) ??
    dayInAddress(address) ??
    printedDay(lines) ??
    firstTime(page) ??
    anyDay(firstMeta(meta, "last-modified"))
  );
}

function anyDay(moment: string | null | undefined): string | null {
  if (!moment) return null;
  return dayOf(moment) ?? dayWithin(moment.slice(0, 80));
}

function markedDay(page: Element): string | null {
  const marked = findAll(
    page,
    (each) => /\bdatePublished\b/iu.test(attribute(each, "itemprop") ?? "") || isPublished(each),
  );
  for (const each of marked.slice(0, 20)) {
    const day = anyDay(attribute(each, "datetime") ?? attribute(each, "content") ?? elementText(each).slice(0, 80));
    if (day !== null) return day;
  }
  return null;
}

function isPublished(element: Element): boolean {
  return (
    element.name === "time" &&
    ("pubdate" in element.attribs || /(?:^|[\s_-])published?(?:$|[\s_-])/iu.test(attribute(element, "class") ?? ""))
  );
}

function dayInAddress(address: string | null): string | null {
  const match = /[/_-]((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)/u.exec(address ?? "");
  return match ? dayOf(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

function printedDay(lines: readonly string[]): string | null {
  return lines.map(dayWithin).find((day) => day !== null) ?? null;
}

/** The first day with its year in a short text. */
function dayWithin(text: string): string | null {
  return findDay(text)?.date ?? null;
}

interface PlacedDay {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

function findDay(text: string): PlacedDay | null {
  const starts = [...text.slice(0, 200).matchAll(/(?<![\p{L}\d.,/-])[\p{L}\d]/gu)].map(({ index }) => index);
  for (const start of starts.slice(0, 30)) {
    const day = readDay(text.slice(start));
    if (day?.date) return { date: day.date, start, end: start + day.end };
  }
  return null;
}

const BEFORE_DAY =
  /(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|am|vom|den|um|on|the|le|el|zuletzt|erstmals|first|last|stand|datum|date|fecha|publi\p{L}+|veröffentlicht|erstellt|aktualisiert|geändert|updated|posted|modified|actualizado|mis à jour)/giu;
const AFTER_DAY = /(?:uhr|hrs?|utc|gmt|ces?t|[ecmp][sd]?t|h|um|at|à|a las|[ap]\.?m)/giu;

/** Whether a line states a day and nothing else. */
export function isDayLine(line: string): boolean {
  const day = line.length > 120 ? null : findDay(line);
  if (!day) return false;
  const before = line.slice(0, day.start).replace(BEFORE_DAY, "");
  return !/[\p{L}\d]/u.test(before) && !/\p{L}/u.test(line.slice(day.end).replace(AFTER_DAY, ""));
}

function firstTime(page: Element): string | null {
  const times = findAll(page, ({ name }) => name === "time").map((time) => dayOf(attribute(time, "datetime")));
  return times.find((day) => day !== null) ?? null;
}
