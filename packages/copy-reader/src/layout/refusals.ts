import { LONGEST_PART, MOST_BODY_PARTS, MOST_QUOTES } from "../story/limits.js";
import { CopyError } from "../story/fault.js";
import type { StoryElement } from "../story/story-value.js";

interface Part {
  readonly text: string;
  readonly line: number;
}

/** Laid-out copy has more lines than a story if some of them are not part of it. */
const mostBlocks = 5000;

/** Throws a CopyError with the line where copy, as it was laid out, is an archive or a table and no story. */
export function refuseEndless(blocks: readonly Part[]): void {
  if (blocks.length > mostBlocks) refuseCount(blocks);
}

/** Throws a CopyError with the line of the first part that the body of an article could not hold. */
export function refuseUnwritable(parts: readonly Part[]): void {
  if (parts.length > MOST_BODY_PARTS) refuseCount(parts);
  const long = parts.find(({ text }) => text.length > LONGEST_PART);
  if (!long) return;
  const message = `A paragraph or post has ${long.text.length} characters, and may have at most ${LONGEST_PART}.`;
  throw new CopyError(message, long.line);
}

function refuseCount(parts: readonly Part[]): void {
  const first = parts[MOST_BODY_PARTS];
  const message = `The content has ${parts.length} paragraphs and posts, and a story has at most ${MOST_BODY_PARTS}; send its stories one by one.`;
  throw new CopyError(message, first?.line ?? 1);
}

/** Throws a CopyError with the line of the first paragraph with more quotations than one can have. */
export function refuseFloodOfQuotes(elements: readonly StoryElement[]): void {
  for (const element of elements) {
    const count = element.kind === "paragraph" ? element.quotes.length : 0;
    if (count <= MOST_QUOTES) continue;
    const message = `A paragraph holds ${count} quotations, and may hold at most ${MOST_QUOTES}.`;
    throw new CopyError(message, element.line);
  }
}
