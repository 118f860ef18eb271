import type { Element } from "domhandler";
import { readUrl } from "../../posts/addresses.js";
import { fold } from "../fold-text.js";
import type { PageData } from "./linked-data.js";
import { firstMeta, type PageMeta } from "./meta.js";
import { collapse, type StatedValue, stated } from "../document-parts.js";
import { attribute, childElements, classesOf, elementText, findAll, textSize, without } from "./tree.js";

const LONGEST_BYLINE = 120;

/** What is marked as a byline may hold a portrait's words and the day as well. */
const LONGEST_MARKED = 400;

/**
 * Who wrote the story: what the page's data name, otherwise what it marks or prints as the byline. Data that only name the
 * site give way to a person that the page shows.
 */
export function readPageByline(
  page: Element,
  data: PageData | null,
  meta: PageMeta,
  sites: readonly string[],
  lines: readonly string[],
): StatedValue | null {
  const fromData = namedByData(data, meta);
  if (fromData && !isSiteName(fromData.value, sites)) return fromData;
  const marked = stated(findMarked(page), "The page marks it as the byline.");
  const shown = marked ?? stated(findPrinted(lines), "The page prints it near the headline.");
  return shown ?? fromData;
}

function namedByData(data: PageData | null, meta: PageMeta): StatedValue | null {
  const authors = (data?.authors ?? []).map(withoutBy).filter(isName);
  if (authors.length > 0)
    return stated([...new Set(authors)].join(", "), "The page's structured data name the author.");
  const keys = [
    "author",
    "byl",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
  ];
  const names = [...keys.map((key) => firstMeta(meta, key)), labelled(meta)];
  return stated(names.map((name) => withoutBy(name ?? "")).find(isName), "The page's data name the author.");
}

/** What the page labels as the author for those who share it. */
function labelled(meta: PageMeta): string | null {
  const label = /^(?:written by|geschrieben von|verfasst von|écrit par|escrito por|scritto da|autor)$/iu;
  const at = ["1", "2"].find((number) => label.test(meta.get(`twitter:label${number}`) ?? ""));
  return at === undefined ? null : (meta.get(`twitter:data${at}`) ?? null);
}

function withoutBy(text: string): string {
  return text
    .trim()
    .replace(/[\s,|–-]+$/u, "")
    .replace(BY, "")
    .replace(VON, "");
}

function isName(text: string): boolean {
  return (
    !readUrl(text) && /\p{L}/u.test(text) && !/^(?:no author|unknown|admin(?:istrator)?|null|undefined)$/iu.test(text)
  );
}

function isSiteName(text: string, sites: readonly string[]): boolean {
  const name = fold(text).replaceAll(" ", "");
  return sites.some((site) => fold(site).replaceAll(" ", "") === name);
}

const BYLINE_CLASS =
  /^(?:.*[-_])?(?:byline|author|authors|authorname|author[-_]name|autor|autoren|auteur|autor[-_]name|author[-_]link|writer|verfasser)(?:__?(?:name|link|text))?$/iu;

/** Parts of a page in which the authors of something else are named. */
const ELSEWHERE = /(?:^|[-_\s])(?:comments?|related|teasers?|recommend\w*|sidebar|most-?read|bio|avatar)(?:$|[-_\s])/iu;

/** The first name that the page marks as that of the author. */
function findMarked(page: Element): string | null {
  for (const child of childElements(page)) {
    if (isElsewhere(child)) continue;
    const own = isByline(child) ? nameIn(child) : null;
    const found = own ?? findMarked(child);
    if (found !== null) return found;
  }
  return null;
}

function isElsewhere(element: Element): boolean {
  if (element.name === "nav" || element.name === "footer" || element.name === "head") return true;
  if (element.name === "body" || element.name === "html" || element.name === "article") return false;
  return ELSEWHERE.test(`${classesOf(element).join(" ")} ${attribute(element, "id") ?? ""}`.slice(0, 500));
}

function isByline(element: Element): boolean {
  if (/^(?:author|byline)$/iu.test(attribute(element, "itemprop") ?? "")) return true;
  if (attribute(element, "rel") === "author") return true;
  return element.name !== "body" && classesOf(element).some((name) => BYLINE_CLASS.test(name.slice(0, 100)));
}

/** Class names of the element that has the job of a named person. */
const TITLE_NAME =
  /^(?:.*[-_])?(?:job-?title|title|role|position|function|occupation|funktion|puesto|cargo|bio-?line)$/iu;

/** The name or names in an element, with the title of a single author that the page marks as such. */
function nameIn(element: Element): string | null {
  if (textSize(element) > LONGEST_MARKED) return null;
  const titles = findAll(element, (each) => each !== element && isTitle(each)).map((each) => elementText(each));
  const named = titles.length === 0 ? element : without(element, isTitle);
  const names = plainByline(elementText(named, { keepsLines: true, between: ", " }));
  const [title] = titles;
  return names !== null && title && titles.length === 1 && title.length <= 60 && !/\d/u.test(title)
    ? `${names.replace(/[\s,]+$/u, "")}, ${title}`
    : names;
}

function isTitle(element: Element): boolean {
  if (/^jobTitle$/iu.test(attribute(element, "itemprop") ?? "")) return true;
  return classesOf(element).some((name) => TITLE_NAME.test(name.slice(0, 100)));
}

const BY =
  /^\W*(?:(?:written |posted |published |story |words |report )?by\b|par\b|por\b|(?:text|author|autor(?:en|in)?|auteur)\s*:)\s*/iu;

/** The same in German, where the word may also begin a name. */
const VON =
  /^\W*(?:(?:[Tt]ext|[Vv]eröffentlicht|[Gg]eschrieben|[Vv]erfasst|[Ee]rstellt) )?(?:[Vv]on|VON)\s+(?=\p{Lu}[^\s,]*\s+\S)/u;

/** What is beside a name: when it was published, who took the picture. */
const OTHER =
  /^\P{L}*$|^\W*(?:posted|published|updated|veröffentlicht|aktualisiert|erstellt|publi[ée]e?|publicado|actualizado|foto|fotos|photo|bild|rezept|interview|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** A byline without the word before the names and without the day, the place and what else is behind them. */
function plainByline(text: string): string | null {
  const [line = ""] = text.split("\n").filter((each) => /\p{L}/u.test(each));
  const pieces = collapse(line).split(/\s*[|·•]\s*|\s+[-–—]\s+|,?\s+(?=(?:\p{L}+\.?\s)?\d{1,4}[.\s,/])/u);
  const piece = pieces.find((each) => withoutBy(each) !== each) ?? pieces.find((each) => !OTHER.test(each)) ?? "";
  const names = withoutBy(piece);
  return names !== "" && names.length <= LONGEST_BYLINE && !/\d/u.test(names) && isName(names) ? names : null;
}

const PRINTED =
  /^(?:By|BY|Von|VON|Par|PAR|Por|POR|Text:|Autor:|Author:)\s+\p{Lu}[\p{L}\p{M}.'’-]*(?:[\s,|/&]+[\p{L}\p{M}.'’()-]+){0,9}$/u;

function findPrinted(lines: readonly string[]): string | null {
  const line = lines.find((each) => each.length <= LONGEST_BYLINE && PRINTED.test(each));
  return line === undefined ? null : plainByline(line);
}
