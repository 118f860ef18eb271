import type { TextMark } from "../story/story-value.js";

/** A text with the links and emphasis on it. */
export interface MarkedSource {
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/**
 * The marks on a part of a marked text: what reading takes from a paragraph, such as a dateline or a sign-off, is at
 * its beginning or end. Empty where the text is no part of it.
 */
export function marksWithin(source: MarkedSource | undefined, text: string): readonly TextMark[] {
  const from = source === undefined ? -1 : placeOf(source.text, text);
  if (source === undefined || from < 0) return [];
  return source.marks
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - from),
      end: Math.min(text.length, mark.end - from),
    }))
    .filter(({ start, end }) => start < end);
}

function placeOf(whole: string, part: string): number {
  if (whole.endsWith(part)) return whole.length - part.length;
  return whole.indexOf(part);
}
