import type { DocumentBlock, DocumentImage } from "../formats/document-parts.js";
import type { StoryElement, StoryImage } from "../story/story-value.js";

/** The pictures of a document in reading order, each before the element that was made of what it was before. */
export function placeInStory(
  images: readonly DocumentImage[],
  blocks: readonly DocumentBlock[],
  elements: readonly StoryElement[],
): readonly StoryImage[] {
  const places = placesOf(blocks, elements);
  const placed = images.map(
    (image): StoryImage => ({ ...image, kind: "image", before: places[image.before] ?? elements.length }),
  );
  return placed.sort((one, other) => one.before - other.before);
}

/** For each block the first element that was made of it or of what follows it; blocks may be dropped, cut and joined. */
function placesOf(blocks: readonly DocumentBlock[], elements: readonly StoryElement[]): readonly number[] {
  let from = 0;
  const own = blocks.map((block) => {
    const found = elements.findIndex((element, at) => at >= from && isMadeOf(element, block));
    if (found >= 0) from = found;
    return found;
  });
  let next = elements.length;
  const places = own.toReversed().map((found) => {
    if (found >= 0) next = found;
    return next;
  });
  return places.toReversed();
}

function isMadeOf(element: StoryElement, block: DocumentBlock): boolean {
  if (element.kind === "post" && block.kind === "post" && block.url !== null) return element.url === block.url;
  if (element.line !== block.line || block.text === "") return false;
  if (element.text === "") return /^https?:/u.test(block.text);
  return isMostOf(element.text, block.text) || isMostOf(block.text, element.text);
}

/** A dateline or a signature may be cut off; a name that is in another paragraph as well is not that paragraph. */
function isMostOf(part: string, whole: string): boolean {
  return part.length * 2 >= whole.length && whole.includes(part);
}
