import type { PlacedBlock } from "./blocks.js";
import { collapseMarked, markedOf, replaceMarked } from "./marked-text.js";

/** What a caption or a form is in; nothing between the two marks is part of the text. */
const ENCLOSED = /\[(caption|gallery|video|audio|playlist|embed)\b[^\]]{0,500}\][^[\]]{0,2000}\[\/\1\]/gu;

/** A mark with settings, a closing mark, and marks that are alone. */
const SINGLE =
  /\[[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=(?:"[^"\]]{0,500}"|“[^”\]]{0,500}”|”[^”\]]{0,500}”|'[^'\]]{0,500}'|[^\s\]"']{1,200}))+\s*\/?\]|\[\/[a-z][\w-]{1,40}\]|\[(?:gallery|video|audio|playlist|embed|caption|more|toc|nextpage)\s*\/?\]/gu;

/**
 * The blocks without the shortcodes in which content systems keep pictures, galleries and forms, such as
 * `[caption id="7"]…[/caption]`. Words in brackets that are not such, as "[sic]", stay.
 */
export function withoutShortcodes(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  return blocks.flatMap((placed) => {
    const { block } = placed;
    if (block.kind === "post" || !block.text.includes("[")) return [placed];
    const names = new Set([...block.text.matchAll(/\[\/([a-z][\w-]{1,40})\]/gu)].map((match) => match[1]));
    const isClosed = (mark: string): string => (names.has(mark.slice(1, -1)) ? " " : mark);
    const patterns = [ENCLOSED, SINGLE].map((pattern) => [pattern, () => " "] as const);
    const all = [...patterns, [/\[[a-z][\w-]{1,40}\]/gu, isClosed] as const];
    const { text, marks } = collapseMarked(
      all.reduce((marked, [pattern, replace]) => replaceMarked(marked, pattern, replace), markedOf(block)),
    );
    return text === "" ? [] : [{ ...placed, block: { ...block, text, marks } }];
  });
}
