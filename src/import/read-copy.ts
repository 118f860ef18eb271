import { detectFormat } from "../intake/detect.js";
import type { WireFormat } from "../intake/intake.format.js";
import { Withdrawal } from "../intake/intake.notices.js";
import { readDocument } from "../intake/read-document.js";
import { ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import { canonicalLanguage } from "../lib/language-tag.js";
import { closeDirections, textFault } from "../lib/text-faults.js";
import type { ImportFormat } from "./import.type.js";
import { WireCopyError } from "../wire/wire.fault.js";
import type { WireStory } from "../wire/wire.story.js";
import { judgeMojibake } from "../wire/wire.mojibake.js";
import { readWireCopy } from "../wire/wire.text.js";

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
  /** What the copy's sender calls the story, the same in all its versions; null when the copy does not say. */
  readonly ownId: string | null;
}

/** What copy is read as: what was told, else what its beginning looks like. */
export function formatOf(content: string, format: ImportFormat | null | undefined): WireFormat {
  return format && format !== "AUTO" ? format : detectFormat(content);
}

/** Reads copy in any format. Opens no connection. Throws a WireCopyError with the line when it cannot be read. */
export function readAnyCopy({ content, format, headline, language }: Copy): ReadCopy {
  const kind = formatOf(content, format);
  const options = { headline: headline ?? undefined, language: language ?? undefined };
  if (kind !== "TEXT") return { format: kind, ...readDocument(kind, content, options) };
  const { repair, warnings } = judgeMojibake([content]);
  const story = readWireCopy(repair(content), options);
  return { format: kind, story: { ...story, warnings: [...warnings, ...story.warnings] }, ownId: null };
}

/** Controls of transmission and of printers, which are put right or dropped when lines are laid out. */
const DROPPED = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/**
 * Reads copy, or says in a ValidationError what is wrong with it and in which line. Opens no connection. Throws a
 * Withdrawal when the copy only takes a story back.
 */
export function readCopy(copy: Copy): ReadCopy | ValidationError {
  const { language } = copy;
  if (language && canonicalLanguage(language) === null)
    return fault(["input", "language"], `${JSON.stringify(language.slice(0, 80))} is not a language.`);
  // A document is cleaned when it has been read; of plain text, its characters are all there is.
  const isText = formatOf(copy.content, copy.format) === "TEXT";
  // Posts that were copied out of pages often leave a direction open.
  const content = isText ? copy.content.split("\n").map(closeDirections).join("\n") : copy.content;
  const broken = isText ? textFault(content.replace(DROPPED, "")) : null;
  if (broken !== null && !content.includes("\0")) return fault(["input", "content"], `The copy ${broken}.`);
  try {
    return readAnyCopy({ ...copy, content });
  } catch (error) {
    if (error instanceof WireCopyError && !(error instanceof Withdrawal))
      return fault(["input", "content"], `Line ${error.line}: ${error.message}`);
    throw error;
  }
}

function fault(path: readonly string[], message: string): ValidationError {
  return new ValidationError([new ValidationIssue(path, message)]);
}
