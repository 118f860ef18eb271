import type { Element } from "domhandler";
import { readDateline } from "../../head/dateline.js";
import type { StoryDateline } from "../../story/story-value.js";
import { type PlacedBlock, readBlocks } from "./blocks.js";
import { fold } from "../fold-text.js";
import type { StoryHints } from "./lead.js";
import { warnOfLeftOut } from "./left-out.js";
import { withoutRepeated } from "./leftovers.js";
import { markedOf, sliceMarked, trimMarked } from "./marked-text.js";
import { type PageMetadata, readMetadata } from "./metadata.js";
import {
  type DocumentBlock,
  type DocumentDateline,
  type DocumentImage,
  type DocumentParts,
  languageTag,
  NOTHING_STATED,
  stated,
} from "../document-parts.js";
import { isDayLine } from "./published.js";
import { type AttachedFiles, type ImageOptions, readImages } from "./images.js";
import { withLead } from "./lead-image.js";
import { NodeOrder, placeImages } from "./places.js";
import { withoutShortcodes } from "./shortcodes.js";
import { findStory } from "./text-of-page.js";
import { isUnreadable, attribute, childElements, find, findAll, ownText, readHtmlTree, without } from "./tree.js";

/**
 * Reads a saved page, or the body of one, into the parts of a story. Nothing in it is run and nothing is fetched. Throws
 * a CopyError with the line when its elements nest deeper, or are more, than a story's can be.
 */
export function readHtml(content: string, { attached }: HtmlOptions = {}): DocumentParts {
  const tree = readHtmlTree(content);
  return isPage(tree) ? readPage(tree, attached) : readFragment(tree, attached);
}

/** What comes with markup. */
export interface HtmlOptions {
  readonly attached?: AttachedFiles;
}

function isPage(tree: Element): boolean {
  return findAll(tree, ({ name }) => name === "html" || name === "head" || name === "body").length > 0;
}

function readPage(page: Element, attached: AttachedFiles | undefined): DocumentParts {
  const metadata = readMetadata(page);
  const base = baseOf(page, metadata);
  const options = { base, attached };
  const carried = metadata.text === null ? [] : readTextCopy(metadata.text, base);
  const carriedText = metadata.text === null ? null : carried.map(({ block }) => block.text).join("\n");
  const { head, lead, text, dropped } = findStory(page, { ...hintsOf(metadata), text: carriedText, base });
  const opened = lead.length > 0 ? withoutDateline(text) : { text, dateline: null };
  const found = withoutHead([...head, ...lead, ...opened.text], metadata);
  const shown = found.length > 0 ? found : readAnything(page);
  const isWhole = !isThin(toBlocks(shown), carriedText);
  return {
    headline: metadata.headline,
    byline: metadata.byline,
    language: metadata.language,
    dateline: toDateline(metadata.place, isWhole ? opened.dateline : null),
    publishedOn: metadata.publishedOn,
    ownId: metadata.ownId,
    summaries: metadata.descriptions.map((value) => ({
      value,
      reason: "The page describes its story so.",
      isShared: true,
    })),
    topics: metadata.topics,
    persons: [],
    blocks: toBlocks(isWhole ? shown : carried),
    images: withLead(metadata.image, isWhole ? imagesAmong(page, [...head, ...lead, ...text], shown, options) : []),
    warnings: isWhole ? warnOfLeftOut([...head, ...lead, ...text], dropped) : warnOfLeftOut(carried),
  };
}

/** The pictures from above the first words of a story to below its last ones; those of other stories are elsewhere. */
function imagesAmong(
  page: Element,
  story: readonly PlacedBlock[],
  shown: readonly PlacedBlock[],
  options: ImageOptions,
): readonly DocumentImage[] {
  const images = readImages(find(page, "body") ?? page, options);
  const order = new NodeOrder(page);
  const places = story.map(({ element }) => order.of(element));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const before = images.findLast(({ element }) => order.of(element) < first);
  const own = images.filter((each) => each === before || isBetween(order.of(each.element), first, last));
  return placeImages(page, own, shown);
}

function isBetween(place: number, first: number, last: number): boolean {
  return place >= first && place <= last;
}

/** The address that the page names for its links, otherwise its own. */
function baseOf(page: Element, { ownId }: PageMetadata): string | undefined {
  const base = attribute(find(page, "base"), "href");
  if (base === null || !URL.canParse(base, ownId ?? undefined)) return ownId ?? undefined;
  return new URL(base, ownId ?? undefined).href;
}

/** A page of which everything looks like furniture is read as a whole, because its text must be somewhere. */
function readAnything(page: Element): readonly PlacedBlock[] {
  return readBlocks(find(page, "body") ?? page, { isDropped: isUnreadable });
}

function toBlocks(placed: readonly PlacedBlock[]): readonly DocumentBlock[] {
  return placed.map(({ block }) => block);
}

function hintsOf({ headline, descriptions }: PageMetadata): StoryHints {
  return { headline: headline?.value ?? null, descriptions, text: null };
}

interface OpenedText {
  readonly text: readonly PlacedBlock[];
  readonly dateline: StoryDateline | null;
}

