import { type Element, isTag, isText } from "domhandler";
import { pointAt, type PostAddress, readPostAddress } from "../../../posts/addresses.js";
import { readFrameAddress, readTelegramPost, readTweetId } from "./frames.js";
import type { DocumentPost } from "../../document-parts.js";
import { attribute, childElements, elementText, lineOf, ownText, readHtmlTree } from "../tree.js";

/** Finds the first post that an element or what is in it embeds; null when there is none. */
export type FindPost = (element: Element) => DocumentPost | null;

/** Elements that browsers do not show but in which loaders keep the markup of an embed. */
const KEEPERS = new Set(["noscript", "template", "script", "object"]);
/** Script elements of these types hold markup and no program. */
const KEPT_TYPES = /^(?:text\/(?:html|template|x-template|plain)|text\/x-handlebars[\w-]*)$/iu;
const TAG = /<(?:blockquote|iframe|div|amp-|script)/iu;
const PLATFORM =
  /twitter|bluesky|bsky|mastodon|threads|text-post|instagram|facebook|fb-|tiktok|youtube|truthsocial|telegram|t\.me|\/embed/iu;
/** An embed is short; what is longer is a page. */
const LONGEST_MARKUP = 60_000;

/** Attributes in which loaders keep the address of what they will show. */
const LAZY_SOURCE = /^data-(?:[\w-]*(?:src|embed|oembed|iframe|permalink)[\w-]*)$/u;
/** An element with more text than this is no place for a post, but holds something of its own. */
const LONGEST_LABEL = 300;
const MOST_INNER = 500;

/**
 * Reads an element in which a loader keeps an embed: its markup in an attribute, a script of text or a fallback, or the
 * address alone, also as AMP writes it. The embed itself, where it is within, comes first. Null for any other element.
 */
export function readWrapped(element: Element, findPost: FindPost): DocumentPost | null {
  if (KEEPERS.has(element.name)) return readKept(element, findPost);
  if (/^(?:html|body|head|article|main|img|input|link|meta|button)$/u.test(element.name)) return null;
  const address = readLazyAddress(element);
  const kept = Object.values(element.attribs).find((value) => value.includes("<") && isMarkup(value));
  if (address === null && kept === undefined) return null;
  if (!isBare(element) || (/^[ap]$/u.test(element.name) && elementText(element) !== "")) return null;
  const inner = firstInner(element, findPost);
  if (inner && inner.text !== "") return inner;
  const unfolded = kept === undefined ? null : readMarkup(kept, element, findPost);
  return unfolded ?? inner ?? (address && pointAt(address, lineOf(element)));
}

/** The posts that are in text as markup that was escaped; empty when there is none. */
export function readEscaped(text: string, element: Element, findPost: FindPost): DocumentPost | null {
  return /^\s*<(?:blockquote|iframe|div|script)\b/iu.test(text) && isMarkup(text)
    ? readMarkup(text, element, findPost)
    : null;
}

function isMarkup(text: string): boolean {
  return text.length <= LONGEST_MARKUP && TAG.test(text) && PLATFORM.test(text);
}

function readMarkup(markup: string, element: Element, findPost: FindPost): DocumentPost | null {
  const found = firstInner(readHtmlTree(markup), findPost);
  return found && { ...found, line: lineOf(element) };
}

function readKept(element: Element, findPost: FindPost): DocumentPost | null {
  if (element.name !== "script") return firstInner(element, findPost);
  if (!KEPT_TYPES.test(attribute(element, "type") ?? "")) return null;
  const text = ownText(element);
  const isEncoded = text.length <= LONGEST_MARKUP && /^\s*(?:[A-Za-z0-9+/]{4}){20,}[A-Za-z0-9+/=]*\s*$/u.test(text);
  const content = isEncoded ? Buffer.from(text, "base64").toString("utf8") : text;
  return isMarkup(content) ? readMarkup(content, element, findPost) : null;
}

function readLazyAddress(element: Element): PostAddress | null {
  const { name, attribs } = element;
  if (name.startsWith("amp-")) return readAmpAddress(element);
  const tweet = attribute(element, "data-tweet-id") ?? attribute(element, "data-tweetid");
  const stated = readTweetId(tweet) ?? readTelegramPost(attribute(element, "data-telegram-post"));
  if (stated) return stated;
  for (const [key, value] of Object.entries(attribs)) {
    const address = LAZY_SOURCE.test(key) ? (readFrameAddress(value) ?? readPostAddress(value)) : null;
    if (address) return address;
  }
  return null;
}

/** The address as the elements of AMP state it. */
function readAmpAddress(element: Element): PostAddress | null {
  const stated = (name: string): string | null => attribute(element, name);
  switch (element.name) {
    case "amp-twitter":
      return readTweetId(stated("data-tweetid"));
    case "amp-instagram":
      return readPostAddress(`https://www.instagram.com/p/${stated("data-shortcode") ?? ""}`);
    case "amp-facebook":
      return readPostAddress(stated("data-href"));
    case "amp-tiktok": {
      const source = stated("data-src") ?? "";
      return readPostAddress(/^\d+$/u.test(source) ? `https://www.tiktok.com/embed/v2/${source}` : source);
    }
    case "amp-embedly-card":
      return readPostAddress(stated("data-url"));
    default:
      return null;
  }
}

/** Whether an element holds no more than so many characters and elements; it looks at no more of it than that. */
export function isSmall(element: Element, limit: number): boolean {
  let left = limit;
  const visit = ({ children }: Element): void => {
    for (const child of children) {
      if (left < 0) return;
      left -= isText(child) ? child.data.trim().length : 1;
      if (isTag(child) && !KEEPERS.has(child.name)) visit(child);
    }
  };
  visit(element);
  return left >= 0;
}

/** Whether an element holds no text but that of an embed's label. */
function isBare(element: Element): boolean {
  return isSmall(element, LONGEST_LABEL) || (isSmall(element, LONGEST_LABEL * 10) && isOneEmbed(element));
}

/** A blockquote may be long: the words of a post are its label. */
function isOneEmbed(element: Element): boolean {
  return childElements(element).some(({ name }) => name === "blockquote");
}

function firstInner(element: Element, findPost: FindPost): DocumentPost | null {
  let left = MOST_INNER;
  let pointing: DocumentPost | null = null;
  const visit = (around: Element): DocumentPost | null => {
    for (const child of childElements(around)) {
      left -= 1;
      if (left < 0) return null;
      const post = findPost(child);
      if (post && post.text !== "") return post;
      pointing ??= post;
      const inner = visit(child);
      if (inner) return inner;
    }
    return null;
  };
  return visit(element) ?? pointing;
}
