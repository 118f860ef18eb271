import { type Element, isTag, isText, Text } from "domhandler";
import { readFigure } from "./figures.js";
import { isOwnNotice, isPlaceholder } from "../../../posts/placeholders.js";
import type { SocialPlatform } from "../../../story/story-value.js";
import {
  nameInAddress,
  pointAt,
  type PostAddress,
  readAddressLine,
  readPostAddress,
} from "../../../posts/addresses.js";
import { readFrame, readFrameAddress, readTelegramMessage, readTweetId } from "./frames.js";
import { isPostFurniture } from "./furniture.js";
import { collapse, dayOf, type DocumentPost, languageTag } from "../../document-parts.js";
import { readSignedWords, type SignedWords } from "./signatures.js";
import { attribute, classesOf, elementText, findAll, lineOf, withChildren } from "../tree.js";
import { isSmall, readEscaped, readWrapped } from "./wrapped.js";

/** An element that embeds a post; the post is null where the markup has neither its words nor its address. */
export interface FoundEmbed {
  readonly post: DocumentPost | null;
}

const PLATFORMS: ReadonlyMap<string, SocialPlatform> = new Map([
  ["twitter-tweet", "X"],
  ["twitter-video", "X"],
  ["twitter-tweet-rendered", "X"],
  ["bluesky-embed", "BLUESKY"],
  ["mastodon-embed", "MASTODON"],
  ["text-post-media", "THREADS"],
  ["instagram-media", "INSTAGRAM"],
  ["fb-post", "FACEBOOK"],
  ["fb-video", "FACEBOOK"],
  ["tiktok-embed", "TIKTOK"],
  ["truthsocial-embed", "TRUTH_SOCIAL"],
  ["telegram-post", "TELEGRAM"],
]);

/** The attributes in which embeds contain the address of their post. */
const ADDRESS_ATTRIBUTES = [
  "cite",
  "data-href",
  "data-embed-url",
  "data-instgrm-permalink",
  "data-text-post-permalink",
  "data-bluesky-uri",
  "data-url",
];

/** A post is not longer than this, in characters and elements. */
const LONGEST_BARE = 4000;

/** A page is gone through more than once; what was found out about an element stays true. */
const known = new WeakMap<Element, FoundEmbed | null>();

/** Reads an element that embeds a post of a platform; null for every other element. */
export function readEmbed(element: Element): FoundEmbed | null {
  const before = known.get(element);
  if (before !== undefined) return before;
  const found = findEmbed(element);
  known.set(element, found);
  return found;
}

function findEmbed(element: Element): FoundEmbed | null {
  const frame = readFrame(element) ?? readTelegramMessage(element);
  if (frame) return { post: settle(frame, element) };
  const platform = classesOf(element).flatMap((name) => PLATFORMS.get(name) ?? [])[0];
  if (platform) return { post: settle(readMarkup(element, platform), element) };
  const post = readWrapped(element, findPost) ?? readBareQuotation(element);
  if (post) return { post };
  const figure = readFigure(element);
  return figure && { post: settle(figure, element) };
}

/** A post signed with handle, day and link, whose class a content system dropped. */
function readBareQuotation(element: Element): DocumentPost | null {
  if (element.name !== "blockquote" || !isSmall(element, LONGEST_BARE)) return null;
  const links = findAll(element, ({ name }) => name === "a");
  const platform = readPostAddress(attribute(links.at(-1) ?? null, "href"))?.platform;
  if (platform === undefined || !/[(（]\s*@/u.test(elementText(element))) return null;
  const post = settle(readMarkup(element, platform), element);
  return post && post.postedOn !== null && post.text !== "" ? post : null;
}

function findPost(element: Element): DocumentPost | null {
  return readEmbed(element)?.post ?? null;
}

/**
 * Reads a line that embeds a post: its address alone, as content systems keep embeds, or its markup escaped. Null
 * for every other text.
 */
export function readEmbedLine(text: string, holder: Element): DocumentPost | null {
  if (text.startsWith("<")) return readEscaped(text, holder, findPost);
  const address = readAddressLine(text);
  return address && pointAt(address, lineOf(holder));
}

/** What is gone keeps its place only where its address is known; what has neither words nor an address is no post. */
function settle(post: DocumentPost, element: Element): DocumentPost | null {
  const shown = post.text || elementText(element);
  const isGone = post.postedOn === null ? isPlaceholder(shown) : isOwnNotice(shown);
  if (isGone) return post.url === null ? null : { ...post, text: "", isGone };
  return post.text === "" && post.url === null ? null : post;
}

function readMarkup(stated: Element, platform: SocialPlatform): DocumentPost {
  const element = withPictures(stated);
  const address = findAddress(element, platform);
  const words = platform === "TIKTOK" ? readTikTok(element) : readSignedWords(element, platform);
  const handle = fullHandle(words.handle ?? handleInWords(element, platform) ?? address?.handle ?? null, address);
  const language = findAll(element, ({ name }) => name === "p").find((each) => attribute(each, "lang") !== null);
  return {
    kind: "post",
    platform,
    authorName: words.name ?? accountName(handle) ?? (address && nameInAddress(address)) ?? "",
    authorHandle: handle,
    text: words.text,
    postedOn: words.postedOn ?? readMoment(element),
    url: address?.url ?? null,
    language: languageTag(attribute(language ?? element, "lang")?.replace(/^und$|^q\w\w$|^zxx$|^art$/u, "")),
    line: lineOf(stated),
  };
}

const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Emoji_Component}\ufe0f?\u20e3|\u200d|\ufe0f){1,16}$/u;

