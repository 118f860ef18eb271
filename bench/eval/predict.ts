import type { CopyStory } from "../../packages/copy-reader/src/story/story-value.js";
import { describeReading } from "../../packages/copy-reader/src/story/reasons.js";
import { readPlainCopy } from "../../packages/copy-reader/src/story/read-plain-copy.js";

/** A quotation read from an article, with offsets into the article's own text. */
export interface Prediction {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly speakerName: string | null;
  readonly reason: string;
}

/** Reads an article and lays the quotations found back over its original text. */
export function predictQuotes(text: string, language: string): readonly Prediction[] {
  const story = readPlainCopy(text, { language });
  const places = alignParagraphs(text, story);
  return story.elements.flatMap((element, index) => {
    if (element.kind !== "paragraph") return [];
    const place = places[index];
    return element.quotes.map((quote) => ({
      text: quote.text,
      start: place?.(quote.start) ?? -1,
      end: (place?.(quote.end - 1) ?? -2) + 1,
      speaker: quote.speakerText,
      speakerName: story.persons.find(({ key }) => key === quote.speakerKey)?.name ?? null,
      reason: describeReading(quote.reasons),
    }));
  });
}

type Place = (offset: number) => number;

/** Joining lines changes white space and control characters are dropped, so places are counted in the others. */
function alignParagraphs(text: string, story: CopyStory): readonly (Place | null)[] {
  const dense = densify(text);
  let from = 0;
  return story.elements.map((element) => {
    const own = densify(element.text);
    const at = dense.text.indexOf(own.text, from);
    if (at < 0) return null;
    from = element.kind === "paragraph" ? at + own.text.length : from;
    return (offset) => {
      const count = own.offsets.findIndex((each) => each >= offset);
      return dense.offsets[at + count] ?? -1;
    };
  });
}

function densify(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let kept = "";
  for (let index = 0; index < text.length; index++) {
    if (/[\s\p{Cc}\u00ad\ufeff]/u.test(text[index] ?? "")) continue;
    kept += text[index];
    offsets.push(index);
  }
  return { text: kept, offsets };
}
