import { closeDirections } from "../text/faults.js";
import { PLATFORM_NAMES } from "../text/platform-names.js";
import { nameInAddress, pointAt, readAddressLine } from "./addresses.js";
import { recogniseLanguage } from "../text/language.js";
import type { CopyBlock } from "../layout/blocks.js";
import { isSignedPlaceholder } from "./placeholders.js";
import { readPostDay } from "./days.js";
import type { FoundPost, SocialPlatform } from "../story/story-value.js";

interface Signature {
  /** Where the dash before the name is. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly handle: string;
  readonly date: string | null;
}

const handleForm =
  /[(（][\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*(@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]|@(?=[\p{L}\p{N}])){0,80})[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[)）]/gu;
const dashes = new Set(["—", "–", "―", "-"]);
/** A display name is at most 50 characters on the platforms that sign posts so. */
const longestName = 80;
const linkForm = /^\s*[(<]?(https?:\/\/[^\s)>]{4,300})[)>]?\s*$/u;
/** What posts hold and prose does not. */
const postMarks = /https?:\/\/|pic\.(?:twitter|x)\.com\/|\bt\.co\/|(?:^|\s)[#@][\p{L}_]/u;

const platformHosts: readonly (readonly [RegExp, SocialPlatform])[] = [
  [/(?:^|\.)(?:twitter\.com|x\.com|t\.co)$/, "X"],
  [/(?:^|\.)(?:bsky\.app|bsky\.social)$/, "BLUESKY"],
  [/(?:^|\.)threads\.(?:net|com)$/, "THREADS"],
  [/(?:^|\.)facebook\.com$/, "FACEBOOK"],
  [/(?:^|\.)instagram\.com$/, "INSTAGRAM"],
  [/(?:^|\.)t\.me$/, "TELEGRAM"],
  [/(?:^|\.)tiktok\.com$/, "TIKTOK"],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, "YOUTUBE"],
  [/(?:^|\.)truthsocial\.com$/, "TRUTH_SOCIAL"],
];

/** Splits blocks into the posts they are, recognised by a plain signature at their end, and what is left of the text. */
export function readPosts(blocks: readonly CopyBlock[]): readonly (CopyBlock | FoundPost)[] {
  const out: (CopyBlock | FoundPost)[] = [];
  const joined = joinDays(blocks);
  for (const [index, block] of joined.entries()) {
    for (const part of splitBlock(block, out)) {
      if ("kind" in part) out.push(part);
      else if (!takeLink(out, part)) out.push(readPointer(part, joined[index + 1]) ?? part);
    }
  }
  return out;
}

/** A day alone in the line under a name and a handle belongs to them. */
function joinDays(blocks: readonly CopyBlock[]): readonly CopyBlock[] {
  const out: CopyBlock[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (
      last &&
      !block.followsBlank &&
      block.text.length <= 60 &&
      /[)）]\s*$/u.test(last.text.slice(-3)) &&
      isDay(block)
    )
      out[out.length - 1] = { ...last, text: `${last.text} ${block.text}` };
    else out.push(block);
  }
  return out;
}

function isDay({ text }: CopyBlock): boolean {
  return readPostDay(text)?.end === text.length;
}

/** A link alone under a post is the post's address. */
function takeLink(out: (CopyBlock | FoundPost)[], block: CopyBlock): boolean {
  const last = out.at(-1);
  const url = linkForm.exec(block.text)?.[1];
  if (!url || !last || !("kind" in last) || last.url !== null) return false;
  const platform = platformOfUrl(url);
  if (platform === null) return false;
  out[out.length - 1] = { ...last, url, platform };
  return true;
}

/**
 * Reads a paragraph that is only the address of a post as that post, without its words; null for every other one, and for
 * a line among the words of a post that is signed below.
 */
function readPointer(block: CopyBlock, next: CopyBlock | undefined): FoundPost | null {
  if (block.isList || block.isSubhead === true) return null;
  const address = readAddressLine(block.text);
  if (address === null) return null;
  const isWithinPost = next?.followsBlank === false && findSignatures(next.text).length > 0;
  if (isWithinPost) return null;
  const authorName = nameInAddress(address) ?? PLATFORM_NAMES[address.platform] ?? address.platform;
  return { ...pointAt(address, block.line), authorName };
}

/** Paragraphs apart from those that only point at posts, which are none of the parts over a story. */
export interface PartedPointers {
  readonly blocks: readonly CopyBlock[];
  readonly posts: readonly FoundPost[];
}

/** Parts the addresses of posts from the paragraphs; the address under a signed post stays below it. */
export function partPointers(blocks: readonly CopyBlock[]): PartedPointers {
  const posts: FoundPost[] = [];
  const kept = blocks.filter((block, index) => {
    const post = readPointer(block, blocks[index + 1]);
    if (post === null || endsAsPost(blocks.slice(Math.max(0, index - 2), index))) return true;
    posts.push(post);
    return false;
  });
  return { blocks: kept, posts };
}

function endsAsPost(above: readonly CopyBlock[]): boolean {
  const last = readPosts(above).at(-1);
  return last !== undefined && "kind" in last && last.url === null;
}

/** Puts posts back where they was among the parts of the same copy. */
export function placePosts<Part extends { readonly line: number }>(
  parts: readonly Part[],
  posts: readonly FoundPost[],
): readonly (Part | FoundPost)[] {
  const out: (Part | FoundPost)[] = [];
  let next = 0;
  for (const part of parts) {
    for (let post = posts[next]; post && post.line < part.line; post = posts[++next]) out.push(post);
    out.push(part);
  }
  return [...out, ...posts.slice(next)];
}

