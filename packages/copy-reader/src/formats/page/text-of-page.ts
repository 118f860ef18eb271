import type { Element } from "domhandler";
import { isBlock, type LeftOut, type PlacedBlock, readBlocks } from "./blocks.js";
import { fold } from "../fold-text.js";
import { isMarkedBody } from "./furniture.js";
import { judge } from "./readability.js";
import { findLead, type StoryHints } from "./lead.js";
import { dropLeftovers, findLinkedText } from "./leftovers.js";
import { attribute, classesOf, find, findAll, parentOf, textSize } from "./tree.js";

/** Less than this is no story, but a teaser or a notice. */
const SHORTEST_STORY = 140;

/** A block that is a paragraph of a story and no label or teaser. */
const SHORTEST_PROSE = 60;

/** The parts of a story as it is in a page, in this order. */
export interface FoundStory {
  /** Short lines above everything else, such as a headline that is within the text. */
  readonly head: readonly PlacedBlock[];
  readonly lead: readonly PlacedBlock[];
  readonly text: readonly PlacedBlock[];
  /** What was dropped between them and may be words of the story. */
  readonly dropped: readonly LeftOut[];
}

/**
 * The blocks of the story that a whole page holds. What the page itself marks as the text of the article is taken where
 * there is such, otherwise what Readability judges to be the story; either only when it holds a good part of the prose that
 * is together in the densest part of the page, which is taken otherwise. A lead above the text is part of it.
 */
export function findStory(page: Element, hints: StoryHints): FoundStory {
  const body = find(page, "body") ?? page;
  const blocks = readBlocks(body, { base: hints.base });
  const { blocks: story, dropped } = dropLeftovers(chooseStory(body, blocks, hints));
  const opening = Math.max(0, story.findIndex(isProse));
  const first = blocks.findIndex(({ element }) => element === story[opening]?.element);
  const lead = findLead(first < 0 ? [] : blocks.slice(0, first), story, hints);
  return { head: story.slice(0, opening), lead, text: story.slice(opening), dropped };
}

function chooseStory(
  body: Element,
  blocks: readonly PlacedBlock[],
  { text, base }: StoryHints,
): readonly PlacedBlock[] {
  const dense = keepWithin(blocks, findDensest(blocks) ?? body);
  const stated = text === null ? null : keepStated(blocks, text);
  if (stated && proseOf(stated) >= proseOf(dense) * 0.7) return stated;
  const marked = readMarked(body, base) ?? [];
  if (isMost(marked, blocks, 0.6)) return marked;
  const judged = keepJudged(blocks, judge(body, SHORTEST_STORY) ?? new Set());
  const most = proseOf(judged) > proseOf(dense) ? judged : dense;
  if (isMost(marked, most, 0.7)) return marked;
  if (isMost(judged, dense, 0.8)) return judged;
  if (proseOf(dense) >= SHORTEST_STORY) return dense;
  const scope = largest(body, ({ name }) => name === "article") ?? find(body, "main") ?? body;
  const scoped = readBlocks(scope, { base });
  return scoped.length > 0 ? scoped : blocks;
}

/** Whether these blocks are a story and hold this share of the prose of those. */
function isMost(blocks: readonly PlacedBlock[], of: readonly PlacedBlock[], share: number): boolean {
  return sizeOf(blocks) >= SHORTEST_STORY && proseOf(blocks) >= proseOf(of) * share;
}

function isProse({ block, linkedShare }: PlacedBlock): boolean {
  return block.kind === "text" && block.role !== "subhead" && block.text.length >= SHORTEST_PROSE && linkedShare < 0.5;
}

function proseOf(blocks: readonly PlacedBlock[]): number {
  return sizeOf(blocks.filter(isProse));
}

function sizeOf(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((size, { block }) => size + block.text.length, 0);
}

/** What a block's text counts for the elements around it, from the nearest on. */
const WEIGHTS = [0.6, 1, 0.5, 0.25];

