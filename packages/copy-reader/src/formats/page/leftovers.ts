import {
  AD_LABEL,
  AFTER_STORY,
  ANNOUNCEMENT,
  CALL,
  CALLED_FOR,
  CONSENT,
  CREDIT_AT_END,
  DATED,
  EXTERNAL_CONTENT,
  LOADING,
  MINUTES,
  PAGE_BUTTON,
  PICTURE_CREDIT,
  PRIVACY_OR_APP,
  READ,
  RIGHTS,
  SHARE_BUTTON,
  TIME_TO_READ,
  TOPICS,
} from "../../lexicon/page-lines.js";
import { anyOf } from "../../lexicon/wordings.js";
import type { LeftOut, PlacedBlock } from "./blocks.js";
import { fold } from "../fold-text.js";

/** What announces a link to another story. */
const ANNOUNCED = new RegExp(String.raw`^\W*${anyOf(ANNOUNCEMENT)}`, "iu");

/** Whole lines that name what they are: credits, notices, calls and what a page says of itself. */
const WHOLE: readonly RegExp[] = [
  new RegExp(String.raw`^\W*${anyOf(AD_LABEL)}\W*$`, "iu"),
  /^(?:\(?c\)|©|copyright\b).{0,200}$/iu,
  new RegExp(String.raw`^.{0,120}\b${anyOf(RIGHTS)}\b.{0,120}$`, "iu"),
  new RegExp(String.raw`^\(?${anyOf(PICTURE_CREDIT)}\s*(?:[:©|]|by\b|credit\b).{0,110}$`, "iu"),
  new RegExp(String.raw`^${anyOf(DATED)}\b[^.!?]{0,60}\d[^!?]{0,60}$`, "iu"),
  new RegExp(String.raw`^.{0,60}${anyOf(CONSENT)}.{0,200}$`, "iu"),
  new RegExp(String.raw`^${anyOf(EXTERNAL_CONTENT)}\W*$`, "iu"),
  new RegExp(String.raw`^${anyOf(CALL)}\b[^.]{0,140}${anyOf(CALLED_FOR)}[^.]{0,80}[.!]?$`, "iu"),
  new RegExp(String.raw`^${anyOf(LOADING)}\b.{0,40}$`, "iu"),
  new RegExp(String.raw`^${anyOf(PAGE_BUTTON)}\W*$`, "iu"),
  new RegExp(String.raw`^${anyOf(TOPICS)}\s*:.{0,200}$`, "iu"),
  new RegExp(String.raw`^.{0,240}(?:©|${anyOf(CREDIT_AT_END)}\s*(?:[:©]|by\b))[^.!?]{2,60}$`, "iu"),
  new RegExp(String.raw`^${anyOf(PRIVACY_OR_APP)}.{0,240}$`, "iu"),
  new RegExp(String.raw`^(?:\d+ ?${anyOf(MINUTES)}\s*${anyOf(READ)}|${anyOf(TIME_TO_READ)}\b.{0,40})\W*$`, "iu"),
  new RegExp(String.raw`^\W*(?:${anyOf(SHARE_BUTTON)}|\s|[|•·,/+\-])+$`, "iu"),
];

/** After a heading of this kind comes nothing of the story any more. */
const END = new RegExp(String.raw`^\W*(?:\d+\s+)?${anyOf(AFTER_STORY)}\W*$`, "iu");

const LONGEST_LINE = 360;

/** A paragraph so long is not repeated by chance. */
const SHORTEST_REPEATED = 50;

/** A story without what is left of its page. */
export interface CleanStory {
  readonly blocks: readonly PlacedBlock[];
  /** What was dropped and may be words of the story. */
  readonly dropped: readonly LeftOut[];
}

/**
 * The blocks of a story without what is left of the page between them: announcements of other stories with their links,
 * credits, calls to subscribe, and what was said already.
 */
export function dropLeftovers(all: readonly PlacedBlock[]): CleanStory {
  const before = withoutEnd(all);
  const lines = before.filter((placed) => isWholeLine(placed));
  const { blocks: own, links } = withoutLinks(before.filter((placed) => !isWholeLine(placed)));
  const left = withoutTrailingSubheads(withoutRepeated(own));
  if (left.length === 0) return { blocks: all, dropped: [] };
  const [behind] = all.slice(before.length).filter(readsAsText);
  const dropped = [
    ...links.map((placed) => leaveOut("linked", placed)),
    ...lines.filter(readsAsText).map((placed) => leaveOut("lines", placed)),
    ...(behind ? [leaveOut("behind", behind)] : []),
  ];
  return { blocks: left, dropped };
}

function leaveOut(kind: LeftOut["kind"], { block: { text, line } }: PlacedBlock): LeftOut {
  return { kind, text, line };
}

/** Whether a block that is dropped reads as a sentence of a story, and not as a label, a link or a right. */
function readsAsText({ block, linkedShare }: PlacedBlock): boolean {
  return block.kind === "text" && linkedShare < 0.5 && isSentence(block.text) && !/[©]|\brights\b/iu.test(block.text);
}

function isWholeLine({ block }: PlacedBlock): boolean {
  return block.kind === "text" && block.text.length <= LONGEST_LINE && WHOLE.some((form) => form.test(block.text));
}

