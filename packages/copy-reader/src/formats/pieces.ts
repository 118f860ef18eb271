import { CopyError } from "../story/fault.js";
import { type AssembledStory } from "../assembly/assemble.js";
import { MBOX_LINE, readEmail } from "./letter/message.js";
import type { CopyFormat } from "./format.js";
import { listItems } from "./json/items.js";
import type { Withdrawal } from "./notices.js";
import type { SenderOptions } from "./document-parts.js";
import { isZczc, SOH } from "./envelope/forms.js";
import type { WxrPicture } from "./wordpress/pictures.js";
import { kindOfSkipped, readWxrItem, type WxrItem, WxrSplitter } from "./wordpress/export.js";
import { listNewsItems } from "./xml/items.js";
import { type DocumentFormat, finishDocument, readDocument, readTextCopy } from "./read-document.js";

/** One story among those of some copy, which is read when it is asked for. */
export interface StoryPiece {
  readonly kind: "story";
  /** The line of the copy on which it begins, from 1. */
  readonly line: number;
  /** The story alone, when it is text of its own; null when it can only be read in its copy. */
  readonly content: string | null;
  /** @throws CopyError with the line within the copy. */
  readonly read: (options: SenderOptions) => Promise<AssembledStory | Withdrawal>;
}

/** Something among the stories that is none. */
export interface SkippedPiece {
  readonly kind: "skipped";
  readonly line: number;
  /** In the singular, such as "attachment". */
  readonly what: string;
}

/** What copy is made of. */
export type CopyPiece = StoryPiece | SkippedPiece;

/** Takes copy apart while it comes in. */
export interface CopySplitter {
  /** The pieces that end in the next part of the copy. */
  take(chunk: string): readonly CopyPiece[];
  /** What is left at its end. */
  end(): readonly CopyPiece[];
}

/** What is known of copy before it is taken apart. */
export interface SplitOptions {
  /** Whether each character is one byte, as in letters, whose parts are in encodings of their own. */
  readonly isBinary?: boolean;
  /** The pictures of an export of WordPress that are known already; those that come in are added. */
  readonly pictures?: ExportedPictures;
}

/** Pictures that an export has as entries of their own, by the numbers of these. */
export type ExportedPictures = Map<string, WxrPicture>;

/** The formats that are taken apart line by line, or element by element, so that copy of any length can be read. */
export const STREAMED: ReadonlySet<CopyFormat> = new Set(["WXR", "EMAIL", "IPTC7901", "ANPA"]);

/** Makes what takes copy of a format apart. TEXT and HTML are one story each. */
export function createSplitter(format: CopyFormat, { isBinary = false, pictures }: SplitOptions = {}): CopySplitter {
  switch (format) {
    case "WXR":
      return new WxrPieces(pictures);
    case "EMAIL":
      return new LinePieces(
        (line, previous) => MBOX_LINE.test(line) && previous.trim() === "",
        (content, line) => letterPiece(content, line, isBinary),
      );
    case "IPTC7901":
    case "ANPA":
      return new LinePieces(opensMessage, (content, line) => documentPiece(format, content, line));
    default:
      return new WholePieces(format);
  }
}

function documentPiece(format: DocumentFormat, content: string, line: number): StoryPiece {
  const read = async (options: SenderOptions) => atLine(line, () => readDocument(format, content, options));
  return { kind: "story", line, content, read };
}

function letterPiece(content: string, line: number, isBinary: boolean): StoryPiece {
  const own = content.replace(/^From [^\n]*\n/u, "").replace(/^>(?=>*From )/gmu, "");
  const raw = isBinary ? Uint8Array.from(own, (character) => character.charCodeAt(0)) : own;
  const read = async (options: SenderOptions): Promise<AssembledStory | Withdrawal> => {
    const parts = await readEmail(raw);
    return atLine(line, () => finishDocument(parts, options));
  };
  return { kind: "story", line, content: own, read };
}

/** Lines are counted in the whole copy. */
function atLine<Value>(line: number, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (line === 1 || !(error instanceof CopyError)) throw error;
    throw new CopyError(error.message, error.line + line - 1);
  }
}

