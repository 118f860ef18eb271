import type { Element } from "domhandler";
import { readUrl } from "../../posts/addresses.js";
import { readPageByline } from "./byline.js";
import { linesAroundHeadline } from "./heads.js";
import { readPageData } from "./linked-data.js";
import { readStatedImage, type StatedImage } from "./lead-image.js";
import { firstMeta, type PageMeta, readMeta, siteNames } from "./meta.js";
import { languageTag, type StatedValue, stated } from "../document-parts.js";
import { readPublishedOn } from "./published.js";
import { readTitle } from "./title.js";
import { attribute, findAll } from "./tree.js";

/** The metadata of a page about its story. */
export interface PageMetadata {
  readonly headline: StatedValue | null;
  readonly byline: StatedValue | null;
  readonly language: StatedValue | null;
  readonly place: string | null;
  /** ISO calendar day. */
  readonly publishedOn: string | null;
  /** The address under which the story is, in the absence of another name. */
  readonly ownId: string | null;
  /** What the page describes its story with. */
  readonly descriptions: readonly string[];
  /** The sections that it files its story under, and what its structured data say that the story is about. */
  readonly topics: readonly string[];
  /** The picture that it names as that of its story. */
  readonly image: StatedImage | null;
  /** The story's whole text, where the page carries it apart. */
  readonly text: string | null;
}

/** Reads JSON-LD, the meta elements and the marks of the page itself, in this order. */
export function readMetadata(page: Element): PageMetadata {
  const data = readPageData(page);
  const meta = readMeta(page);
  const sites = siteNames(page, meta, data?.publisher ?? null);
  const headline = readTitle(page, data, meta, sites);
  const lines = linesAroundHeadline(page, headline?.value ?? null);
  const ownId = readOwnId(page, meta, data?.url ?? null);
  return {
    headline,
    byline: readPageByline(page, data, meta, sites, lines),
    language: stated(languageOf(page, meta, data?.language ?? null), "The page says so."),
    place: data?.place ?? null,
    publishedOn: readPublishedOn(page, data, meta, ownId, lines),
    ownId,
    descriptions: [data?.description, meta.get("og:description"), meta.get("description")].filter(isText),
    topics: [...(data?.sections ?? []), ...sectionOf(meta, data?.sections ?? []), ...(data?.topics ?? [])],
    image: readStatedImage(meta, data?.image ?? null, ownId),
    text: data?.text ?? null,
  };
}

/** The section that the meta elements name, where the structured data name none. */
function sectionOf(meta: PageMeta, stated: readonly string[]): readonly string[] {
  const section = firstMeta(meta, "article:section");
  return section === null || stated.length > 0 ? [] : [section];
}

function isText(value: string | null | undefined): value is string {
  return typeof value === "string" && value !== "";
}

function languageOf(page: Element, meta: PageMeta, found: string | null): string | null {
  const html = findAll(page, ({ name }) => name === "html")[0] ?? null;
  const article = findAll(page, ({ name, attribs }) => name === "article" && "lang" in attribs)[0] ?? null;
  const candidates = [
    attribute(article, "lang"),
    found,
    attribute(html, "lang"),
    meta.get("og:locale"),
    meta.get("content-language"),
  ];
  return candidates.map(languageTag).find((tag) => tag !== null) ?? null;
}

function readOwnId(page: Element, meta: PageMeta, found: string | null): string | null {
  const canonical = findAll(page, (each) => each.name === "link" && attribute(each, "rel") === "canonical")[0] ?? null;
  for (const candidate of [attribute(canonical, "href"), meta.get("og:url"), found]) {
    const url = readUrl(candidate ?? null);
    // The address of a front page names no story.
    if (url && (url.pathname.length > 1 || url.search !== "")) return `${url.origin}${url.pathname}${url.search}`;
  }
  return null;
}
