import type { Element } from "domhandler";
import { readPostDay } from "../../../posts/days.js";
import { pointAt, type PostAddress, readPostAddress, readUrl } from "../../../posts/addresses.js";
import { dayOf, type DocumentPost } from "../../document-parts.js";
import { attribute, classesOf, elementText, findAll, lineOf } from "../tree.js";

/** Titles that players and frames give themselves. */
const OWN_TITLE =
  /^(?:(?:youtube|embedded|facebook|tiktok|x|twitter|instagram|telegram)?\s*(?:video|media|post|tweet|embed)?\s*(?:player|embed(?:ded)?|content)?(?:\s+\d+)?)$/iu;

/** Attributes in which a frame that is loaded later keeps its address; the one that it shows now comes first. */
const FRAME_SOURCE = /^(?:src|data-(?:[\w-]*src|src[\w-]*|url|original|embed-url))$/u;

/** Parameters in which services that frame posts of others give the address of the post. */
const FRAMED = ["href", "url", "u", "src", "permalink"] as const;

/** Reads an element that only points at a post: a frame, a script or a player; null for every other element. */
export function readFrame(element: Element): DocumentPost | null {
  switch (element.name) {
    case "iframe":
    case "amp-iframe":
    case "frame":
    case "embed":
      return readIframe(element);
    case "script":
      return readTelegramScript(element);
    case "oembed":
      return pointTo(element, readPostAddress(attribute(element, "url")));
    case "lite-youtube":
    case "youtube-video":
    case "amp-youtube":
      return readVideo(element, attribute(element, "videoid") ?? attribute(element, "data-videoid"));
    default:
      return null;
  }
}

function readIframe(element: Element): DocumentPost | null {
  const sources = Object.keys(element.attribs).filter((name) => FRAME_SOURCE.test(name));
  for (const name of sources.sort((a, b) => Number(b === "src") - Number(a === "src"))) {
    const address = readFrameAddress(attribute(element, name), classesOf(element));
    if (address) return describeFrame(element, address);
  }
  const tweet = attribute(element, "data-tweet-id");
  return tweet === null ? null : pointTo(element, readTweetId(tweet));
}

function describeFrame(element: Element, address: PostAddress): DocumentPost {
  return address.platform === "YOUTUBE" ? describeVideo(element, address) : pointAt(address, lineOf(element));
}

/** The address of a post on X of which only the number is known; null when it is not one. */
export function readTweetId(id: string | null): PostAddress | null {
  return id !== null && /^\d{2,25}$/u.test(id) ? readPostAddress(`https://twitter.com/i/status/${id}`) : null;
}

/** The address of the post that a frame of this source shows; null when the source shows none. */
export function readFrameAddress(source: string | null, classes: readonly string[] = []): PostAddress | null {
  const url = readUrl(source);
  if (!url) return null;
  if (/^platform\.(?:twitter|x)\.com$/u.test(url.hostname)) return readTweetId(url.searchParams.get("id"));
  const own = readPostAddress(source);
  if (own) return isEmbedAddress(url, own, classes) ? own : null;
  for (const name of FRAMED) {
    const framed = readPostAddress(url.searchParams.get(name));
    if (framed) return framed;
  }
  return null;
}

function isEmbedAddress(url: URL, { platform }: PostAddress, classes: readonly string[]): boolean {
  return (
    /\/(?:embed|player|v)\b/u.test(url.pathname) ||
    url.searchParams.has("embed") ||
    // Their other pages do not let themselves be framed, so a frame of one is meant as an embed.
    platform !== "MASTODON" ||
    classes.some((name) => name.endsWith("-embed"))
  );
}

function readTelegramScript(element: Element): DocumentPost | null {
  return pointTo(element, readTelegramPost(attribute(element, "data-telegram-post")));
}

/** The address of a post on Telegram by its channel and number; null when it is not one. */
export function readTelegramPost(post: string | null): PostAddress | null {
  return post && /^\w+\/\d+$/u.test(post) ? readPostAddress(`https://t.me/${post}`) : null;
}

function readVideo(element: Element, id: string | null): DocumentPost | null {
  const address = id === null ? null : readPostAddress(`https://www.youtube.com/embed/${id}`);
  return address && describeVideo(element, address);
}

function describeVideo(element: Element, address: PostAddress): DocumentPost {
  const stated = attribute(element, "title") ?? attribute(element, "videotitle") ?? attribute(element, "playlabel");
  const title = stated?.replace(/^(?:Play(?: Video)?:|▶)\s*/u, "") ?? "";
  return { ...pointAt(address, lineOf(element)), text: OWN_TITLE.test(title) ? "" : title };
}

function pointTo(element: Element, address: PostAddress | null): DocumentPost | null {
  return address && pointAt(address, lineOf(element));
}

/** Reads a post of Telegram as its widget and its channel pages show it; null for every other element. */
export function readTelegramMessage(element: Element): DocumentPost | null {
  if (!classesOf(element).includes("tgme_widget_message")) return null;
  const address = readTelegramPost(attribute(element, "data-post")) ?? readPostAddress(linkOf(element));
  if (!address) return null;
  const time = ofClass(element, "tgme_widget_message_date");
  const moment = time && findAll(time, ({ name }) => name === "time")[0];
  return {
    ...pointAt(address, lineOf(element)),
    authorName: elementText(ofClass(element, "tgme_widget_message_owner_name")) || (address.handle?.slice(1) ?? ""),
    text: elementText(ofClass(element, "tgme_widget_message_text"), { keepsLines: true }),
    postedOn: dayOf(attribute(moment ?? null, "datetime")) ?? readPostDay(elementText(time))?.date ?? null,
  };
}

function linkOf(element: Element): string | null {
  return attribute(ofClass(element, "tgme_widget_message_date"), "href");
}

function ofClass(element: Element, name: string): Element | null {
  return findAll(element, (each) => classesOf(each).includes(name))[0] ?? null;
}
