import type { Side } from "./word-merge.ts";

/** A list on every side. */
type Lists<Item> = Readonly<Record<Side | "base", readonly Item[]>>;

/**
 * Merges lists in which every item has a key: what either side added is there, and what either removed is not. The order is
 * mine, with what they added at the end; theirs where only they moved something. Null where both sides changed one
 * item, each otherwise, or one removed what the other changed.
 */
export function mergeList<Item>(lists: Lists<Item>, keyOf: (item: Item) => string): readonly Item[] | null {
  const [base, mine, theirs] = [lists.base, lists.mine, lists.theirs].map(
    (items) => new Map(items.map((item) => [keyOf(item), item])),
  );
  if (!base || !mine || !theirs) return null;
  const isMoved = hasOtherOrder(base, mine) || !hasOtherOrder(base, theirs);
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine];
  const merged: Item[] = [];
  for (const key of new Set([...first.keys(), ...second.keys()])) {
    const judged = mergeItem(base.get(key), mine.get(key), theirs.get(key));
    if (judged === null) return null;
    if (judged.item !== undefined) merged.push(judged.item);
  }
  return merged;
}

/** The item that is kept, undefined where it is gone; null where both sides changed it. */
function mergeItem<Item>(
  base: Item | undefined,
  mine: Item | undefined,
  theirs: Item | undefined,
): { readonly item: Item | undefined } | null {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { item: mine };
  return isSame(mine, base) ? { item: theirs } : null;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function hasOtherOrder(base: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): boolean {
  const before = [...base.keys()].filter((key) => now.has(key));
  const after = [...now.keys()].filter((key) => base.has(key));
  return before.some((key, at) => after[at] !== key);
}
