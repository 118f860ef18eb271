import type { Element } from "domhandler";
import { plainField } from "../plain-field.js";
import { fold } from "../fold-text.js";
import type { PageData } from "./linked-data.js";
import { firstMeta, type PageMeta } from "./meta.js";
import { collapse, type StatedValue, stated } from "../document-parts.js";
import { elementText, find, findAll, findOutermost, ownText, textSize } from "./tree.js";

const LONGEST_TITLE = 500;

const SHOWN = "It is the headline that the page shows.";

/**
 * The headline of a page: what its data state, in the form in which readers see it, without the name of the site. Where
 * readers see another headline than the one that is made for sharing or for the window, theirs is taken. A page that
 * states none has its first heading of the first rank.
 */
export function readTitle(
  page: Element,
  data: PageData | null,
  meta: PageMeta,
  sites: readonly string[],
): StatedValue | null {
  const titles = [
    titled(data?.headline, sites, "The page's structured data give it as the headline."),
    titled(firstMeta(meta, "og:title", "twitter:title"), sites, "The page shows it to those who share it."),
    titled(windowTitle(page), sites, "It is the title of the page."),
  ];
  const title = titles.find((each) => each !== null && !isSiteItself(each, sites)) ?? null;
  if (title === null) return ownHeading(page, null, sites) ?? firstHeading(page, sites) ?? titles.at(-1)?.own ?? null;
  const shown = shownTitle(page, title);
  if (shown !== null || title === titles[0]) return shown ?? title.own;
  return ownHeading(page, title, sites) ?? title.own;
}

/** The first heading of the first rank that is not the name of the site. */
function firstHeading(page: Element, sites: readonly string[]): StatedValue | null {
  const headings = findAll(page, (each) => each.name === "h1" && isHeading(each)).slice(0, MOST_HEADINGS);
  const texts = headings.map((heading) => elementText(heading));
  return stated(
    texts.find((text) => text !== "" && !isNameOf(text, sites)) ?? texts.find((text) => text !== ""),
    SHOWN,
  );
}

/** A title that is the name of the site is that of no story. */
function isSiteItself({ own }: Title, sites: readonly string[]): boolean {
  return sites.map(join).includes(join(own.value));
}

/** A title with fewer words may be the name of a site or of a section. */
const FEWEST_WORDS = 4;

/** The one heading of the first rank over the story, where it is not the name of the site. */
function ownHeading(page: Element, title: Title | null, sites: readonly string[]): StatedValue | null {
  const scopes = ["article", "main"].flatMap((name) => findOutermost(page, name));
  const within = new Set(scopes.flatMap((scope) => findAll(scope, ({ name }) => name === "h1")));
  const all = findAll(page, (each) => each.name === "h1" && textSize(each) > 0 && isHeading(each));
  const inside = all.filter((each) => within.has(each));
  const [heading, second] = inside.length > 0 ? inside : all;
  const text = elementText(heading ?? null);
  if (!heading || second || text === "" || isNameOf(text, sites)) return null;
  if (title !== null && ` ${fold(title.whole)} `.includes(` ${fold(text)} `)) return null;
  const isSure = inside.length > 0 || title === null || wordsOf(title.own.value).length < FEWEST_WORDS;
  return isSure && wordsOf(text).length > 1 ? stated(text, SHOWN) : null;
}

interface Title {
  readonly own: StatedValue;
  /** With what may be the name of the site. */
  readonly whole: string;
}

function titled(value: string | null | undefined, sites: readonly string[], reason: string): Title | null {
  const whole = collapse(plainField(value ?? "")).slice(0, LONGEST_TITLE);
  const own = stated(cutSite(whole, sites), reason);
  return own && { own, whole };
}

function windowTitle(page: Element): string {
  return ownText(find(page, "title"));
}

/** A title without the name of the site, which is behind its last bar, dash or point, or before its first. */
function cutSite(title: string, sites: readonly string[]): string {
  const behind = /^(?<own>.{8,})\s+(?<mark>[|·•»›]|[-–—](?=\s))\s*(?<site>[^|·•»›]{2,60})$/u.exec(title)?.groups;
  if (behind && isSite(behind["site"] ?? "", behind["mark"] ?? "", sites)) return cutSite(behind["own"] ?? "", sites);
  const before = /^(?<site>[^|·•»›]{2,60}?)(?:\s+(?:[|·•»›]|[-–—](?=\s))|:(?=\s))\s*(?<own>.{8,})$/u.exec(
    title,
  )?.groups;
  return before && isNameOf(before["site"] ?? "", sites) ? (before["own"] ?? title) : title;
}

/** Behind a bar a few words are the name of the site; behind a dash they must be known to be. */
function isSite(text: string, mark: string, sites: readonly string[]): boolean {
  const isDash = /[-–—]/u.test(mark);
  return isNameOf(text, sites) || /^[\w-]+(?:\.[\w-]+)+$/u.test(text) || (!isDash && text.split(" ").length <= 4);
}

function isNameOf(text: string, sites: readonly string[]): boolean {
  const name = join(text);
  return name.length > 1 && sites.map(join).some((site) => site === name || (name.length >= 4 && site.includes(name)));
}

function join(text: string): string {
  return fold(text).replaceAll(" ", "");
}

/** Headings of the first rank may differ a little from what the page states, others may not. */
const LIKENESS: ReadonlyMap<string, number> = new Map([
  ["h1", 0.5],
  ["h2", 0.95],
  ["h3", 0.95],
]);

const MOST_HEADINGS = 200;

function isHeading(element: Element): boolean {
  return LIKENESS.has(element.name) && textSize(element) <= LONGEST_TITLE;
}

/** The headline that readers see, where it is like the one that the page states. */
function shownTitle(page: Element, title: Title): StatedValue | null {
  const headings = findAll(page, isHeading).slice(0, MOST_HEADINGS);
  const rated = headings.map((heading) => {
    const text = elementText(heading);
    const own = likeness(text, title.own.value);
    // A heading that has no word of the title but those of the site is the name of the site.
    const rate = own === 0 ? 0 : Math.max(own, likeness(text, title.whole));
    return { text, rate: rate >= (LIKENESS.get(heading.name) ?? 1) ? rate : 0 };
  });
  const best = rated.reduce((left, right) => (right.rate > left.rate ? right : left), { text: "", rate: 0 });
  if (best.rate === 0) return null;
  const isWithin =
    fold(best.text) !== fold(title.own.value) && ` ${fold(best.text)} `.includes(` ${fold(title.own.value)} `);
  // What is in the heading besides the headline is a line above or under it.
  return isWithin ? title.own : stated(best.text, SHOWN);
}

/** How many of the words of two texts are the same, from 0 to 1. */
function likeness(left: string, right: string): number {
  const leftWords = wordsOf(left);
  const rightWords = wordsOf(right);
  const known = new Set(rightWords);
  const common = leftWords.filter((word) => known.has(word)).length;
  return leftWords.length + rightWords.length === 0 ? 0 : (2 * common) / (leftWords.length + rightWords.length);
}

function wordsOf(text: string): readonly string[] {
  return fold(text.slice(0, LONGEST_TITLE))
    .split(" ")
    .filter((word) => word !== "");
}
