import type { Work } from "../auth/work.js";
import { readPiece, type StoryPiece, describeCounts, type CopyFormat } from "@dateline/copy-reader";
import { type FileOptions, type StoryReport, reportStory, reportTakenBack } from "./import.command.js";
import { openCopyFile } from "./import.copy-file.js";
import { ImportFault } from "./import.files.js";

/** What is said of a file while its stories are imported. */
export type FileStep =
  | (StoryReport & {
      readonly kind: "story";
      /** The file; where it contains several stories, also the line on which this one begins. */
      readonly label: string;
      /** How much of the file has been read, from 0 to 1. */
      readonly share: number;
    })
  | { readonly kind: "fault"; readonly label: string; readonly fault: ImportFault; readonly share: number }
  /** A sentence on what of the file is no story. */
  | { readonly kind: "note"; readonly note: string };

interface FoundPiece {
  readonly piece: StoryPiece;
  readonly share: number;
}

/**
 * Imports the stories of one file one by one, or reports what importing them would do. What is wrong with one story of
 * several keeps no other from being imported.
 *
 * @throws ImportFault when the file cannot be read, or not further.
 */
export async function* importFile(work: Work, file: string, options: FileOptions): AsyncGenerator<FileStep> {
  const { format, warnings, pieces } = await openCopyFile(file, options);
  const steps = new StorySteps(work, file, format, options);
  const skipped = new Map<string, number>();
  let waiting: FoundPiece | null = null;
  let count = 0;
  for await (const { piece, share } of pieces) {
    if (piece.kind === "skipped") {
      skipped.set(piece.what, (skipped.get(piece.what) ?? 0) + 1);
      continue;
    }
    count += 1;
    // A story that is alone in its file is not named with its line, so the first one waits for the second.
    if (count === 2 && options.headline !== undefined)
      throw new ImportFault(`${file}: it contains several stories, and --headline goes with one.`);
    if (waiting) yield steps.take(waiting, { isAlone: false, warnings });
    waiting = { piece, share };
  }
  if (!waiting) throw new ImportFault(`${file}: ${["It contains no story.", ...describeCounts(skipped)].join(" ")}`);
  yield steps.take(waiting, { isAlone: count === 1, warnings });
  for (const note of describeCounts(skipped)) yield { kind: "note", note: `${file}: ${note}` };
}

interface Surroundings {
  readonly isAlone: boolean;
  /** What is known of the characters of the file. */
  readonly warnings: readonly string[];
}

class StorySteps {
  constructor(
    readonly work: Work,
    readonly file: string,
    readonly format: CopyFormat,
    readonly options: FileOptions,
  ) {}

  async take({ piece, share }: FoundPiece, { isAlone, warnings }: Surroundings): Promise<FileStep> {
    const label = isAlone ? this.file : `${this.file}:${piece.line}`;
    try {
      return { kind: "story", label, share, ...(await this.#import(piece, label, warnings)) };
    } catch (error) {
      if (!isAlone && error instanceof ImportFault) return { kind: "fault", label, fault: error, share };
      throw error;
    }
  }

  async #import(piece: StoryPiece, label: string, warnings: readonly string[]): Promise<StoryReport> {
    const { work, file, format, options } = this;
    const read = await readPiece(piece, format, options);
    if (read.kind === "withdrawal") return reportTakenBack(work, label, read.ownId);
    if (read.kind === "fault") throw new ImportFault(`${file}:${read.line ?? piece.line}: ${read.message}`);
    const story = { ...read.story, warnings: [...warnings, ...read.story.warnings] };
    return reportStory(work, label, { ...read, story }, options);
  }
}
