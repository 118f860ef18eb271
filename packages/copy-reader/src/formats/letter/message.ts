import PostalMime, { type Address, type Email } from "postal-mime";
import { readHeadLine } from "../../head/notes.js";
import { CopyError } from "../../story/fault.js";
import { readDay } from "../../text/days.js";
import { FREE, releaseOfLine, warnOfEmbargo } from "../../story/release.js";
import { cutLetter, withoutPrefixes } from "./body.js";
import { bytesOf, filesOf, isPictureFile, placeInPlain, takeMarkers, withAttached } from "./pictures.js";
import { readHtml } from "../page/page.js";
import { type DocumentBlock, type DocumentImage, type DocumentParts, languageTag, stated } from "../document-parts.js";
import { readPlain } from "../plain-text.js";

/** Headers of which a letter has some at its very beginning. */
const HEADER =
  /^(?:from|to|cc|subject|date|reply-to|sender|message-id|mime-version|content-type|content-transfer-encoding|received|return-path|delivered-to|dkim-signature|x-[\w-]{1,40}|list-[\w-]{1,20}|thread-[\w-]{1,20}|in-reply-to|references|importance|organization|user-agent|arc-[\w-]{1,40}|authentication-results)\s?:/iu;

/** The line that parts the letters of an mbox file. */
export const MBOX_LINE = /^From \S{1,200} .{0,40}\d{4}\s*$/u;

/** Whether copy begins as a letter or a file of letters does: with headers, of which one names a sender or a subject. */
export function isEmail(content: string): boolean {
  const lines = content
    .slice(0, 20_000)
    .replace(/^[\ufeff\s]+/u, "")
    .split(/\r?\n/u);
  const first = MBOX_LINE.test(lines[0] ?? "") ? 1 : 0;
  const end = lines.findIndex((line, at) => at >= first && line.trim() === "");
  const head = lines.slice(first, end < 0 ? lines.length : end).filter((line) => !/^[ \t]/u.test(line));
  const known = head.filter((line) => HEADER.test(line));
  const isSent = head.some((line) => /^from\s?:/iu.test(line)) || head.some((line) => /^subject\s?:/iu.test(line));
  const isOther = head.find((line) => !/^[\w-]{1,60}\s?:/u.test(line));
  return isSent && known.length >= 2 && known.length * 2 >= head.length && isOther === undefined;
}

/** Letters that are forwarded as attachments are followed so deep. */
const MOST_FORWARDED = 3;

/** A letter with less text than this only hands on the one it forwards, in UTF-16 code units. */
const SHORTEST_LETTER = 400;

/**
 * Reads a letter into the parts of a story: the subject is its headline, its text the body. The sender is reported and
 * is no byline; pictures are taken over, other attachments are reported and not read. A letter that does nothing but forward another is that other one.
 * Throws a CopyError when it has no text or cannot be parsed.
 */
export async function readEmail(content: string | Uint8Array, depth = 0): Promise<DocumentParts> {
  const letter = await parse(typeof content === "string" ? withOwnCharset(content) : content);
  const forwarded = letter.attachments.find(({ mimeType }) => mimeType === "message/rfc822");
  const text = letter.text ?? "";
  if (forwarded && depth < MOST_FORWARDED && text.trim().length < SHORTEST_LETTER) {
    const inner = await readEmail(bytesOf(forwarded), depth + 1);
    const note = text.trim() === "" ? [] : [`The forwarding letter says: “${quote(text)}”.`];
    return { ...inner, warnings: [warnOfForward(letter), ...note, ...(inner.warnings ?? [])] };
  }
  return toParts(letter);
}

async function parse(content: string | Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(content, {
      rfc822Attachments: true,
      forceRfc822Attachments: true,
      maxNestingDepth: 50,
    });
  } catch {
    throw new CopyError("The e-mail could not be parsed: its parts nest too deep, or its headers are too long.", 1);
  }
}