/** A message begins at its start control or at ZCZC. */
function opensMessage(line: string, previous: string): boolean {
  return line.includes(SOH) || isZczc(line.trim()) || /(?<!\p{L})NNNN\s*$/u.test(previous);
}

/** No single letter or message is longer, in UTF-16 code units. */
const LONGEST_PIECE = 30_000_000;

/** Copy whose pieces begin at lines of their own. */
class LinePieces implements CopySplitter {
  #rest = "";
  #lines: string[] = [];
  #line = 1;
  #start = 1;
  #size = 0;
  #previous = "";

  constructor(
    readonly opens: (line: string, previous: string) => boolean,
    readonly toPiece: (content: string, line: number) => StoryPiece,
  ) {}

  take(chunk: string): readonly CopyPiece[] {
    const lines = `${this.#rest}${chunk}`.split("\n");
    this.#rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.#takeLine(line));
  }

  end(): readonly CopyPiece[] {
    return [...this.#takeLine(this.#rest), ...this.#close()];
  }

  #takeLine(line: string): readonly CopyPiece[] {
    const closed = this.opens(line, this.#previous) ? this.#close() : [];
    if (this.#lines.length === 0) this.#start = this.#line;
    this.#lines.push(line);
    this.#size += line.length;
    this.#previous = line;
    this.#line += 1;
    if (this.#size > LONGEST_PIECE)
      throw new CopyError("A message of the copy is longer than any story is.", this.#start);
    return closed;
  }

  #close(): readonly CopyPiece[] {
    const content = this.#lines.join("\n");
    this.#lines = [];
    this.#size = 0;
    // What is between two messages, such as controls of the line, is none.
    return /[\p{L}\p{N}]/u.test(content) ? [this.toPiece(content, this.#start)] : [];
  }
}

class WxrPieces implements CopySplitter {
  readonly #splitter: WxrSplitter;

  constructor(pictures: ExportedPictures | undefined) {
    this.#splitter = new WxrSplitter(pictures);
  }

  take(chunk: string): readonly CopyPiece[] {
    return this.#splitter.take(chunk).map((item) => this.#toPiece(item));
  }

  end(): readonly CopyPiece[] {
    return this.#splitter.end().map((item) => this.#toPiece(item));
  }

  #toPiece(item: WxrItem): CopyPiece {
    const { line } = item;
    const what = kindOfSkipped(item);
    if (what !== null) return { kind: "skipped", line, what };
    const { site } = this.#splitter;
    const read = async (options: SenderOptions) => atLine(line, () => finishDocument(readWxrItem(item, site), options));
    return { kind: "story", line, content: null, read };
  }
}

/** Copy that is kept whole until its end. */
class WholePieces implements CopySplitter {
  readonly #chunks: string[] = [];

  constructor(readonly format: Exclude<CopyFormat, "WXR" | "EMAIL" | "IPTC7901" | "ANPA">) {}

  take(chunk: string): readonly CopyPiece[] {
    this.#chunks.push(chunk);
    return [];
  }

  end(): readonly CopyPiece[] {
    const content = this.#chunks.join("");
    const { format } = this;
    if (format === "TEXT" || format === "HTML") return [wholePiece(format, content)];
    const found = format === "NINJS" ? listItems(content) : listNewsItems(format, content);
    const stories = found.filter(({ skipped }) => skipped === null);
    // Where there is one story, its document is read as it is.
    if (stories.length < 2) return [wholePiece(format, content)];
    return found.map(({ content: own, line, skipped }): CopyPiece => {
      return skipped === null ? documentPiece(format, own, line) : { kind: "skipped", line, what: skipped };
    });
  }
}

function wholePiece(format: DocumentFormat | "TEXT", content: string): StoryPiece {
  const read = async (options: SenderOptions) =>
    format === "TEXT" ? readTextCopy(content, options) : readDocument(format, content, options);
  return { kind: "story", line: 1, content, read };
}