/** Emoji that a site shows as pictures are words too. */
function withPictures(element: Element): Element {
  const children = element.children.map((child) => {
    if (!isTag(child)) return child;
    const stated = child.name === "img" ? attribute(child, "alt") : null;
    return stated !== null && EMOJI.test(stated) ? new Text(stated) : withPictures(child);
  });
  return withChildren(element, children);
}

/** The day that markup states for machines. */
function readMoment(element: Element): string | null {
  const stated = findAll(element, ({ name, attribs }) => name === "time" || "data-datetime" in attribs);
  for (const each of stated) {
    const day = dayOf(attribute(each, "datetime") ?? attribute(each, "data-datetime"));
    if (day !== null) return day;
  }
  return null;
}

/** A Mastodon account is one together with its server. */
function fullHandle(handle: string | null, address: PostAddress | null): string | null {
  if (address?.platform !== "MASTODON" || handle === null || handle.slice(1).includes("@")) return handle;
  return `${handle}@${new URL(address.url).hostname}`;
}

function accountName(handle: string | null): string | null {
  return handle?.slice(1).split("@")[0] ?? null;
}

/** Such as "Post by @name@server", which an embed without words says of itself. */
function handleInWords(element: Element, platform: SocialPlatform): string | null {
  if (platform !== "MASTODON") return null;
  for (const { children } of findAll(element, () => true)) {
    for (const child of children) {
      const handle = isText(child) ? ACCOUNT.exec(child.data)?.[1] : undefined;
      if (handle !== undefined) return handle;
    }
  }
  return null;
}

const ACCOUNT = /^[^@]{0,40}(@[\w.]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4})\s*$/u;

function findAddress(element: Element, platform: SocialPlatform): PostAddress | null {
  const links = findAll(element, ({ name }) => name === "a").map((link) => attribute(link, "href"));
  const stated = ADDRESS_ATTRIBUTES.map((name) => attribute(element, name));
  // The signature's own link comes last; links within the words may lead to other posts.
  for (const candidate of [...stated, ...links.reverse()]) {
    const address = readPostAddress(candidate);
    if (address?.platform === platform) return address;
  }
  return findRendered(element, platform);
}

/** The address in the frame that the platform's script put into the markup before the page was saved. */
function findRendered(element: Element, platform: SocialPlatform): PostAddress | null {
  const tweet = platform === "X" ? readTweetId(attribute(element, "data-tweet-id")) : null;
  if (tweet) return tweet;
  for (const frame of findAll(element, ({ name }) => name === "iframe")) {
    const address = readFrameAddress(attribute(frame, "src")) ?? readTweetId(attribute(frame, "data-tweet-id"));
    if (address?.platform === platform) return address;
  }
  const video = platform === "TIKTOK" ? attribute(element, "data-video-id") : null;
  return video === null ? null : readPostAddress(`https://www.tiktok.com/embed/v2/${video}`);
}

/** The caption between the account's link and the link of the sound. */
function readTikTok(element: Element): SignedWords {
  const links = findAll(element, ({ name }) => name === "a").map((link) => elementText(link));
  const handle = links.find((text) => /^@[\w.]+$/u.test(text)) ?? null;
  const paragraphs = findAll(element, ({ name }) => name === "p").map((each) =>
    elementText(each, { keepsLines: true }),
  );
  const sound = links.findLast((text) => /^[♬♫♪]/u.test(text)) ?? "";
  const bare = collapse(
    elementText(element)
      .replace(handle ?? "", "")
      .replace(sound, ""),
  );
  const words = paragraphs.filter((text) => !isPostFurniture(text)).join("\n");
  return { name: null, handle, postedOn: null, text: words || (isPostFurniture(bare) ? "" : bare) };
}
