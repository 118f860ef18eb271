import { readUrl } from "./intake.addresses.js";
import { collapse, dayOf, languageTag, type Told, told } from "./intake.parts.js";
import { readLinkedData } from "./intake.linked-data.js";
import { attribute, type Element, findAll, textOf } from "./intake.tree.js";

/** What a page says of the story it holds. */
export interface PageMetadata {
  readonly headline: Told | null;
  readonly byline: Told | null;
  readonly language: Told | null;
  readonly place: string | null;
  /** ISO calendar day. */
  readonly publishedOn: string | null;
  /** The address under which the story stands, in the absence of another name. */
  readonly ownId: string | null;
  /** The story's whole text, where the page carries it apart. */
  readonly text: string | null;
}

/** Reads JSON-LD, the meta elements and the marks of the page itself, in this order. */
export function readMetadata(page: Element): PageMetadata {
  const data = readLinkedData(page);
  const meta = readMeta(page);
  const titles = [
    told(data?.headline, "The page's structured data give it as the headline."),
    told(
      cutSite(meta.get("og:title") ?? meta.get("twitter:title"), meta.get("og:site_name")),
      "The page gives it to those who share it.",
    ),
    told(cutSite(titleOf(page), meta.get("og:site_name")), "It is the title of the page."),
  ];
  return {
    headline: shownHeadline(page, titles.find((title) => title !== null) ?? null),
    byline: readByline(page, meta, data?.authors ?? []),
    language: told(languageOf(page, meta, data?.language ?? null), "The page says so."),
    place: data?.place ?? null,
    publishedOn: dayOf(
      data?.publishedAt ??
        meta.get("article:published_time") ??
        meta.get("date") ??
        meta.get("dc.date") ??
        firstTime(page),
    ),
    ownId: readOwnId(page, meta, data?.url ?? null),
    text: data?.text ?? null,
  };
}

function readMeta(page: Element): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of findAll(page, ({ name }) => name === "meta")) {
    const key = (
      attribute(element, "property") ??
      attribute(element, "name") ??
      attribute(element, "itemprop")
    )?.toLowerCase();
    const value = attribute(element, "content");
    if (key && value && !meta.has(key)) meta.set(key, value);
  }
  return meta;
}

function titleOf(page: Element): string {
  const title = findAll(page, ({ name }) => name === "title")[0];
  return title ? collapse(title.children.filter((child) => typeof child === "string").join("")) : "";
}

/** A title without the name of the site that stands behind its last bar or dash. */
function cutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const text = collapse(title).slice(0, 500);
  const cut = /^(?<own>.{15,})\s+(?:[|·»]|[-–—](?=\s))\s*(?<site>[^|·»]{2,40})$/u.exec(text)?.groups;
  if (!cut) return text;
  const isSite = cut["site"]?.trim() === site || (cut["site"] ?? "").split(" ").length <= 4;
  return isSite ? cut["own"] : text;
}

/** The headline that readers see, where it is the one the page tells, or the page tells none. */
function shownHeadline(page: Element, title: Told | null): Told | null {
  const shown = findAll(page, ({ name }) => name === "h1")
    .map((element) => textOf(element))
    .filter((text) => text !== "");
  const same = title ? shown.find((text) => shareWords(text, title.value)) : shown[0];
  return told(same, "It is the headline that the page shows.") ?? title;
}

function shareWords(shown: string, title: string): boolean {
  const words = new Set(wordsOf(title));
  const own = wordsOf(shown);
  return own.length > 0 && own.filter((word) => words.has(word)).length * 2 >= own.length;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, 500)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function readByline(page: Element, meta: ReadonlyMap<string, string>, authors: readonly string[]): Told | null {
  const named = authors.filter((name) => !readUrl(name));
  if (named.length > 0) return told(named.join(", "), "The page's structured data name the author.");
  const meant = [meta.get("author"), meta.get("byl"), meta.get("article:author")].find(
    (name) => name && !readUrl(name),
  );
  if (meant) return told(meant, "The page's data name the author.");
  const shown = findAll(page, (each) => isByline(each)).map((each) => textOf(each));
  return told(
    shown.find((text) => text !== "" && text.length <= 120),
    "The page marks it as the byline.",
  );
}

function isByline(element: Element): boolean {
  if (/^(?:author|byline)$/iu.test(attribute(element, "itemprop") ?? "")) return true;
  if (attribute(element, "rel") === "author") return true;
  return /(?:^|[\s_-])(?:byline|author-name)(?:$|\s|__name)/iu.test((attribute(element, "class") ?? "").slice(0, 500));
}

function languageOf(page: Element, meta: ReadonlyMap<string, string>, found: string | null): string | null {
  const html = findAll(page, ({ name }) => name === "html")[0] ?? null;
  const article = findAll(page, ({ name, attributes }) => name === "article" && "lang" in attributes)[0] ?? null;
  const candidates = [
    attribute(article, "lang"),
    found,
    attribute(html, "lang"),
    meta.get("og:locale"),
    meta.get("content-language"),
  ];
  return candidates.map(languageTag).find((tag) => tag !== null) ?? null;
}

function firstTime(page: Element): string | undefined {
  const times = findAll(page, ({ name }) => name === "time").map((time) => attribute(time, "datetime"));
  return times.find((time) => time !== null) ?? undefined;
}

function readOwnId(page: Element, meta: ReadonlyMap<string, string>, found: string | null): string | null {
  const canonical = findAll(page, (each) => each.name === "link" && attribute(each, "rel") === "canonical")[0] ?? null;
  for (const candidate of [attribute(canonical, "href"), meta.get("og:url"), found]) {
    const url = readUrl(candidate ?? null);
    // The address of a front page names no story.
    if (url && (url.pathname.length > 1 || url.search !== "")) return `${url.origin}${url.pathname}${url.search}`;
  }
  return null;
}
