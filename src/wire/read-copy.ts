import { ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import { textFault } from "../lib/text-faults.js";
import type { ImportFormat } from "./import.type.js";
import { WireCopyError } from "./wire.fault.js";
import type { WireStory } from "./wire.story.js";
import { readWireCopy } from "./wire.text.js";

/** Copy and what its sender knows of it. */
export interface Copy {
  readonly content: string;
  readonly format?: ImportFormat | null | undefined;
  readonly headline?: string | null | undefined;
  readonly language?: string | null | undefined;
}

/** What was read, and as what. */
export interface ReadCopy {
  readonly format: ImportFormat;
  readonly story: WireStory;
}

/** The readers there are, by what they read. */
const READERS = { TEXT: readWireCopy } as const satisfies Partial<Record<ImportFormat, typeof readWireCopy>>;

function isReadable(format: ImportFormat): format is keyof typeof READERS {
  return Object.hasOwn(READERS, format);
}

/** Reads copy, or says in a ValidationError what is wrong with it and in which line. Opens no connection. */
export function readCopy({ content, format, headline, language }: Copy): ReadCopy | ValidationError {
  const kind = format === null || format === undefined || format === "AUTO" ? "TEXT" : format;
  if (!isReadable(kind)) {
    return fault(["input", "format"], `Copy in ${kind} cannot be read; send its text as TEXT.`);
  }
  const broken = textFault(content.replaceAll("\r", ""));
  if (broken !== null && !content.includes("\0")) return fault(["input", "content"], `The copy ${broken}.`);
  try {
    const story = READERS[kind](content, { headline: headline ?? undefined, language: language ?? undefined });
    return { format: kind, story };
  } catch (error) {
    if (error instanceof WireCopyError) return fault(["input", "content"], `Line ${error.line}: ${error.message}`);
    throw error;
  }
}

function fault(path: readonly string[], message: string): ValidationError {
  return new ValidationError([new ValidationIssue(path, message)]);
}
