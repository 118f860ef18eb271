import { escapeMarkup } from "../lib/escape-markup.js";
import { PLATFORM_NAMES } from "@dateline/copy-reader/text";
import { uriOf } from "./addresses.js";
import { type Attributes, element, escapeLines } from "./markup.js";
import type { SyndicatedPost } from "./syndicated.js";
import { type Voice, dayOfPost, languageAttributes, renderPhrase, timeOfDay } from "./voice.js";

/**
 * A post as a figure: its words as they were captured, who wrote them, where and when, and whether they are still online
 * there. Nothing of the platform is loaded; the link leads to the original unless it is known to be gone. A post of which
 * only the address is kept has no quotation, and nothing is said about its words.
 */
export function renderPost(post: SyndicatedPost, voice: Voice, attributes: Attributes = {}): string {
  const url = post.url === null ? null : uriOf(post.url);
  const facts = [authorOf(post), dayOf(post, voice), linkTo(post, url, voice)].filter((fact) => fact !== "");
  const signature = element("p", {}, facts.join(" · "));
  if (post.text === "") return element("figure", attributes, element("figcaption", {}, signature));
  const caption = signature + availabilityOf(post, voice);
  return element("figure", attributes, wordsOf(post, url, voice) + element("figcaption", {}, caption));
}

function wordsOf(post: SyndicatedPost, url: string | null, voice: Voice): string {
  const attributes = { ...languageAttributes(post.language, voice.around), cite: url };
  return element("blockquote", attributes, element("p", {}, escapeLines(post.text)));
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
  return element("a", { href: url, rel: "noopener" }, renderPhrase(voice, voice.wording.original));
}

function availabilityOf(post: SyndicatedPost, voice: Voice): string {
  const said = voice.wording.availability[post.availability];
  return element("p", {}, renderPhrase(voice, said, { day: timeOfDay(voice, post.capturedAt) }));
}

/** A post named in a few words, such as `post by Ana Lima on Bluesky`, as markup. */
export function namePost(post: SyndicatedPost, voice: Voice): string {
  const author = element("bdi", {}, escapeMarkup(post.authorName));
  const platform = PLATFORM_NAMES[post.platform];
  if (platform === null) return renderPhrase(voice, voice.wording.post, { author });
  return renderPhrase(voice, voice.wording.postOn, { author, platform: escapeMarkup(platform) });
}