/** Under a lead the dateline opens the second paragraph, where plain copy has none. */
function withoutDateline(text: readonly PlacedBlock[]): OpenedText {
  const [first, ...rest] = text;
  const found = first?.block.kind === "text" ? readDateline(first.block.text) : null;
  const own = found && first ? first.block.text.slice(found.end).trim() : "";
  if (!found || first?.block.kind !== "text" || own === "") return { text, dateline: null };
  const marked = trimMarked(sliceMarked(markedOf(first.block), found.end));
  return { text: [{ ...first, block: { ...first.block, ...marked } }, ...rest], dateline: found.dateline };
}

function toDateline(place: string | null, found: StoryDateline | null): DocumentDateline | null {
  if (found) return { ...found, place: place ?? found.place, reason: "It opens the text under the lead." };
  if (place === null) return null;
  return { text: null, place, date: null, agency: null, reason: "The page's structured data name the place." };
}

/** A page that shows little may still carry the whole text in its data. */
function isThin(blocks: readonly DocumentBlock[], text: string | null): boolean {
  const shown = blocks.reduce((size, block) => size + (block.kind === "text" ? block.text.length : 0), 0);
  return text !== null && shown * 2 < text.length;
}

/** The text that a page's data carry, which may be marked up itself. */
function readTextCopy(text: string, base: string | undefined): readonly PlacedBlock[] {
  if (/<(?:p|br|div|h\d|li)\b/iu.test(text)) return readBlocks(readHtmlTree(text), { base });
  return text.split(/\n+/u).flatMap((line) => readBlocks(readHtmlTree(line), { base }));
}

/** How many blocks may be above the text. */
const LONGEST_HEAD = 8;

/** What is shorter and is above the headline in the text is a kicker or a path through the site. */
const SHORTEST_ABOVE = 120;

/** The headline, the byline and the day are separate from the text and are not repeated in it. */
function withoutHead(all: readonly PlacedBlock[], { headline, byline, ownId }: PageMetadata): readonly PlacedBlock[] {
  // A page that is made for printing shows its own address.
  const blocks = all.filter(({ block: { kind, text } }) => kind !== "text" || text !== ownId);
  const head = headline ? fold(headline.value) : null;
  const names = new Set(byline ? fold(byline.value).split(" ") : []);
  const top = blocks.slice(0, LONGEST_HEAD).findIndex(({ block }) => head !== null && isHeadline(block, head));
  const above = blocks.slice(0, LONGEST_HEAD).filter(({ block: { kind, text } }, index) => {
    if (kind !== "text") return true;
    if (index === top || (index < top && text.length < SHORTEST_ABOVE)) return false;
    return !isDayLine(text) && !isBylineOf(text, names);
  });
  return [...above, ...blocks.slice(LONGEST_HEAD)];
}

/** What a heading may hold besides the headline, such as a kicker, in UTF-16 code units. */
const LONGEST_KICKER = 60;

function isHeadline(block: DocumentBlock, head: string): boolean {
  if (block.text.length >= 500) return false;
  const folded = fold(block.text);
  if (folded === head) return true;
  const isLonger = block.kind === "text" && block.role === "subhead" && folded.length <= head.length + LONGEST_KICKER;
  return isLonger && head.includes(" ") && (folded.endsWith(` ${head}`) || folded.startsWith(`${head} `));
}

/** Whether a line names the authors of the story and nothing else. */
function isBylineOf(line: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0 || line.length > 160) return false;
  const words = fold(line)
    .split(" ")
    .filter((word) => !/^(?:by|von|par|por|text|autor|author|und|and|et|y|e)$/u.test(word));
  return words.every((word) => names.has(word));
}

/** A fragment is all story; its first heading of the first rank is its headline. */
function readFragment(tree: Element, attached: AttachedFiles | undefined): DocumentParts {
  const read = readBlocks(tree, { breaksAtBlankLines: !isMarkedUp(tree) });
  const placed = withoutRepeated(withoutShortcodes(read));
  const at = placed.findIndex(({ element }) => element.name === "h1");
  const headline = at >= 0 && at < 3 ? stated(placed[at]?.block.text, "It is the heading of the first rank.") : null;
  const shown = placed.filter((_, index) => headline === null || index !== at);
  const language = stated(commonLanguage(tree, placed), "The markup says so.");
  const images = placeImages(tree, readImages(tree, { attached }), shown);
  return {
    ...NOTHING_STATED,
    headline,
    language,
    blocks: toBlocks(shown),
    images,
    warnings: warnOfLeftOut(placed),
  };
}

/**
 * Whether paragraphs are marked; editors that do so when a page is shown keep them apart by blank lines, and so does plain copy
 * into which the code of a post was pasted. What is marked within the post says nothing of the copy around it.
 */
function isMarkedUp(tree: Element): boolean {
  const copy = without(tree, ({ name }) => name === "blockquote" || name === "figure");
  return find(copy, "p") !== null || find(copy, "br") !== null || find(copy, "div") !== null;
}

/** The language of the element around all the text. */
function commonLanguage(tree: Element, placed: readonly PlacedBlock[]): string | null {
  const [first, second] = childElements(tree);
  if (!first || second || ownText(tree).trim() !== "" || placed.length === 0) return null;
  return languageTag(attribute(first, "lang"));
}