/** Only where less than half of the text comes after the heading: some pages begin with the comments of others. */
function withoutEnd(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const at = blocks.findIndex(({ block }) => isLine(block.text, 120) && block.kind === "text" && END.test(block.text));
  if (at < 0) return blocks;
  const before = blocks.slice(0, at);
  return sizeOf(before) > sizeOf(blocks) / 2 ? before : blocks;
}

function sizeOf(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((size, { block }) => size + block.text.length, 0);
}

function isLine(text: string, longest: number): boolean {
  return text.length <= longest;
}

/** Without announcements, the links under them, and what is a link to another story by its look. */
function withoutLinks(blocks: readonly PlacedBlock[]): {
  readonly blocks: readonly PlacedBlock[];
  /** Links that nothing announces as links to other stories. */
  readonly links: readonly PlacedBlock[];
} {
  const prose = sizeOf(blocks.filter(({ linkedShare }) => linkedShare < 0.5));
  if (prose < 140) return { blocks, links: [] };
  const announced = findAnnounced(blocks);
  const own = new Set(findLinkedText(blocks));
  const isLinks = (placed: PlacedBlock): boolean => isAllLinked(placed) && !own.has(placed);
  const links = blocks.filter((placed) => !announced.has(placed) && isLinks(placed));
  return { blocks: blocks.filter((placed) => !announced.has(placed) && !isLinks(placed)), links };
}

/** The announcements of other stories, and the links under them. */
function findAnnounced(blocks: readonly PlacedBlock[]): ReadonlySet<PlacedBlock> {
  const found = new Set<PlacedBlock>();
  let isAnnounced = false;
  for (const placed of blocks) {
    const { block, linkedShare } = placed;
    if (block.kind === "post") continue;
    const announces = block.text.length <= 300 && ANNOUNCED.test(block.text);
    const isLead = announces && (linkedShare > 0.3 || /:\W*$/u.test(block.text) || block.text.length <= 60);
    isAnnounced = isLead || (isAnnounced && linkedShare > 0.8);
    if (isAnnounced) found.add(placed);
  }
  return found;
}

function isAllLinked({ block, linkedShare }: PlacedBlock): boolean {
  return block.kind === "text" && linkedShare > 0.95 && block.text.split(" ").length >= 3;
}

/** Fewer words with a full stop are a title with one. */
const FEWEST_WORDS = 6;

/** Whether a text reads as a sentence of a story, which headlines of other stories do not. */
function isSentence(text: string): boolean {
  return (
    /[\p{Ll}\p{M}\p{Lo}\p{Nd}%)]["”»’)]*\.["”»’)]*$|[。؟۔]["”»’)]*$/u.test(text) &&
    text.split(" ").length >= FEWEST_WORDS
  );
}

/**
 * Blocks that are links alone and yet of the text: sentences, and lists of which an item is a sentence or behind which
 * the text goes on.
 */
export function findLinkedText(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const lastProse = blocks.findLastIndex(({ block, linkedShare }) => block.kind === "text" && linkedShare < 0.5);
  return blocks.filter((placed, index) => {
    const { block } = placed;
    if (!isAllLinked(placed) || block.kind !== "text") return false;
    if (block.role !== "list") return isSentence(block.text);
    return index < lastProse || listAround(blocks, index).some((item) => isSentence(item.block.text));
  });
}

/** The items of the list in which an item is. */
function listAround(blocks: readonly PlacedBlock[], index: number): readonly PlacedBlock[] {
  const isOther = ({ block }: PlacedBlock): boolean => block.kind === "post" || block.role !== "list";
  const before = blocks.slice(0, index).findLastIndex(isOther);
  const after = blocks.findIndex((placed, at) => at > index && isOther(placed));
  return blocks.slice(before + 1, after < 0 ? blocks.length : after);
}

/**
 * The blocks without what is said twice: pull quotes, which repeat a sentence of the text, and paragraphs that a page
 * shows once for small screens and once for large ones.
 */
export function withoutRepeated(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const seen = new Set<string>();
  const once = blocks.filter(({ block }) => {
    if (block.kind === "post" || block.text.length < SHORTEST_REPEATED) return true;
    const folded = fold(block.text);
    const isNew = !seen.has(folded);
    seen.add(folded);
    return isNew;
  });
  return withoutPulled(once);
}

const RUN_LENGTH = 6;
const LONGEST_PULLED = 60;

/** A short block that is set off is pulled from the text when each run of its words is in another block too. */
function withoutPulled(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  if (!blocks.some(({ isSetOff }) => isSetOff)) return blocks;
  const runs = blocks.map(({ block }) => (block.kind === "post" ? [] : runsOf(block.text)));
  const counts = new Map<string, number>();
  for (const run of runs.flatMap((each) => [...new Set(each)])) counts.set(run, (counts.get(run) ?? 0) + 1);
  return blocks.filter(({ isSetOff }, index) => {
    const own = runs[index] ?? [];
    return (
      !isSetOff || own.length === 0 || own.length > LONGEST_PULLED || own.some((run) => (counts.get(run) ?? 0) < 2)
    );
  });
}

function runsOf(text: string): readonly string[] {
  const words = fold(text).split(" ");
  return words.slice(RUN_LENGTH - 1).map((_, at) => words.slice(at, at + RUN_LENGTH).join(" "));
}

/** A subhead with nothing under it headed what was dropped. */
function withoutTrailingSubheads(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const last = blocks.findLastIndex(({ block }) => block.kind === "post" || block.role !== "subhead");
  return last < 0 ? blocks : blocks.slice(0, last + 1);
}
