import type { Element } from "domhandler";
import type { SocialPlatform } from "../../../story/story-value.js";
import { readPostDay } from "../../../posts/days.js";
import { readPostAddress } from "../../../posts/addresses.js";
import { dropPostFurniture, isPostFurniture } from "./furniture.js";
import { attribute, elementText, findAll, without } from "../tree.js";

/** Who signed a post and when; null where the markup does not say. */
export interface Signature {
  readonly name: string | null;
  readonly handle: string | null;
  /** ISO calendar day. */
  readonly postedOn: string | null;
}

/** The words of a post with their signature. */
export interface SignedWords extends Signature {
  readonly text: string;
}

const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const HANDLE = "(?<handle>[@＠][^\\s()（）@]{1,100}(?:@[^\\s()（）@]{1,100})?)";
const SIGNED = new RegExp(`^(?<name>[^\\n]{0,200}?)\\s*[(（]\\s*${HANDLE}\\s*[)）]\\s*(?<rest>[^\\n]{0,160})$`, "u");
const SIGNED_AT_END = new RegExp(
  `^(?<text>[^]*)(?:[—–―]|(?:^|\\s)--?(?=\\s))\\s*(?<name>[^—–―\\n]{0,100}?)\\s*[(（]\\s*${HANDLE}\\s*[)）]\\s*(?<rest>[^\\n]{0,80})$`,
  "u",
);
const LONGEST_SIGNATURE = 400;

/** What a shared post is called, in the languages in which platforms word their signatures. */
const SHARED_THING =
  "post|photo|foto|video|vídeo|reel|beitrag|publicaci|publicaç|publication|bericht|inlägg|innlegg|opslag|oppslag|julkaisu|" +
  "kiriman|postare|příspěvek|príspevok|wpis|zdjęcie|публикац|публікац|запись|δημοσίευση|โพสต์|bài viết|منشور|پست|פוסט|投稿|게시물|공유|帖子|贴文|貼文|分享|bejegyzés|gönderi|शेयर|पोस्ट";
const SHARED_BY = new RegExp(
  `^[^(@]{0,120}?(?:${SHARED_THING})[^(@]{0,60}?(?:(?:\\s|^)(?:by|von|vom|par|por|de|da|di|door|av|af|przez|oleh|от|від|od|przez|sdílený|sdílel|από το χρήστη|על ידי|بواسطة|توسط|do)\\s+|โดย\\s*|من قبل\\s+)`,
  "iu",
);
/** Before a name that the wording goes around, as in "Ein von Name (@handle) geteilter Beitrag". */
const SHARED_AROUND = /^(?:ein(?:e|en)? von|henkilön|käyttäjän)\s+/iu;
const SHARED_LINE = new RegExp(`^[^@]{0,80}${HANDLE}[^@]{0,80}$`, "u");
const IS_SHARED = new RegExp(SHARED_THING, "iu");

/**
 * The words and the signature in the markup of a post: its paragraphs are the words, and what is beside them, or in
 * the last of them, signs. Where editors dropped the paragraphs, words and signature are in one run.
 */
export function readSignedWords(element: Element, platform: SocialPlatform): SignedWords {
  const paragraphs = findAll(element, ({ name }) => name === "p").filter((each) => !onlyPoints(each, platform));
  const texts = paragraphs.map((each) => dropPostFurniture(elementText(each, { keepsLines: true })));
  const around = withoutParagraphs(element);
  const beside = cleanLine(elementText(around));
  const signed = signedBeside(beside, texts, platform) ?? signedInLast(texts, platform);
  const found = signed ?? signedByLinks(around, texts, platform) ?? readWhole(element, texts, platform);
  return { ...found, postedOn: found.postedOn ?? dayInLinks(around) };
}

function signedBeside(beside: string, texts: readonly string[], platform: SocialPlatform): SignedWords | null {
  // Without a paragraph beside it, what is there is the words too.
  if (texts.length === 0 && !isSharedBy(beside, platform)) return null;
  const signature = readSignature(beside, platform);
  return signature && { ...signature, text: join(texts) };
}

function signedInLast(texts: readonly string[], platform: SocialPlatform): SignedWords | null {
  const line = cleanLine(texts.at(-1) ?? "");
  if (texts.length === 0 || (texts.length === 1 && !isSharedBy(line, platform) && !/^[—–―]/u.test(line))) return null;
  const before = texts.slice(0, -1);
  if (/^[—–―-]/u.test(line) || isSharedBy(line, platform)) {
    const signature = readSignature(line, platform);
    return signature && { ...signature, text: join(before) };
  }
  const run = readRunOn(texts.at(-1) ?? "");
  if (run) return { ...run, text: join([...before, run.text]) };
  const signature = line.length < 160 ? readSignature(line, platform) : null;
  return signature?.postedOn ? { ...signature, text: join(before) } : null;
}

function isSharedBy(text: string, platform: SocialPlatform): boolean {
  return platform === "INSTAGRAM" && text.length <= LONGEST_SIGNATURE && IS_SHARED.test(text) && /[@＠]/u.test(text);
}

function readSignature(text: string, platform: SocialPlatform): Signature | null {
  if (text.length > LONGEST_SIGNATURE) return null;
  const groups = SIGNED.exec(text)?.groups;
  if (!groups) return isSharedBy(text, platform) ? readSharedLine(text) : null;
  const { name = "", handle = "", rest = "" } = groups;
  const shown = platform === "INSTAGRAM" ? name.replace(SHARED_BY, "").replace(SHARED_AROUND, "") : nameAfterDash(name);
  // Some tools write the handle into the name as well.
  const after = rest.replace(/^[(（]\s*[@＠][^\s()（）]+\s*[)）]\s*/u, "");
  return { name: bareName(shown), handle: bareHandle(handle), postedOn: readPostDay(after)?.date ?? null };
}

