import { isJobLine, readByline } from "../../head/bylines.js";
import { layOutCopy } from "../../layout/blocks.js";
import type { CopyFormat } from "../format.js";
import { type DocumentBlock, type DocumentParts, stated } from "../document-parts.js";
import {
  ETX,
  isHeader,
  isInitials,
  isIptcHeader,
  isZczc,
  opensNotes,
  readKeywords,
  readSignOff,
  SOH,
  STX,
} from "./forms.js";

/** The wire formats that plain text may be in. */
export type EnvelopeFormat = Extract<CopyFormat, "IPTC7901" | "ANPA">;

/** Lines of ANPA 1312 that are no running text: "^Ferry runs again<". */
const caret = /^\^(?<text>.*?)[<=\s]*$/u;

/** The envelope that the beginning of copy shows; null for copy without one. */
export function detectEnvelope(content: string): EnvelopeFormat | null {
  const head = content.slice(0, 4000).replace(/^[\ufeff\s\u0000\u0016]+/u, "");
  const lines = linesOf(head).map((line) => line.trim());
  const carets = lines.filter((line) => /^\^\S.*[<=]$/u.test(line)).length;
  if (carets >= 2 || /^\u0001?[a-z]\d{3,4}\u001f/iu.test(head)) return "ANPA";
  const first = lines.find((line) => line !== "") ?? "";
  if (head.startsWith(SOH) || isZczc(first)) return "IPTC7901";
  if (isIptcHeader(first) && lines.filter((line) => line !== "").length > 1) return "IPTC7901";
  return isEnded(content) ? "IPTC7901" : null;
}

/** Whether copy of some lines ends as a message of the telegraph does. */
function isEnded(content: string): boolean {
  return /\n[^\n]{0,80}(?<!\p{L})NNNN\s*$/u.test(content.slice(-200));
}

function linesOf(text: string): string[] {
  return text.replace(/\r\n?/gu, "\n").split("\n");
}

/** What is around the text of a message. */
interface Message {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly text: string;
  /** ISO day of its sign-off. */
  readonly sentOn: string | null;
  /** The keywords above its headline. */
  readonly topics: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Reads a message in IPTC 7901 or ANPA 1312, or between ZCZC and NNNN, with or without its controls, into the parts of a
 * story. Its number is no name of the story, for it comes again with another one the next day.
 */
export function readAgencyMessage(content: string): DocumentParts {
  const { headline, byline, text, sentOn, topics, warnings } = new MessageReader(content).read();
  return {
    headline: stated(headline, "The envelope marks it as the headline."),
    byline: stated(byline, "The envelope marks it as the byline."),
    language: null,
    dateline: null,
    publishedOn: sentOn,
    ownId: null,
    persons: [],
    topics,
    blocks: readBlocks(text),
    warnings,
  };
}

function readBlocks(text: string): readonly DocumentBlock[] {
  return layOutCopy(text).map(({ text, line, isList, isSubhead = false }) => {
    const role = isSubhead ? "subhead" : isList ? "list" : "text";
    return { kind: "text", role, text, line };
  });
}

/** A line set as the head of a message, marked by what ends it, has no more lines than this. */
const mostHeadLines = 4;

class MessageReader {
  readonly #lines: string[];
  readonly #above: string[] = [];
  readonly #warnings: string[] = [];
  readonly #topics: string[] = [];
  #headline: string | null = null;
  #byline: string | null = null;
  #sentOn: string | null = null;

  constructor(content: string) {
    const { header, text, trailer } = partMessage(content);
    // In ANPA all that is to be read is in the text.
    const isAnpa = caret.test(text.find((line) => line.trim() !== "")?.trim() ?? "");
    this.#lines = [...(isAnpa ? [] : header.map((line) => line.trim())), ...text];
    for (const line of trailer) this.#sentOn ??= readSignOff(line.trim()) ?? null;
  }

