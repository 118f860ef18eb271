import type { StoryElement } from "../story/story-value.js";

/** No editor reads more such warnings one by one. */
const mostWarnings = 20;

/** The first warnings of a kind, and how many more there are. */
export function boundWarnings(warnings: readonly string[], countMore: (more: number) => string): readonly string[] {
  const more = warnings.length - mostWarnings;
  return more > 0 ? [...warnings.slice(0, mostWarnings), countMore(more)] : warnings;
}

/** Full sentences on what posts lack that an article needs: their words, and anybody who published a video. */
export function warnOfPosts(elements: readonly StoryElement[]): readonly string[] {
  return [...warnOfMissingWords(elements), ...warnOfAuthors(elements)];
}

function warnOfMissingWords(elements: readonly StoryElement[]): readonly string[] {
  const warnings = elements.flatMap((element, index) =>
    element.kind === "post" && element.text === ""
      ? [
          `elements[${index}]: the words of the post ${element.url ?? ""} are not in the document (line ${element.line}), only its address is kept; fill them in with updateEmbeddedPost, so that the article survives the post's deletion.`,
        ]
      : [],
  );
  return boundWarnings(warnings, (more) => `The words of ${more} more posts are not in the document either.`);
}

function warnOfAuthors(elements: readonly StoryElement[]): readonly string[] {
  return elements.flatMap((element, index) => {
    const isUnsigned = element.kind === "post" && element.platform === "YOUTUBE" && element.authorHandle === null;
    return isUnsigned ? [`elements[${index}]: the embedded video names no author; its platform is used instead.`] : [];
  });
}

/** No more texts are repeated in a warning, and no longer parts of them. */
const mostRemoved = 5;
const longestRemoved = 160;

/** One sentence that repeats the words that were left out around the story; marks without words are not mentioned. */
export function warnOfRemoved(removed: readonly string[]): readonly string[] {
  const worded = removed.filter((text) => /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(text));
  if (worded.length === 0) return [];
  const shown = worded.slice(0, mostRemoved).map((text) => `“${text.slice(0, longestRemoved)}”`);
  const more = worded.length > shown.length ? ` and ${worded.length - shown.length} more` : "";
  return [`Left out as furniture around the story: ${shown.join(", ")}${more}.`];
}