/** Text that was decoded already is in no other charset than its own, whatever its parts declare. */
function withOwnCharset(content: string): string {
  if (!/[^\p{ASCII}]/u.test(content)) return content;
  return content.replace(
    /^content-type:[^\n]*(?:\n[ \t][^\n]*)*(?:\n[\w-]+:[^\n]*(?:\n[ \t][^\n]*)*)*/gimu,
    (headers) =>
      /content-transfer-encoding:\s*(?:quoted-printable|base64)/iu.test(headers)
        ? headers
        : headers.replace(/(charset\s*=\s*)(?:"[^"\n]*"|[^\s;]+)/iu, "$1utf-8"),
  );
}

function toParts(letter: Email): DocumentParts {
  const { blocks, byHtml, forward, warnings, images } = readBody(letter);
  const subject = forward?.subject ?? letter.subject ?? "";
  const isHeld = readHeadLine(subject) === "embargo";
  const sentOn = dayOfHeader(forward?.date ?? headerOf(letter, "date"));
  return {
    headline: stated(withoutPrefixes(subject), "It is the subject of the letter.") ?? byHtml?.headline ?? null,
    byline: null,
    language: stated(languageTag(headerOf(letter, "content-language")?.split(",")[0]), "The letter says so."),
    dateline: null,
    publishedOn: sentOn ?? dayOfHeader(headerOf(letter, "date")),
    ownId: letter.messageId ? `mid:${letter.messageId.replace(/^<|>$/gu, "")}` : null,
    persons: [],
    source: stated(forward?.from ?? senderOf(letter), "The letter names its sender."),
    blocks,
    images,
    warnings: [...(isHeld ? [warnOfEmbargo(subject)] : []), ...warnings, ...warnOfAttachments(letter)],
    release: isHeld ? releaseOfLine(subject) : FREE,
  };
}

interface LetterBody {
  readonly blocks: readonly DocumentBlock[];
  readonly byHtml: DocumentParts | null;
  readonly forward: ReturnType<typeof cutLetter>["forward"];
  readonly warnings: readonly string[];
  readonly images: readonly DocumentImage[];
}

/** The plain text where it is whole, for the markup of letters holds much besides. */
function readBody(letter: Email): LetterBody {
  const { text = "", html = "" } = letter;
  const marked = takeMarkers(cutLetter(text));
  const { cut } = marked;
  const byHtml = html.trim() === "" ? null : readHtml(html, { attached: filesOf(letter) });
  const size = byHtml?.blocks.reduce((sum, block) => sum + block.text.length, 0) ?? 0;
  const isPlain = /\p{L}/u.test(cut.text) && cut.text.length * 2 >= size;
  if (!isPlain && byHtml && size > 0) {
    const images = withAttached(letter, byHtml.blocks.length, byHtml.images ?? []);
    return { blocks: byHtml.blocks, byHtml, forward: null, warnings: [], images };
  }
  const blocks = readPlain(cut.text);
  const images = withAttached(letter, blocks.length, placeInPlain(letter, blocks, marked.markers, byHtml));
  return { blocks, byHtml, forward: cut.forward, warnings: cut.warnings, images };
}

function headerOf({ headers }: Email, name: string): string | undefined {
  return headers.find(({ key }) => key === name)?.value;
}

/** The day where the sender was. */
function dayOfHeader(value: string | undefined): string | null {
  return readDay((value ?? "").trim().replace(/^\p{L}{2,10}\.?,?\s+(?=\d|\p{L})/u, ""))?.date ?? null;
}

function senderOf({ from }: Email): string | null {
  return from === undefined ? null : nameAddress(from);
}

function nameAddress(address: Address): string {
  if (address.group !== undefined) return address.name;
  return address.name === "" ? address.address : `${address.name} <${address.address}>`;
}

function warnOfForward(letter: Email): string {
  return `The letter from ${senderOf(letter) ?? "an unnamed sender"} forwards another one; that one was read.`;
}

/** This many attachments are named. */
const MOST_NAMED = 10;

function warnOfAttachments(letter: Email): readonly string[] {
  const attachments = letter.attachments.filter((each) => !isPictureFile(each));
  const [first] = attachments;
  if (!first) return [];
  const names = attachments.slice(0, MOST_NAMED).map(({ filename, mimeType }) => filename ?? mimeType);
  const more = attachments.length > MOST_NAMED ? ` and ${attachments.length - MOST_NAMED} more` : "";
  const count = attachments.length === 1 ? "an attachment, which was" : `${attachments.length} attachments, which were`;
  return [`The letter has ${count} not read: ${names.join(", ").slice(0, 600).toWellFormed()}${more}.`];
}

function quote(text: string): string {
  return text.replace(/\s+/gu, " ").trim().slice(0, 200).toWellFormed();
}
