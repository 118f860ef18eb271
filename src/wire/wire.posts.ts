import { readDay } from "./wire.days.js";
import { recogniseLanguage } from "./wire.language.js";
import type { CopyBlock } from "./wire.layout.js";
import type { WirePlatform } from "./wire.story.js";

/** A post read from its plain signature, whose paragraph is used up, or from the markup of a document. */
export interface FoundPost {
  readonly kind: "post";
  readonly platform: WirePlatform;
  readonly authorName: string;
  /** With its leading @; null when markup names none. */
  readonly authorHandle: string | null;
  readonly text: string;
  readonly postedOn: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly line: number;
}

interface Signature {
  /** Where the dash before the name stands. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly handle: string;
  readonly date: string | null;
}

const handleForm = /\((@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]|@(?=[\p{L}\p{N}])){0,80})\)/gu;
const dashes = new Set(["—", "–", "―", "-"]);
/** A display name is at most 50 characters on the platforms that sign posts so. */
const longestName = 80;
const linkForm = /^\s*[(<]?(https?:\/\/[^\s)>]{4,300})[)>]?\s*$/u;
const deleted =
  /^\W*(?:this |the |diese[rs]? |ce |este )?(?:post|tweet|beitrag|message|publicación)\b.{0,60}(?:deleted|unavailable|no longer available|gelöscht|nicht mehr verfügbar|supprimé|eliminad[oa])/iu;

const platformHosts: readonly (readonly [RegExp, WirePlatform])[] = [
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

/** Splits blocks into the posts they are, told by a plain signature at their end, and what is left of the text. */
export function readPosts(blocks: readonly CopyBlock[]): readonly (CopyBlock | FoundPost)[] {
  const out: (CopyBlock | FoundPost)[] = [];
  for (const block of blocks) {
    if (takeLink(out, block)) continue;
    out.push(...splitBlock(block, out));
  }
  return out;
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

function splitBlock(block: CopyBlock, before: (CopyBlock | FoundPost)[]): readonly (CopyBlock | FoundPost)[] {
  const signatures = findSignatures(block.text);
  const out: (CopyBlock | FoundPost)[] = [];
  let from = 0;
  for (const signature of signatures) {
    const own = block.text.slice(from, signature.start).trim();
    const above = out.length === 0 ? takeLinesAbove(before, block, own === "") : [];
    const text = [...above, own].filter((line) => line !== "").join("\n");
    if (text !== "" && !deleted.test(text)) out.push(toPost(block.line, text, signature));
    from = signature.end;
  }
  const rest = block.text.slice(from).replace(/^[\s.]+/u, "");
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
    authorName: signature.name,
    authorHandle: signature.handle,
    text,
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
  const after = text.slice(at + length);
  const gap = /^[\s,·|–—-]*(?:on\s|am\s|le\s|el\s)?/u.exec(after)?.[0].length ?? 0;
  const day = readDay(after.slice(gap, gap + 100));
  const alone = /^\s*$/u.test(after.slice(0, 4)) && after.trim() === "";
  const start = findDash(text, at);
  if ((!day && !alone) || start === null) return null;
  const name = text
    .slice(start, at)
    .replace(/^[—–―\-\s]+/u, "")
    .trim();
  if (name === "") return null;
  const end = at + length + (day ? gap + day.end : 0);
  return { start, end, name, handle, date: day?.date ?? null };
}

/** The dash that parts text from name: the last long one before the handle, else a hyphen between spaces. */
function findDash(text: string, at: number): number | null {
  const from = Math.max(0, at - longestName);
  for (let i = at - 1; i >= from; i--) {
    const character = text[i] ?? "";
    if (!dashes.has(character)) continue;
    if (character !== "-" || (/^(?:\s|-)?$/u.test(text[i - 1] ?? "") && /[\s-]/u.test(text[i + 1] ?? ""))) return i;
  }
  return null;
}

function platformOfHandle(handle: string): WirePlatform {
  const [user = "", host] = handle.slice(1).split("@");
  if (host !== undefined) return host === "threads.net" ? "THREADS" : "MASTODON";
  if (/\.bsky\.(?:social|team)$/u.test(user)) return "BLUESKY";
  return /\.[a-z]{2,}$/u.test(user) ? "BLUESKY" : "X";
}

function platformOfUrl(url: string): WirePlatform | null {
  const host = /^https?:\/\/(?:www\.|m\.|mobile\.)?([^/:?#]+)/u.exec(url)?.[1]?.toLowerCase() ?? "";
  return platformHosts.find(([form]) => form.test(host))?.[1] ?? (/\/@[\w.]+\/\d+/u.test(url) ? "MASTODON" : null);
}
