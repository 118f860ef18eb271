import type { CopyStory } from "@dateline/copy-reader";

/** How much of the first paragraph is used as a headline, in UTF-16 code units. */
const STAND_IN_LENGTH = 90;

/** The headline of the caller or of the copy; without one, the beginning of the text, for an editor to replace. */
export function headlineOf(story: CopyStory, chosen: string | undefined): string {
  const headline = chosen ?? story.headline;
  if (headline) return headline;
  const text = story.elements.find(({ kind }) => kind === "paragraph")?.text ?? "Untitled";
  if (text.length <= STAND_IN_LENGTH) return text;
  const cut = text.slice(0, STAND_IN_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), STAND_IN_LENGTH / 2))}…`;
}