  read(): Message {
    this.#takeHeader();
    while (this.#takeHeadLine());
    const body = this.#takeNotes(this.#takeEnd());
    const text = [...this.#above, "", ...body.map(toPlainLine)].join("\n");
    return {
      headline: this.#headline,
      byline: this.#byline,
      text: withTypedMarks(text),
      sentOn: this.#sentOn,
      topics: this.#topics,
      warnings: this.#warnings,
    };
  }

  /** Leaves out the blank lines and the headers on top, as long as there are other lines below them. */
  #takeHeader(): void {
    for (let taken = 0; taken < 8 && this.#lines.length > 1; taken += 1) {
      const line = (this.#lines[0] ?? "").trim();
      if (line !== "" && !isHeader(line)) return;
      this.#lines.shift();
    }
  }

  /** A line of keywords, one or more that are ended as a head is, or one of ANPA's; a blank line before them. */
  #takeHeadLine(): boolean {
    const line = (this.#lines[0] ?? "").trim();
    if (this.#lines.length < 2) return false;
    const keywords = line === "" ? [] : readKeywords(line);
    if (keywords !== null) {
      this.#topics.push(...keywords);
      return this.#drop(1);
    }
    const ofAnpa = caret.exec(line)?.groups?.["text"];
    if (ofAnpa !== undefined) return this.#settle(ofAnpa) && this.#drop(1);
    if (/^\(.{1,60}\)$/u.test(line)) return this.#settle(line) && this.#drop(1);
    const end = this.#lines.slice(0, mostHeadLines).findIndex((each) => /\s=\s*$/u.test(each) || each.trim() === "");
    if (end < 0 || !/=\s*$/u.test(this.#lines[end] ?? "")) return false;
    const words = this.#lines.slice(0, end + 1).join(" ");
    return this.#settle(words.replace(/=\s*$/u, "").replace(/\s+/gu, " ").trim()) && this.#drop(end + 1);
  }

  #drop(count: number): true {
    this.#lines.splice(0, count);
    return true;
  }

  /** Returns a head line its place: slugs are dropped, notes are reported, further lines are above the text. */
  #settle(line: string): true {
    const text = withTypedMarks(line.trim());
    const byline = readByline(text);
    if (/^(?:am|pm|bc|ap)-\S/iu.test(text)) return true;
    if (/^\(.*\)$|^eds?[:\s]|^editors?:/iu.test(text)) this.#warnings.push(`The sender notes to editors: “${text}”.`);
    else if (byline && this.#byline === null) this.#byline = byline.text;
    else if (this.#byline !== null && isJobLine(text)) this.#byline = `${this.#byline}, ${text}`;
    else if (this.#headline === null && text !== "") this.#headline = text;
    else this.#above.push("", text);
    return true;
  }

  /** The text without what ends the message: NNNN, the sign-off with its day, and blank lines. */
  #takeEnd(): string[] {
    const lines = this.#lines.slice();
    for (;;) {
      const last = (lines.at(-1) ?? "")
        .trim()
        .replace(/(?<!\p{L})NNNN$/u, "")
        .trimEnd();
      const day = readSignOff(last);
      if (last === "" || day !== undefined || isInitials(last)) {
        if (lines.pop() === undefined) return lines;
        this.#sentOn ??= day ?? null;
      } else {
        lines[lines.length - 1] = last === (lines.at(-1) ?? "").trim() ? (lines.at(-1) ?? "") : last;
        return lines;
      }
    }
  }

  #takeNotes(lines: readonly string[]): readonly string[] {
    const at = lines.findIndex((line) => opensNotes(line.trim()));
    if (at < 1) return lines;
    const words = lines.slice(at).join(" ").replace(/\s+/gu, " ").trim().slice(0, 300).toWellFormed();
    this.#warnings.push(`What its sender marks as not for publication was left out: “${words}”.`);
    return lines.slice(0, at);
  }
}

/** A line of ANPA within the text is a subhead, or a rule. */
function toPlainLine(line: string): string {
  const text = caret.exec(line.trim())?.groups?.["text"];
  if (text === undefined) return line.replace(/<\s*$/u, "");
  return /\p{L}/u.test(text) ? `\n## ${text}\n` : "";
}

/** Quotation marks as typewriters and ANPA set them. */
function withTypedMarks(text: string): string {
  return text.replace(/``(?=\S)/gu, "“").replace(/(?<=\S)''/gu, "”");
}

interface Frame {
  readonly header: readonly string[];
  readonly text: readonly string[];
  readonly trailer: readonly string[];
}

/** Controls of other levels: shifts, separators, shapes of type. */
const otherControls = /[\u0000\u0004-\u0008\u000b\u000c\u000e-\u001f]/gu;

/** A message by its controls; one without them is all text. */
function partMessage(content: string): Frame {
  const from = content.indexOf(SOH) + 1;
  const start = content.indexOf(STX, from);
  const end = content.indexOf(ETX, Math.max(start, from));
  const clean = (text: string): readonly string[] =>
    linesOf(
      text
        .replace(/[\u0001-\u0003]/gu, "")
        .replace(/\u001f/gu, "\n")
        .replace(otherControls, " "),
    );
  const last = end < 0 ? content.length : end;
  if (start < 0) return { header: [], text: clean(content.slice(from, last)), trailer: clean(content.slice(last)) };
  return {
    header: clean(content.slice(from, start)).filter((line) => line.trim() !== ""),
    text: clean(content.slice(start, last)),
    trailer: clean(content.slice(last)),
  };
}
