import { readDay } from "../wire/wire.days.js";
import type { WirePlatform } from "../wire/wire.story.js";
import { type PostAddress, readPostAddress } from "./intake.addresses.js";
import { readFrame, readTelegramMessage } from "./intake.frames.js";
import { dayOf, type IntakePost, languageTag } from "./intake.parts.js";
import { attribute, classesOf, type Element, findAll, textOf } from "./intake.tree.js";

/** An element that embeds a post; the post is null where the markup stands for one that is gone. */
export interface FoundEmbed {
  readonly post: IntakePost | null;
}

const PLATFORMS: ReadonlyMap<string, WirePlatform> = new Map([
  ["twitter-tweet", "X"],
  ["twitter-video", "X"],
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

/** The attributes in which embeds give the address of their post. */
const ADDRESS_ATTRIBUTES = [
  "cite",
  "data-href",
  "data-embed-url",
  "data-instgrm-permalink",
  "data-text-post-permalink",
  "data-url",
];

/** What stands in the place of a post that is gone or that its author hid. */
const PLACEHOLDER =
  /^\W*(?:(?:this|the|that|diese[rs]?|der|ce|cet|cette|le|este|esta|el|la)\s+)?(?:posts?|tweets?|toots?|skeet|truth|beitrag|message|nachricht|status|video|publication|publicación|mensaje|account)\b.{0,90}(?:deleted|removed|unavailable|not available|no longer|not found|suspended|withheld|violated|gelöscht|entfernt|nicht (?:mehr )?verfügbar|supprimée?|indisponible|plus disponible|eliminad[oa]|no está disponible|retirad[oa])|^\W*(?:\[?deleted\]?|post not found|تم حذف|این (?:پست|توییت) .{0,40}(?:حذف|دسترس))/iu;

/** Words of the embed itself, not of its author. */
const FURNITURE =
  /^(?:view (?:this |more )?.{0,20}\bon (?:instagram|threads|mastodon|facebook|tiktok|truth social)|post by\b.{0,80}|\[image or embed\])$/iu;

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
  if (frame) return { post: settle(frame) };
  const platform = classesOf(element).flatMap((name) => PLATFORMS.get(name) ?? [])[0];
  return platform ? { post: settle(readMarkup(element, platform)) } : null;
}

/** On these platforms the markup holds the words as long as there is a post; elsewhere it may only point at one. */
const WORDED: ReadonlySet<WirePlatform> = new Set(["X", "BLUESKY"]);

function settle(post: IntakePost): IntakePost | null {
  const isDated = post.postedOn !== null;
  if (!isDated && post.text.length < 200 && PLACEHOLDER.test(post.text)) return null;
  if (post.text === "" && (post.url === null || WORDED.has(post.platform))) return null;
  return post;
}

interface Signature {
  readonly name: string | null;
  readonly handle: string | null;
  readonly postedOn: string | null;
}

interface Words extends Signature {
  readonly text: string;
}

function readMarkup(element: Element, platform: WirePlatform): IntakePost {
  const address = findAddress(element, platform);
  const words = platform === "TIKTOK" ? readTikTok(element) : readWords(element, platform);
  const postedOn =
    words.postedOn ?? dayOf(attribute(findAll(element, ({ name }) => name === "time")[0] ?? null, "datetime"));
  const handle = fullHandle(words.handle ?? address?.handle ?? null, address);
  const isPostless = words.text === "";
  const language = findAll(element, ({ name }) => name === "p").find((each) => attribute(each, "lang") !== null);
  return {
    kind: "post",
    platform,
    authorName: words.name ?? handle?.slice(1) ?? nameInPath(address) ?? "",
    authorHandle: handle,
    text: words.text,
    postedOn: isPostless ? null : postedOn,
    url: address?.url ?? null,
    language: languageTag(attribute(language ?? element, "lang")?.replace(/^und$|^q\w\w$|^zxx$/u, "")),
    line: element.line,
  };
}

/** A Mastodon account is one together with its server. */
function fullHandle(handle: string | null, address: PostAddress | null): string | null {
  if (address?.platform !== "MASTODON" || handle === null || handle.slice(1).includes("@")) return handle;
  return `${handle}@${new URL(address.url).hostname}`;
}

function nameInPath(address: PostAddress | null): string | null {
  if (address?.platform !== "FACEBOOK") return null;
  const first = new URL(address.url).pathname.split("/")[1] ?? "";
  return /^[\w.]{3,}$/u.test(first) && !first.endsWith(".php") && !/^\d+$/u.test(first) ? first : null;
}

function findAddress(element: Element, platform: WirePlatform): PostAddress | null {
  const links = findAll(element, ({ name }) => name === "a").map((link) => attribute(link, "href"));
  const told = ADDRESS_ATTRIBUTES.map((name) => attribute(element, name));
  // The signature's own link comes last; links within the words may lead to other posts.
  for (const candidate of [...told, ...links.reverse()]) {
    const address = readPostAddress(candidate);
    if (address?.platform === platform) return address;
  }
  return null;
}

const SIGNED = /^[\s—–―-]*(?<name>[^\n]{0,160}?)\s*\(\s*(?<handle>@[^\s()]{1,100})\s*\)\s*(?<rest>[^\n]{0,120})$/u;
const SIGNED_AT_END =
  /^(?<text>[^]*)[—–―]\s*(?<name>[^—–―\n]{1,100}?)\s*\(\s*(?<handle>@[^\s()]{1,100})\s*\)\s*(?<rest>[^\n]{0,60})$/u;
const SHARED_BY =
  /^.{0,80}?\b(?:by|von|par|por|de|da|door|av|af|przez|oleh)\s+|^.{0,80}?(?:بواسطة|توسط|от|від|由|さん?が)\s*/iu;
const POSTED_BY = /^(?:posted by|gepostet von|publi[ée]e? par|publicado por|pubblicato da)\b/iu;

/** Words and signature: the paragraphs are the words, what stands beside them, or in the last of them, signs. */
function readWords(element: Element, platform: WirePlatform): Words {
  const isShared = platform === "INSTAGRAM" || platform === "THREADS";
  const paragraphs = findAll(element, ({ name }) => name === "p");
  const texts = paragraphs.map((each) => clean(textOf(each, { keepsLines: true })));
  const beside = textOf(withoutParagraphs(element));
  const candidates = [beside, texts.at(-1) ?? ""];
  for (const [at, candidate] of candidates.entries()) {
    // Without a paragraph beside it, what stands there is the words too.
    const isOwnText = texts.length <= at && !(isShared && SHARED_BY.test(candidate));
    const signature = isOwnText ? null : (readSignature(candidate, isShared) ?? readPostedBy(element, candidate));
    if (signature) return { ...signature, text: join(at === 1 ? texts.slice(0, -1) : texts) };
  }
  return readRunOn(clean(textOf(element, { keepsLines: true }))) ?? unsigned(texts);
}

function unsigned(texts: readonly string[]): Words {
  return { name: null, handle: null, postedOn: null, text: join(texts) };
}

function join(texts: readonly string[]): string {
  return texts.filter((text) => text !== "" && !FURNITURE.test(text)).join("\n");
}

function clean(text: string): string {
  return text.replace(/\s*\[image or embed\]\s*$/u, "").trim();
}

function withoutParagraphs(element: Element): Element {
  const children = element.children
    .filter((child) => typeof child === "string" || child.name !== "p")
    .map((child) => (typeof child === "string" ? child : withoutParagraphs(child)));
  return { ...element, children };
}

function readSignature(text: string, isShared: boolean): Signature | null {
  const groups = text.length > 400 ? undefined : SIGNED.exec(text)?.groups;
  if (!groups) return null;
  const name = (groups["name"] ?? "").replace(/^[—–―\s-]+/u, "");
  const shown = isShared ? name.replace(SHARED_BY, "") : name;
  return { name: shown || null, handle: groups["handle"] ?? null, postedOn: readLooseDay(groups["rest"] ?? "") };
}

/** A day with a weekday or a preposition before it. */
function readLooseDay(text: string): string | null {
  const rest = text.replace(/^(?:on|am|le|el|em|il|op|den)\s+/iu, "").trim();
  return (readDay(rest) ?? readDay(rest.replace(/^[\p{L}\p{M}]+\.?,?\s+(?:den\s+)?/u, "")))?.date ?? null;
}

/** "Posted by Name on Thursday, August 27, 2015", in which both are links. */
function readPostedBy(element: Element, text: string): Signature | null {
  if (!POSTED_BY.test(text)) return null;
  const links = findAll(withoutParagraphs(element), ({ name }) => name === "a").map((link) => textOf(link));
  const [name] = links;
  return name ? { name, handle: null, postedOn: readLooseDay(links.at(-1) ?? "") } : null;
}

/** Words and signature in one run, as editors that drop paragraphs leave them. */
function readRunOn(text: string): Words | null {
  const cut = Math.max(0, text.length - 400);
  const groups = SIGNED_AT_END.exec(text.slice(cut))?.groups;
  if (!groups) return null;
  const { name = null, handle = null, rest = "" } = groups;
  return { name, handle, postedOn: readLooseDay(rest), text: (text.slice(0, cut) + groups["text"]).trim() };
}

/** The caption between the account's link and the link of the sound. */
function readTikTok(element: Element): Words {
  const links = findAll(element, ({ name }) => name === "a").map((link) => textOf(link));
  const handle = links.find((text) => /^@[\w.]+$/u.test(text)) ?? null;
  const paragraphs = findAll(element, ({ name }) => name === "p").map((each) => textOf(each, { keepsLines: true }));
  const sound = links.find((text) => text.startsWith("♬")) ?? "";
  const bare = textOf(element)
    .replace(handle ?? "", "")
    .replace(sound, "")
    .trim();
  return { name: null, handle, postedOn: null, text: join(paragraphs) || bare };
}