/** Such as "Ein von @handle geteilter Beitrag". */
function readSharedLine(text: string): Signature | null {
  const groups = SHARED_LINE.exec(text)?.groups;
  if (!groups) return null;
  const after = text.slice(text.indexOf(groups["handle"] ?? "") + (groups["handle"] ?? "").length);
  return { name: null, handle: bareHandle(groups["handle"] ?? ""), postedOn: readPostDay(after)?.date ?? null };
}

function nameAfterDash(name: string): string {
  if (/^\s*[—–―-]/u.test(name)) return name.replace(/^\s*(?:[—–―]|-{1,3})\s*/u, "");
  return name.slice(name.lastIndexOf("—") + 1);
}

function bareName(name: string): string | null {
  const bare = name.replace(/^[\s"']+|\s+$/gu, "");
  return bare === "" || /^[@＠]/u.test(bare) ? null : bare;
}

function bareHandle(handle: string): string {
  return handle.replace(/^＠/u, "@").replace(/[.,;:]+$/u, "");
}

/** Words and signature in one run. */
function readRunOn(text: string): SignedWords | null {
  const cut = Math.max(0, text.length - LONGEST_SIGNATURE);
  const groups = SIGNED_AT_END.exec(text.slice(cut).replace(DIRECTION, ""))?.groups;
  if (!groups) return null;
  const { name = "", handle = "", rest = "" } = groups;
  return {
    name: bareName(name),
    handle: bareHandle(handle),
    postedOn: readPostDay(rest)?.date ?? null,
    text: (text.slice(0, cut) + groups["text"]).trim(),
  };
}

/** Such as "Posted by Name on Thursday, August 27, 2015" in any language: the links are the name and the day. */
function signedByLinks(around: Element, texts: readonly string[], platform: SocialPlatform): SignedWords | null {
  if (platform !== "FACEBOOK") return null;
  const links = findAll(around, ({ name }) => name === "a");
  const dated = links.findLastIndex((link) => dayOfLink(link) !== null);
  const others = links.filter((link) => readPostAddress(attribute(link, "href")) === null && dayOfLink(link) === null);
  const name = elementText(others.at(-1) ?? (dated > 0 ? (links[dated - 1] ?? null) : null));
  const line = cleanLine(elementText(around));
  if (name !== "") {
    const after = line.slice(line.lastIndexOf(name) + name.length);
    return { name, handle: null, postedOn: readPostDay(after)?.date ?? null, text: join(texts) };
  }
  return signedByLine(line, texts);
}

/** The same without links. */
function signedByLine(line: string, texts: readonly string[]): SignedWords | null {
  const stated =
    /^(?:posted by|post by|gepostet von|publi[ée]e? par|publicad[oa] por|pubblicato da|geplaatst door)\s+(?<rest>.{1,200})$/iu.exec(
      line,
    )?.groups?.["rest"];
  if (stated === undefined) return null;
  const words = stated.split(" ");
  for (let at = 1; at < words.length; at++) {
    const day = readPostDay(words.slice(at).join(" "))?.date ?? null;
    if (day !== null) return { name: words.slice(0, at).join(" "), handle: null, postedOn: day, text: join(texts) };
  }
  return { name: stated.replace(/\.$/u, ""), handle: null, postedOn: null, text: join(texts) };
}

function dayInLinks(around: Element): string | null {
  const links = findAll(around, ({ name }) => name === "a");
  for (const link of [...links].reverse()) {
    const day = dayOfLink(link);
    if (day !== null) return day;
  }
  return null;
}

function dayOfLink(link: Element): string | null {
  const text = elementText(link);
  return text.length > 80 ? null : (readPostDay(text)?.date ?? null);
}

function readWhole(element: Element, texts: readonly string[], platform: SocialPlatform): SignedWords {
  const run = readRunOn(dropPostFurniture(elementText(element, { keepsLines: true })));
  if (run) return run;
  const words = texts.length > 0 || !OWN_WORDS.has(platform) ? texts : [elementText(withoutLinks(element, platform))];
  return { name: null, handle: null, postedOn: null, text: join(words.filter((text) => !NO_WORDS.test(text))) };
}

/** On these platforms what is beside the links to the post is its words, even without a paragraph. */
const OWN_WORDS: ReadonlySet<SocialPlatform> = new Set(["X", "BLUESKY", "MASTODON", "TRUTH_SOCIAL"]);

function join(texts: readonly string[]): string {
  return texts.filter((text) => text !== "" && !isPostFurniture(text)).join("\n");
}

function cleanLine(text: string): string {
  return text.replace(DIRECTION, "").replace(/\s+/gu, " ").trim();
}

function withoutParagraphs(element: Element): Element {
  return without(element, ({ name }) => name === "p");
}

function withoutLinks(element: Element, platform: SocialPlatform): Element {
  return without(
    element,
    (each) => each.name === "a" && readPostAddress(attribute(each, "href"))?.platform === platform,
  );
}

const NO_WORDS = /^[\s\p{P}]*$/u;

/** A paragraph that is nothing but a link to the post; on Instagram the words themselves are one. */
function onlyPoints(paragraph: Element, platform: SocialPlatform): boolean {
  if (platform === "INSTAGRAM" || platform === "FACEBOOK" || platform === "TIKTOK") return false;
  return NO_WORDS.test(elementText(withoutLinks(paragraph, platform))) && elementText(paragraph) !== "";
}