/** The element around which the most prose is together; null when there is none. */
function findDensest(blocks: readonly PlacedBlock[]): Element | null {
  const scores = new Map<Element, number>();
  for (const placed of blocks.filter(isProse)) {
    let around: Element | null = placed.element;
    while (around && !isBlock(around)) around = parentOf(around);
    for (const weight of WEIGHTS) {
      if (around) scores.set(around, (scores.get(around) ?? 0) + placed.block.text.length * weight);
      around = around && parentOf(around);
    }
  }
  let best: Element | null = null;
  for (const [element, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = element;
  return best;
}

function keepWithin(blocks: readonly PlacedBlock[], element: Element): readonly PlacedBlock[] {
  const within = new Set(findAll(element, () => true));
  return blocks.filter((placed) => within.has(placed.element));
}

/** More marks than this are looked at in no page, and no more of them as the beginning of a text. */
const MOST_MARKS = 1000;
const MOST_GROUPS = 6;

/** The text of what the page marks as its article: the innermost of the marks that hold nearly all that is marked. */
function readMarked(body: Element, base: string | undefined): readonly PlacedBlock[] | null {
  const marks = findAll(body, isMarkedBody).slice(0, MOST_MARKS);
  const large = [...marks].sort((left, right) => textSize(right) - textSize(left)).slice(0, MOST_GROUPS);
  const groups = large.map((mark) => readBlocksOf(alike(mark, marks), base));
  const most = Math.max(0, ...groups.map(proseOf));
  return groups.findLast((group) => proseOf(group) > 0 && proseOf(group) >= most * 0.9) ?? null;
}

/** The marks that go on where this one ends: parts of one article that something else parts. */
function alike(mark: Element, marks: readonly Element[]): readonly Element[] {
  const scope = scopeOf(mark);
  const name = markOf(mark);
  const same = marks.filter((each) => markOf(each) === name && scopeOf(each) === scope);
  const all = new Set(same);
  return same.filter((each) => !isWithinOne(each, all));
}

function markOf(mark: Element): string | null {
  return attribute(mark, "itemprop") ?? attribute(mark, "class");
}

/** The article in which an element is. */
function scopeOf(element: Element): Element | null {
  let around = parentOf(element);
  while (around && !isArticle(around)) around = parentOf(around);
  return around;
}

function isArticle(element: Element): boolean {
  if (element.name === "article" || "itemscope" in element.attribs) return true;
  return classesOf(element).some((name) => name === "hentry" || name === "post" || name === "entry");
}

/** Whether an element is in one of these. */
function isWithinOne(element: Element, all: ReadonlySet<Element>): boolean {
  for (let around = parentOf(element); around; around = parentOf(around)) if (all.has(around)) return true;
  return false;
}

function readBlocksOf(elements: readonly Element[], base: string | undefined): readonly PlacedBlock[] {
  return elements.flatMap((element) => readBlocks(element, { base }));
}

/** The one of these with the most text, null when none has as much as a story. */
function largest(page: Element, passes: (element: Element) => boolean): Element | null {
  let best: Element | null = null;
  for (const each of findAll(page, passes)) {
    if (textSize(each) > (best ? textSize(best) : SHORTEST_STORY)) best = each;
  }
  return best;
}

/** Blocks that were judged to be the story, and the posts, linked sentences and linked lists that are between them. */
function keepJudged(blocks: readonly PlacedBlock[], judged: ReadonlySet<Element>): readonly PlacedBlock[] {
  const first = blocks.findIndex(({ element }) => judged.has(element));
  const last = blocks.findLastIndex(({ element }) => judged.has(element));
  const linked = new Set(findLinkedText(blocks.slice(first, last + 1)));
  return blocks.filter((placed, index) => {
    const { block, element } = placed;
    if (judged.has(element) || linked.has(placed)) return true;
    return block.kind === "post" && index >= first - 1 && index <= last + 1;
  });
}

/** Runs of this many words are looked up. */
const RUN_LENGTH = 6;

/**
 * The blocks that hold the text which the page carries apart, with the posts, lists and subheads between them; null when
 * the page does not show most of it.
 */
function keepStated(blocks: readonly PlacedBlock[], text: string): readonly PlacedBlock[] | null {
  const words = fold(text).split(" ");
  const runs = new Set(words.map((_, at) => words.slice(at, at + RUN_LENGTH).join(" ")));
  const isStated = blocks.map(
    ({ block }) => block.kind === "text" && shareStated(fold(block.text).split(" "), runs) > 0.6,
  );
  const stated = blocks.filter((_, index) => isStated[index]);
  const shown = stated.reduce((count, { block }) => count + fold(block.text).split(" ").length, 0);
  if (shown < words.length * 0.7 || shown > words.length * 1.5 || sizeOf(stated) < SHORTEST_STORY) return null;
  const first = isStated.indexOf(true);
  const last = isStated.lastIndexOf(true);
  return blocks.filter((placed, index) => {
    if (isStated[index]) return true;
    if (index < first - 1 || index > last + 1) return false;
    if (placed.block.kind === "post") return true;
    return index > first && index < last && placed.linkedShare < 0.5 && !isProse(placed);
  });
}

function shareStated(words: readonly string[], runs: ReadonlySet<string>): number {
  if (words.length < RUN_LENGTH) return 0;
  const count = words.length - RUN_LENGTH + 1;
  let found = 0;
  for (let at = 0; at < count; at += 1) if (runs.has(words.slice(at, at + RUN_LENGTH).join(" "))) found += 1;
  return found / count;
}
