import { diffArrays } from "diff";
import type { Stretch } from "./quote-words.ts";

/*
 * Three-way merge of texts by their words. What each side changed comes from the library; the sides are then compared by
 * the places in the text that both began with. Libraries that merge return the merged text only, but the marks and quotes of
 * a paragraph need to know where each of its words is on every side.
 */

/** Whose version of something is kept. */
export type Side = "mine" | "theirs";

/** What was replaced, and by what; either may be empty. */
export interface ChangedStretch {
  readonly before: Stretch;
  readonly after: Stretch;
}

/** A stretch of a merged text, with its place on every side. */
export interface MergedStretch extends Readonly<Record<Side | "base", Stretch>> {
  /** Whose words are kept: mine also where both sides have the same. */
  readonly from: Side;
}

/** The texts of a merge. */
export type SideTexts = Readonly<Record<Side | "base", string>>;

/** Words also where no spaces separate them. The same in every browser: no language decides. */
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

function segmentsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The stretches of a text that another one has otherwise, in their order. No two of them touch. */
export function changedStretches(before: string, after: string): readonly ChangedStretch[] {
  const changes: ChangedStretch[] = [];
  let [was, is] = [0, 0];
  for (const { added, removed, value } of diffArrays(segmentsOf(before), segmentsOf(after))) {
    const { length } = value.join("");
    const [from, to] = [was + (added ? 0 : length), is + (removed ? 0 : length)];
    if (added || removed) {
      const change = { before: { start: was, end: from }, after: { start: is, end: to } };
      const last = changes.at(-1);
      if (last && isBlankBetween(before, last, change)) changes[changes.length - 1] = joinedChange(last, change);
      else changes.push(change);
    }
    [was, is] = [from, to];
  }
  return changes;
}

/** Spaces are alike in all texts, so that those between changed words are no sign that the words belong together. */
function isBlankBetween(text: string, one: ChangedStretch, other: ChangedStretch): boolean {
  return text.slice(one.before.end, other.before.start).trim() === "";
}

function joinedChange(one: ChangedStretch, other: ChangedStretch): ChangedStretch {
  return {
    before: { start: one.before.start, end: other.before.end },
    after: { start: one.after.start, end: other.after.end },
  };
}

/** A stretch of the first text in which sides changed something; where they touch, it is one. */
interface Group extends Stretch {
  readonly changes: readonly (ChangedStretch & { readonly side: Side })[];
}

function groupsOf(base: string, mine: string, theirs: string): readonly Group[] {
  const changes = [
    ...changedStretches(base, mine).map((change) => ({ ...change, side: "mine" as const })),
    ...changedStretches(base, theirs).map((change) => ({ ...change, side: "theirs" as const })),
  ].sort((one, other) => one.before.start - other.before.start || one.before.end - other.before.end);
  const groups: Group[] = [];
  for (const change of changes) {
    const { start, end } = change.before;
    const last = groups.at(-1);
    if (!last || start > last.end) groups.push({ start, end, changes: [change] });
    else
      groups[groups.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        changes: [...last.changes, change],
      };
  }
  return groups;
}

/** How much longer a side is after changes. */
function growthOf({ changes }: Group, side: Side): number {
  return changes
    .filter((change) => change.side === side)
    .reduce((sum, { before, after }) => sum + after.end - after.start - (before.end - before.start), 0);
}

/** The stretches of the merged text in their order; null where both sides changed words that overlap or touch, each otherwise. */
export function mergeStretches({ base, mine, theirs }: SideTexts): readonly MergedStretch[] | null {
  const merged: MergedStretch[] = [];
  const shift = { mine: 0, theirs: 0 };
  const stretch = (start: number, end: number, from: Side, grown = { mine: 0, theirs: 0 }): MergedStretch => ({
    base: { start, end },
    mine: { start: start + shift.mine, end: end + shift.mine + grown.mine },
    theirs: { start: start + shift.theirs, end: end + shift.theirs + grown.theirs },
    from,
  });
  let at = 0;
  for (const group of groupsOf(base, mine, theirs)) {
    merged.push(stretch(at, group.start, "mine"));
    const grown = { mine: growthOf(group, "mine"), theirs: growthOf(group, "theirs") };
    const isOwn = group.changes.some(({ side }) => side === "mine");
    const changed = stretch(group.start, group.end, isOwn ? "mine" : "theirs", grown);
    const isOther = group.changes.some(({ side }) => side === "theirs");
    if (isOwn && isOther && wordsAt(mine, changed.mine) !== wordsAt(theirs, changed.theirs)) return null;
    merged.push(changed);
    shift.mine += grown.mine;
    shift.theirs += grown.theirs;
    at = group.end;
  }
  return [...merged, stretch(at, base.length, "mine")];
}

/** The words of a stretch. */
export function wordsAt(text: string, { start, end }: Stretch): string {
  return text.slice(start, end);
}

/** Merges texts without marks by their words; null where both sides changed the same words, each otherwise. */
export function mergeText(texts: SideTexts): string | null {
  const stretches = mergeStretches(texts);
  return stretches && stretches.map((stretch) => wordsAt(texts[stretch.from], stretch[stretch.from])).join("");
}
