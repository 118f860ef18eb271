import { readDay } from "../wire/wire.days.js";
import { type PostAddress, readPostAddress, readUrl } from "./intake.addresses.js";
import { dayOf, type IntakePost } from "./intake.parts.js";
import { attribute, classesOf, type Element, findAll, textOf } from "./intake.tree.js";

/** Titles that players give themselves. */
const PLAYER_TITLE = /^(?:youtube(?: video player)?|video player|embedded video|player)$/iu;

/** Reads an element that only points at a post: a frame, a script or a player; null for every other element. */
export function readFrame(element: Element): IntakePost | null {
  switch (element.name) {
    case "iframe":
      return readIframe(element);
    case "script":
      return readTelegramScript(element);
    case "lite-youtube":
    case "amp-youtube":
      return readVideo(element, attribute(element, "videoid") ?? attribute(element, "data-videoid"));
    default:
      return null;
  }
}

function readIframe(element: Element): IntakePost | null {
  const source = attribute(element, "src") ?? attribute(element, "data-src");
  const url = readUrl(source);
  if (!url) return null;
  if (/(?:^|\.)youtube(?:-nocookie)?\.com$/u.test(url.hostname))
    return readVideo(element, /^\/embed\/([\w-]+)/u.exec(url.pathname)?.[1] ?? null);
  const isPlugin = /^\/plugins\/(?:post|video)\.php/u.test(url.pathname);
  const address = readPostAddress(isPlugin ? url.searchParams.get("href") : source);
  return address && isEmbedAddress(element, url, isPlugin) ? point(element, address) : null;
}

function isEmbedAddress(element: Element, url: URL, isPlugin: boolean): boolean {
  return (
    isPlugin ||
    /\/embed\b/u.test(url.pathname) ||
    url.searchParams.has("embed") ||
    classesOf(element).some((name) => name.endsWith("-embed"))
  );
}

function readTelegramScript(element: Element): IntakePost | null {
  const post = attribute(element, "data-telegram-post");
  const address = post && /^\w+\/\d+$/u.test(post) ? readPostAddress(`https://t.me/${post}`) : null;
  return address && point(element, address);
}

function readVideo(element: Element, id: string | null): IntakePost | null {
  if (id === null || !/^[\w-]{4,40}$/u.test(id) || id === "videoseries") return null;
  const title = attribute(element, "title") ?? attribute(element, "playlabel")?.replace(/^Play:?\s+/u, "") ?? "";
  const address = { platform: "YOUTUBE", url: `https://www.youtube.com/watch?v=${id}`, handle: null } as const;
  return { ...point(element, address), authorName: "YouTube", text: PLAYER_TITLE.test(title) ? "" : title };
}

function point(element: Element, { platform, url, handle }: PostAddress): IntakePost {
  return {
    kind: "post",
    platform,
    authorName: handle?.slice(1) ?? "",
    authorHandle: handle,
    text: "",
    postedOn: null,
    url,
    language: null,
    line: element.line,
  };
}

/** Reads a post of Telegram as its widget and its channel pages show it; null for every other element. */
export function readTelegramMessage(element: Element): IntakePost | null {
  if (!classesOf(element).includes("tgme_widget_message")) return null;
  const post = attribute(element, "data-post") ?? "";
  const address = readPostAddress(/^\w+\/\d+$/u.test(post) ? `https://t.me/${post}` : linkOf(element));
  if (!address) return null;
  const time = ofClass(element, "tgme_widget_message_date");
  const moment = time && findAll(time, ({ name }) => name === "time")[0];
  return {
    ...point(element, address),
    authorName: textOf(ofClass(element, "tgme_widget_message_owner_name")) || (address.handle?.slice(1) ?? ""),
    text: textOf(ofClass(element, "tgme_widget_message_text"), { keepsLines: true }),
    postedOn: dayOf(attribute(moment ?? null, "datetime")) ?? readDay(textOf(time))?.date ?? null,
  };
}

function linkOf(element: Element): string | null {
  return attribute(ofClass(element, "tgme_widget_message_date"), "href");
}

function ofClass(element: Element, name: string): Element | null {
  return findAll(element, (each) => classesOf(each).includes(name))[0] ?? null;
}
