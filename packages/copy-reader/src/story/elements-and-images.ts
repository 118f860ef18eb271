import type { CopyStory, StoryElement, StoryImage } from "./story-value.js";

/** The elements of a story with its pictures at their places. */
export function elementsAndImages({
  elements,
  images = [],
}: Pick<CopyStory, "elements" | "images">): readonly (StoryElement | StoryImage)[] {
  const imagesBefore = (at: number): readonly StoryImage[] => images.filter(({ before }) => before === at);
  return [...elements.flatMap((element, at) => [...imagesBefore(at), element]), ...imagesBefore(elements.length)];
}