function splitBlock(block: CopyBlock, before: (CopyBlock | FoundPost)[]): readonly (CopyBlock | FoundPost)[] {
  const signatures = findSignatures(block.text);
  const out: (CopyBlock | FoundPost)[] = [];
  let from = 0;
  for (const signature of signatures) {
    const own = block.text
      .slice(from, signature.start)
      .replace(from === 0 ? /^\s+/u : /^[\s—–]+/u, "")
      .trimEnd();
    const above = out.length === 0 ? takeLinesAbove(before, block, own === "") : [];
    const text = [...above, own].filter((line) => line !== "").join("\n");
    if (text !== "" && !isSignedPlaceholder(text)) out.push(toPost(block.line, text, signature));
    from = signature.end;
  }
  const rest = closeDirections(block.text.slice(from)).replace(/^[\s.]+/u, "");
  return rest === "" ? out : [...out, signatures.length === 0 ? block : { ...block, text: rest }];
}

/** A post of more lines than this is not signed plainly. */
const mostLines = 12;

/**
 * The lines of a post above its signed one: those since the last blank line, where blank lines part the paragraphs; a
 * signature alone after a blank line signs the paragraph above it.
 */
function takeLinesAbove(before: (CopyBlock | FoundPost)[], signed: CopyBlock, isAlone: boolean): readonly string[] {
  if (signed.followsBlank && !isAlone) return [];
  const start = before.findLastIndex(
    (part, index) => index === 0 || "kind" in part || part.followsBlank || index === before.length - mostLines,
  );
  const first = before[start];
  if (!first || "kind" in first) return [];
  const isParted = first.followsBlank && (start > 0 || isAlone);
  if (!isParted) return [];
  return before.splice(start).flatMap((part) => ("kind" in part ? [] : [part.text]));
}

function toPost(line: number, text: string, signature: Signature): FoundPost {
  return {
    kind: "post",
    platform: platformOfHandle(signature.handle),
    authorName: closeDirections(signature.name),
    authorHandle: signature.handle,
    text: closeDirections(text),
    postedOn: signature.date,
    url: null,
    language: recogniseLanguage(text),
    line,
  };
}

function findSignatures(text: string): readonly Signature[] {
  const found: Signature[] = [];
  for (const match of text.matchAll(handleForm)) {
    const signature = readSignature(text, match.index, match[0].length, match[1] ?? "");
    if (signature) found.push(signature);
  }
  return found;
}

function readSignature(text: string, at: number, length: number, handle: string): Signature | null {
  const after = text.slice(at + length, at + length + 140);
  const gap = /^[\s,·|–—-]*/u.exec(after)?.[0].length ?? 0;
  const day = /^\p{P}/u.test(after.slice(gap)) ? null : readPostDay(after.slice(gap));
  const start = findDash(text, at);
  if (start === null || !isEnd(text, start, after, day && gap + day.end)) return null;
  const name = withoutDash(text.slice(start, at));
  if (name === "") return null;
  const end = at + length + (day ? gap + day.end : 0);
  return { start, end, name, handle, date: day?.date ?? null };
}

/**
 * Whether a post ends here: with its day, unless the sentence goes on after it; without a day only at the end of words
 * that look like a post's, because authors and sources are named in the same way.
 */
function isEnd(text: string, start: number, after: string, dayEnd: number | null): boolean {
  if (dayEnd !== null) return !/^(?:\s*[,;]|\s+(?!https?:|pic\.)\p{Ll})/u.test(after.slice(dayEnd));
  return after.trim() === "" && postMarks.test(text.slice(Math.max(0, start - 1000), start));
}

function withoutDash(text: string): string {
  return text.replace(/^(?:[—–―]|-{1,3})[\s\u200e\u200f\u2066-\u2069]*/u, "").trim();
}

/**
 * The dash that parts text from name: the last long one before the handle, otherwise a hyphen between spaces. A name may hold
 * a shorter dash, after the longest kind that begins signatures.
 */
function findDash(text: string, at: number): number | null {
  const from = Math.max(0, at - longestName);
  const last = findLastDash(text, from, at);
  if (last === null || text[last] === "—") return last;
  const long = text.lastIndexOf("—", at);
  const isNear = long >= from && text.slice(long, at).length <= 55;
  return isNear && /^—\s*[^\p{Ll}\s]/u.test(text.slice(long, long + 4)) && !/[.!?…]\s/u.test(text.slice(long, at))
    ? long
    : last;
}

function findLastDash(text: string, from: number, at: number): number | null {
  for (let i = at - 1; i >= from; i--) {
    const character = text[i] ?? "";
    if (!dashes.has(character)) continue;
    if (character !== "-") return i;
    if (/^(?:\s|-)?$/u.test(text[i - 1] ?? "") && /[\s-]/u.test(text[i + 1] ?? ""))
      return text[i - 1] === "-" ? i - 1 : i;
  }
  return null;
}

function platformOfHandle(handle: string): SocialPlatform {
  const [user = "", host] = handle.slice(1).split("@");
  if (host !== undefined) return /^threads\.(?:net|com)$/u.test(host) ? "THREADS" : "MASTODON";
  if (/\.bsky\.(?:social|team)$/u.test(user)) return "BLUESKY";
  return /\.[a-z]{2,}$/u.test(user) ? "BLUESKY" : "X";
}

function platformOfUrl(url: string): SocialPlatform | null {
  const host = /^https?:\/\/(?:www\.|m\.|mobile\.)?([^/:?#]+)/u.exec(url)?.[1]?.toLowerCase() ?? "";
  return platformHosts.find(([form]) => form.test(host))?.[1] ?? (/\/@[\w.]+\/\d+/u.test(url) ? "MASTODON" : null);
}
