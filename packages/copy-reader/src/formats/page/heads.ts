import type { Element } from "domhandler";
import { readBlocks } from "./blocks.js";
import { fold } from "../fold-text.js";
import { isUnreadable, find } from "./tree.js";

/** How many lines around the headline are looked at. */
const LINES_BEFORE = 6;
const LINES_AFTER = 14;

const LONGEST_LINE = 200;

/** A line so long is the text already. */
const SHORTEST_TEXT = 400;

/**
 * The short lines around the headline as a page shows it, those under it first: there it shows who wrote the story and
 * when. Empty when the headline is not seen.
 */
export function linesAroundHeadline(page: Element, headline: string | null): readonly string[] {
  const lines = readBlocks(find(page, "body") ?? page, { isDropped: isUnreadable }).map(({ block }) => block.text);
  const head = headline === null ? "" : fold(headline);
  const at = head === "" ? -1 : lines.findLastIndex((line) => line.length < 1000 && fold(line) === head);
  if (at < 0) return [];
  const after = lines.slice(at + 1, at + 1 + LINES_AFTER);
  const end = after.findIndex((line) => line.length >= SHORTEST_TEXT);
  const under = end < 0 ? after : after.slice(0, end);
  return [...under, ...lines.slice(Math.max(0, at - LINES_BEFORE), at).toReversed()].filter(
    (line) => line.length <= LONGEST_LINE,
  );
}
