import type { Work } from "../auth/work.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { UserError, ValidationError } from "../graphql/user-errors.js";
import { canonicalLanguage } from "@dateline/copy-reader/text";
import { formatTable } from "../lib/table.js";
import { UsageError } from "../lib/usage-error.js";
import { ImportFault } from "./import.files.js";
import { headlineOf } from "./import.headline.js";
import { isToBeKilled, type KnownStory, TAKES_BACK_UNKNOWN, describeKnown } from "./import.keys.js";
import { findWithdrawn } from "./import.known.service.js";
import { type ImportedStory, type ImportOptions, importStory } from "./import.service.js";
import { ImportFormat } from "./import.type.js";
import type { Copy, StoryResult } from "@dateline/copy-reader";

/** What is known of files before they are read. */
export interface FileOptions extends ImportOptions, Pick<Copy, "language" | "format"> {
  /** The encoding of the files, as the Encoding Standard names it; seen from the bytes where absent. */
  readonly encoding?: string | undefined;
}

/** The format that a word names, in whatever letters; UsageError when it is none. */
export function readFormat(word: string): ImportFormat {
  const name = word.toUpperCase().replaceAll("-", "_");
  const found = Object.values(ImportFormat).find((format) => format === name);
  if (found) return found;
  throw new UsageError(`--format is one of ${Object.values(ImportFormat).join(", ")}, not ${word}.`);
}

/** The encoding that a word names, as the Encoding Standard calls it; UsageError when it is none. */
export function readEncoding(word: string): string {
  try {
    return new TextDecoder(word).encoding;
  } catch {
    throw new UsageError(`--encoding is the name of an encoding such as windows-1251 or shift_jis, not ${word}.`);
  }
}

/** The language that a word names, as its tag is usually written; UsageError when it is none. */
export function readLanguage(word: string): string {
  const tag = canonicalLanguage(word);
  if (tag !== null) return tag;
  throw new UsageError(`--language is a tag such as en or de-AT, not ${word}.`);
}

/**
 * What became of a file: it was imported (or would be), it stays a draft against what was asked, it had been imported
 * before, in the same or other words, it was withdrawn from an article that readers see, or it cannot be imported.
 */
export type FileEnd = "imported" | "held" | "known" | "changed" | "withdrawn" | "failed";

/** The results that require action by a person. */
export const UNDONE: ReadonlySet<FileEnd> = new Set(["held", "withdrawn", "failed"]);

/** What a file became, for a person to read. */
export interface StoryReport {
  /** The table of what was read and why. */
  readonly table: string;
  /** One line on what was written. */
  readonly outcome: string;
  /** How many warnings the table ends with. */
  readonly warningCount: number;
  readonly end: FileEnd;
}

/** Imports a story that was read, or reports what importing it would do. Throws an ImportFault when it is refused. */
export async function reportStory(
  work: Work,
  label: string,
  read: StoryResult,
  options: FileOptions,
): Promise<StoryReport> {
  const result = await importStory(work, read.story, { ...options, ownId: read.ownId });
  if (result instanceof UserError) throw new ImportFault(`${label}: ${explain(result)}`);
  const { warnings } = result;
  const table = [tableOf(read, result, options), ...warnings.map((warning) => `! ${warning}`)].join("\n");
  return { table, outcome: outcomeOf(result, options), warningCount: warnings.length, end: endOf(result) };
}

/** Reports as what a story was imported that its sender only takes back. */
export async function reportTakenBack(work: Work, label: string, ownId: string): Promise<StoryReport> {
  const withdrawn = await findWithdrawn(work, ownId);
  if (!withdrawn) throw new ImportFault(`${label}: ${TAKES_BACK_UNKNOWN}`);
  const { known, notice } = withdrawn;
  const end = isToBeKilled(known, true) ? "withdrawn" : "known";
  return { table: "", outcome: notice, warningCount: 0, end };
}

/** Proposals are marked with a question mark. */
function tableOf({ format, story }: StoryResult, { proposals }: ImportedStory, options: FileOptions): string {
  const isFormatSet = options.format !== undefined && options.format !== null && options.format !== "AUTO";
  const rows = proposals.map(({ path, value, confidence, reason, isApplied }) => [
    isApplied ? path : `${path}?`,
    value,
    confidence.toFixed(2),
    reason,
  ]);
  const standIn = headlineOf(story, options.headline);
  const isStandIn = story.headline === null && options.headline === undefined;
  return formatTable(
    ["what", "value", "sure", "why"],
    [
      ["format", format, "", isFormatSet ? "It was set by --format." : "The copy looks like it."],
      ...(isStandIn ? [["headline", standIn, "", "The copy has none; the beginning of the text is used."]] : []),
      ...rows,
    ],
  );
}

function outcomeOf({ article, known, hold, isWithdrawn }: ImportedStory, { isPublished }: FileOptions): string {
  if (known)
    return `${describeKnown("It", known, isWithdrawn)}${isPublished ? explainUnpublished(known, isWithdrawn) : ""}`;
  if (hold !== null) return outcomeOfHeld(article, hold);
  const state = isPublished ? "published" : "a draft";
  if (!article) return `It would be ${state}; nothing was written.`;
  return `It is ${state} now: ${encodeNodeId("Article", article.articleId)}, version ${article.version}.`;
}

const UNPUBLISHED: Readonly<Record<string, string>> = {
  DRAFT: "is a draft",
  IN_REVIEW: "is in review",
  READY: "is ready",
  UNPUBLISHED: "was taken back",
};

/** Of a story that was to be published and is known, that it is not. */
function explainUnpublished({ state, isTrashed }: KnownStory, isWithdrawn: boolean): string {
  const what = UNPUBLISHED[state];
  if (what === undefined || isTrashed || isWithdrawn) return "";
  return ` The article ${what} and was not published; publish it with publishArticle.`;
}

function outcomeOfHeld(article: ImportedStory["article"], hold: string): string {
  if (!article) return `It would be held back as a draft, not published: ${hold} Nothing was written.`;
  const id = encodeNodeId("Article", article.articleId);
  return `It was held back and is a draft, not published, now: ${id}, version ${article.version}. ${hold}`;
}

function endOf({ known, hold, isWithdrawn }: ImportedStory): FileEnd {
  if (!known) return hold === null ? "imported" : "held";
  if (isToBeKilled(known, isWithdrawn)) return "withdrawn";
  return known.isOtherText ? "changed" : "known";
}

/** One line on what became of several files, or of the stories in them. */
export function summariseEnds(
  ends: readonly FileEnd[],
  isDryRun: boolean,
  what: "files" | "stories" = "files",
): string {
  const count = (end: FileEnd): number => ends.filter((each) => each === end).length;
  const imported = isDryRun ? "would be imported" : "imported";
  const rare = (end: FileEnd, words: string): string => (count(end) > 0 ? `, ${count(end)} ${words}` : "");
  const known = `${count("known")} known before${rare("changed", "known in another version")}`;
  const undone = `${rare("withdrawn", "withdrawn but published")}, ${count("failed")} failed`;
  return `${ends.length} ${what}: ${count("imported")} ${imported}${rare("held", "held back")}, ${known}${undone}.`;
}

function explain(error: UserError): string {
  if (!(error instanceof ValidationError)) return error.message;
  return error.issues.map(({ path, message }) => `${path.slice(1).join(".")}: ${message}`).join(" ");
}
