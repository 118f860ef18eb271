import type { CopyBlock } from "../layout/blocks.js";
import { isPost, type StoryPart } from "./elements.js";

/** The number of an item: "1.", "1)" or "(1)". */
const NUMBER = /^(?<open>\(?)(?<number>\d{1,2})(?<close>[.)])\s+(?=\S)/u;

interface Item {
  readonly block: CopyBlock;
  readonly number: number;
  /** How its number is written. */
  readonly form: string;
  /** Its text without the number. */
  readonly text: string;
}

/**
 * Makes items of a numbered list of what plain copy counts from 1, at least twice in a row and in one form. Their numbers are
 * no part of their texts then; any other number stays in its text.
 */
export function numberItems(parts: readonly StoryPart[]): readonly StoryPart[] {
  const items = parts.map(readItem);
  return parts.map((part, at) => {
    const item = items[at];
    if (!item) return part;
    const first = at - item.number + 1;
    const isCounted = countFrom(items, first) > Math.max(1, item.number - 1);
    return isCounted ? { ...item.block, text: item.text, style: "NUMBERED" } : part;
  });
}

function readItem(part: StoryPart): Item | null {
  if (isPost(part) || part.style !== undefined || !part.isList) return null;
  const found = NUMBER.exec(part.text);
  const { open = "", number = "", close = "" } = found?.groups ?? {};
  if (!found || (open === "(" && close === ".")) return null;
  return { block: part, number: Number(number), form: open + close, text: part.text.slice(found[0].length) };
}

/** How many items from a place on are counted from 1. */
function countFrom(items: readonly (Item | null)[], first: number): number {
  const form = items[first]?.form;
  const end = items.slice(Math.max(0, first)).findIndex((item, at) => item?.form !== form || item?.number !== at + 1);
  return first < 0 || form === undefined ? 0 : end < 0 ? items.length - first : end;
}
