import { isPost, type StoryPart } from "../story/elements.js";
import type { FoundPost } from "../story/story-value.js";
import { boundWarnings } from "../text/bound-warnings.js";

/** The parts of a story in which each post is once. */
export interface UnitedParts {
  readonly parts: readonly StoryPart[];
  /** Full sentences on the posts that were placed once and are in the copy again. */
  readonly warnings: readonly string[];
}

/** Keeps the first place of a post that copy shows again, with its words where only a later place has them. */
export function uniteRepeatedPosts(all: readonly StoryPart[]): UnitedParts {
  const places = new Map<string, number>();
  const parts: StoryPart[] = [];
  const warnings: string[] = [];
  for (const part of all) {
    const place = isPost(part) ? places.get(keyOf(part)) : undefined;
    if (place === undefined) {
      if (isPost(part)) places.set(keyOf(part), parts.length);
      parts.push(part);
    } else if (isPost(part)) {
      warnings.push(warnOfRepeated(part));
      if (parts[place]?.text === "") parts[place] = part;
    }
  }
  return {
    parts,
    warnings: boundWarnings(warnings, (more) => `${more} more posts are shown again and were placed once.`),
  };
}

/** The number of a post on X, which several hosts show. */
const STATUS = /\/status(?:es)?\/(?<id>\d{5,20})/u;

function keyOf({ url, platform, authorHandle, text, line }: FoundPost): string {
  if (url !== null) return (platform === "X" ? STATUS.exec(url)?.groups?.["id"] : undefined) ?? url;
  return text === "" ? `${line}` : `${platform}\n${authorHandle?.toLowerCase() ?? ""}\n${text}`;
}

/** A full sentence on a post that copy shows again. */
export function warnOfRepeated({ url, authorHandle, authorName, line }: FoundPost): string {
  return `The post ${url ?? `of ${authorHandle ?? authorName}`} is shown again (line ${line}); an article holds a post once, so only its first place was kept.`;
}
