import { detectFormat } from "./formats/detect.js";
import { DOUBLED_AND_LOST, PUT_RIGHT, undouble } from "./encoding/doubled.js";
import type { CopyFormat } from "./formats/format.js";
import { createSplitter, type CopyPiece, type StoryPiece } from "./formats/pieces.js";
import type { SenderOptions } from "./formats/document-parts.js";
import { closeDirections, textFault } from "./text/faults.js";
import { refuseUnreadable, CopyError } from "./story/fault.js";
import type { CopyStory } from "./story/story-value.js";

/*
 * Copy becomes stories, without a database and without the API: what is here runs in worker threads as well. What it
 * returns can be sent between threads.
 */

/** What copy is in, or AUTO to find out. */
export type RequestedFormat = CopyFormat | "AUTO";

/** Copy and what its sender knows of it. */
export interface Copy {
  readonly content: string;
  readonly format?: RequestedFormat | null | undefined;
  readonly headline?: string | null | undefined;
  readonly language?: string | null | undefined;
}

/** What was read, and as what. */
export interface StoryResult {
  readonly kind: "story";
  readonly format: CopyFormat;
  readonly story: CopyStory;
  /** The sender's identifier of the story, the same in all its versions; null when the copy has none. */
  readonly ownId: string | null;
}

/** Copy that only takes a story back. */
export interface WithdrawalResult {
  readonly kind: "withdrawal";
  readonly format: CopyFormat;
  readonly ownId: string;
}

/** Copy that cannot be read. */
export interface FaultResult {
  readonly kind: "fault";
  readonly format: CopyFormat;
  /** A full sentence. */
  readonly message: string;
  /** From 1; null where no line is at fault. */
  readonly line: number | null;
}

/** What came of one story of some copy. */
export type CopyResult = StoryResult | WithdrawalResult | FaultResult;

/** What came of copy that may contain several stories. */
export interface CopyResults {
  /** In the order of the copy. */
  readonly results: readonly CopyResult[];
  /** Sentences on what of the copy is no story. */
  readonly warnings: readonly string[];
}

/** What copy is read as: what was stated, otherwise what its beginning looks like. */
export function formatOf(content: string, format: RequestedFormat | null | undefined): CopyFormat {
  return format && format !== "AUTO" ? format : detectFormat(content);
}

function optionsOf({ headline, language }: Copy): SenderOptions {
  return { headline: headline ?? undefined, language: language ?? undefined };
}

/** Reads one story that was found in some copy; what is wrong with it is part of the answer. */
export async function readPiece(
  piece: StoryPiece,
  format: CopyFormat,
  copy: Omit<Copy, "content">,
): Promise<CopyResult> {
  try {
    return { format, ...(await piece.read(optionsOf({ ...copy, content: "" }))) };
  } catch (error) {
    if (error instanceof CopyError) return { kind: "fault", format, message: error.message, line: error.line };
    throw error;
  }
}

/** Controls of transmission and of printers, which are corrected or dropped when lines are laid out. */
const DROPPED = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** Reads copy that is one story; copy of several is refused with their number. */
export async function readCopy(copy: Copy): Promise<CopyResult> {
  const { results, count, format, warnings } = await readStories(copy, 1);
  const [only] = results;
  if (count > 1) {
    const message = `The content holds ${count} stories; import them with importArticles, or send them one by one.`;
    return { kind: "fault", format, message, line: null };
  }
  if (!only)
    return { kind: "fault", format, message: ["The content holds no story.", ...warnings].join(" "), line: null };
  if (only.kind !== "story") return only;
  return { ...only, story: { ...only.story, warnings: [...warnings, ...only.story.warnings] } };
}

/** Reads each story of some copy. */
export async function readCopies(copy: Copy): Promise<CopyResults> {
  const { results, warnings } = await readStories(copy, Number.POSITIVE_INFINITY);
  return { results, warnings };
}

interface ReadStories extends CopyResults {
  readonly format: CopyFormat;
  readonly count: number;
}

/** If there are more stories than asked for, none is read. */
async function readStories(copy: Copy, most: number): Promise<ReadStories> {
  const doubled = undouble(copy.content);
  const content = doubled?.content ?? copy.content;
  const format = formatOf(content, copy.format);
  const fault = doubled?.content === null ? DOUBLED_AND_LOST : format === "TEXT" ? faultOfText(content) : null;
  if (fault !== null)
    return { results: [{ kind: "fault", format, message: fault, line: null }], warnings: [], format, count: 1 };
  const split = splitCopy(format, format === "TEXT" ? closeLines(content) : content);
  const stories = split.pieces.filter((piece) => piece.kind === "story");
  const results: CopyResult[] = [];
  if (stories.length <= most) for (const piece of stories) results.push(await readPiece(piece, format, copy));
  if (split.fault) results.push(split.fault);
  const count = stories.length + (split.fault ? 1 : 0);
  const warnings = [...(doubled === null ? [] : [PUT_RIGHT]), ...describeSkipped(split.pieces)];
  return { results, warnings, format, count };
}

/** A document is cleaned when it has been read; of plain text, its characters are all there is. */
function faultOfText(content: string): string | null {
  const broken = textFault(closeLines(content).replace(DROPPED, ""));
  return broken !== null && !content.includes("\0") ? `The copy ${broken}.` : null;
}

/** Posts that were copied out of pages often leave a direction open. */
function closeLines(content: string): string {
  return content.split("\n").map(closeDirections).join("\n");
}

interface SplitCopy {
  readonly pieces: readonly CopyPiece[];
  /** What keeps the copy from being taken apart further. */
  readonly fault: FaultResult | null;
}

function splitCopy(format: CopyFormat, content: string): SplitCopy {
  const splitter = createSplitter(format);
  const pieces: CopyPiece[] = [];
  try {
    if (content !== "") refuseUnreadable(content);
    pieces.push(...splitter.take(content));
    pieces.push(...splitter.end());
    return { pieces, fault: null };
  } catch (error) {
    if (!(error instanceof CopyError)) throw error;
    return { pieces, fault: { kind: "fault", format, message: error.message, line: error.line } };
  }
}

/** A sentence for each kind of what is no story, with how many there were. */
export function describeSkipped(pieces: readonly CopyPiece[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const piece of pieces) if (piece.kind === "skipped") counts.set(piece.what, (counts.get(piece.what) ?? 0) + 1);
  return describeCounts(counts);
}

/** The same of counts that were made while copy came in. */
export function describeCounts(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].map(([what, count]) =>
    count === 1 ? `1 ${what} was skipped.` : `${count} of the kind “${what}” were skipped.`,
  );
}
