import { uriOf } from "./addresses.js";
import { type Attributes, element, escapeLines, escapeMarkup } from "./markup.js";
import type { SyndicatedPost } from "./syndicated.js";
import { PLATFORM_NAMES, type Voice, dayOfPost, languageAttributes, say, timeOfDay } from "./voice.js";

/**
 * A post as a figure: its words as they were captured, who wrote them, where and when, and whether they still stand
 * there. Nothing of the platform is loaded; the link leads to the original unless it is known to be gone.
 */
export function renderPost(post: SyndicatedPost, voice: Voice, attributes: Attributes = {}): string {
  const url = post.url === null ? null : uriOf(post.url);
  const words = element(
    "blockquote",
    { ...languageAttributes(post.language, voice.around), cite: url },
    element("p", {}, escapeLines(post.text)),
  );
  const facts = [authorOf(post), dayOf(post, voice), linkTo(post, url, voice)].filter((fact) => fact !== "");
  const caption = element("p", {}, facts.join(" · ")) + availabilityOf(post, voice);
  return element("figure", attributes, words + element("figcaption", {}, caption));
}

function authorOf(post: SyndicatedPost): string {
  const name = element("b", {}, element("bdi", {}, escapeMarkup(post.authorName)));
  return post.authorHandle === null ? name : `${name} ${element("bdi", {}, escapeMarkup(post.authorHandle))}`;
}

function dayOf(post: SyndicatedPost, voice: Voice): string {
  const day = dayOfPost(post);
  const platform = PLATFORM_NAMES[post.platform];
  const place = platform === null ? "" : element("bdi", {}, escapeMarkup(platform));
  return [place, day === null ? "" : timeOfDay(voice, day)].filter((fact) => fact !== "").join(" · ");
}

function linkTo(post: SyndicatedPost, url: string | null, voice: Voice): string {
  if (url === null || post.availability === "DELETED") return "";
  return element("a", { href: url, rel: "noopener" }, say(voice, voice.wording.original));
}

function availabilityOf(post: SyndicatedPost, voice: Voice): string {
  const said = voice.wording.availability[post.availability];
  return element("p", {}, say(voice, said, { day: timeOfDay(voice, post.capturedAt) }));
}

/** A post named in a few words, such as `post by Ana Lima on Bluesky`, as markup. */
export function namePost(post: SyndicatedPost, voice: Voice): string {
  const author = element("bdi", {}, escapeMarkup(post.authorName));
  const platform = PLATFORM_NAMES[post.platform];
  if (platform === null) return say(voice, voice.wording.post, { author });
  return say(voice, voice.wording.postOn, { author, platform: escapeMarkup(platform) });
}
