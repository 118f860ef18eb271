import { forbids } from "../auth/acts.js";
import type { Work } from "../auth/work.js";
import { UserError, ValidationError, ValidationIssue } from "../graphql/user-errors.js";
import { canonicalLanguage } from "@dateline/copy-reader/text";
import type { CopyReader, Unread } from "./copy-reader.js";
import { BusyError } from "./import.errors.js";
import { TAKES_BACK_UNKNOWN } from "./import.keys.js";
import { findWithdrawn } from "./import.known.service.js";
import type { PictureTools } from "./import.pictures.service.js";
import type { ImportedProposal } from "./import.proposals.js";
import { wordReasons } from "./import.reasons.js";
import type { WordedReason } from "./import.reason.type.js";
import { importStory } from "./import.service.js";
import { previewNothing } from "./import.preview.js";
import type { ImportPreview } from "./import.preview.type.js";
import type { ImportDecisionInput, ImportFormat } from "./import.type.js";
import type { Copy, CopyResult, WithdrawalResult } from "@dateline/copy-reader";

/** What imports are read and their pictures taken over with. */
export interface ImportTools {
  /** Reads copy beside the requests of readers. */
  readonly copyReader: CopyReader;
  readonly pictures: PictureTools;
}

/** What is needed to import copy that a caller sends. */
export interface ImportMeans extends ImportTools {
  readonly work: Work;
}

/** Copy that was sent in. */
export interface SentCopy extends Copy {
  /** Whether nothing is written. */
  readonly dryRun?: boolean | null | undefined;
  /** The place of the story where the copy holds several; absent where it holds one. */
  readonly story?: number | null | undefined;
  /** What an editor decided on what was read. */
  readonly decisions?: readonly ImportDecisionInput[] | null | undefined;
}

/** A proposal as the API has it. */
type ReportedProposal = Omit<ImportedProposal, "reasons"> & { readonly reasons: readonly WordedReason[] };

/** The result of importing copy. */
export interface ImportOutcome {
  /** The bare key; null when nothing was to be written. */
  readonly articleId: string | null;
  /** The bare key of the article that the story was before; null for a new story. */
  readonly knownId: string | null;
  readonly preview: ImportPreview;
  readonly report: {
    readonly format: ImportFormat;
    readonly language: string;
    readonly wasImportedBefore: boolean;
    readonly proposals: readonly ReportedProposal[];
    readonly warnings: readonly string[];
  };
}

/** The result of importing copy with several stories. */
export interface ImportOutcomes {
  /** In the order of the copy. */
  readonly items: readonly (ImportOutcome | UserError)[];
  /** Sentences on what of the copy is no story. */
  readonly warnings: readonly string[];
}

/** Reads copy of one story and, unless it is a dry run, writes it as a draft. */
export async function importCopy(means: ImportMeans, input: SentCopy): Promise<ImportOutcome | UserError> {
  const refused = refuseInput(means.work, input, "importArticle");
  if (refused) return refused;
  const { story } = input;
  const read = typeof story === "number" ? await readStory(means, input, story) : await means.copyReader.readOne(input);
  if (read instanceof UserError) return read;
  return isUnread(read) ? explainUnread(read) : importResult(means, read, input);
}

/** Reads one story of copy that may hold several. */
async function readStory(means: ImportMeans, input: SentCopy, story: number): Promise<CopyResult | Unread | UserError> {
  const read = await means.copyReader.readAll(input);
  if ("kind" in read) return read;
  const count = read.results.length;
  const message = `The content holds ${count} ${count === 1 ? "story" : "stories"}, which are counted from 0.`;
  return read.results[story] ?? new ValidationError([new ValidationIssue(["input", "story"], message)]);
}

/**
 * Reads each story of some copy and, unless it is a dry run, writes it as a draft in a transaction of its own: what is
 * wrong with one keeps no other.
 */
export async function importCopies(means: ImportMeans, input: SentCopy): Promise<ImportOutcomes | UserError> {
  const refused = refuseInput(means.work, input, "importArticles");
  if (refused) return refused;
  const read = await means.copyReader.readAll(input);
  if ("kind" in read) return explainUnread(read);
  if (read.results.length === 0) return faultOf(["The content holds no story.", ...read.warnings].join(" "));
  const items: (ImportOutcome | UserError)[] = [];
  // One after the other: a later story may name persons that an earlier one brings in.
  for (const result of read.results) items.push(await importResult(means, result, input));
  return { items, warnings: read.warnings };
}

function refuseInput(work: Work, { language }: SentCopy, act: "importArticle" | "importArticles"): UserError | null {
  const denied = forbids(work.actor, act);
  if (denied) return denied;
  if (!language || canonicalLanguage(language) !== null) return null;
  const message = `${JSON.stringify(language.slice(0, 80))} is not a language.`;
  return new ValidationError([new ValidationIssue(["input", "language"], message, { reason: "NOT_A_LANGUAGE" })]);
}

function isUnread(read: CopyResult | Unread): read is Unread {
  return read.kind === "busy" || read.kind === "timeout" || read.kind === "memory";
}

function explainUnread(unread: Unread): UserError {
  if (unread.kind === "busy")
    return new BusyError("The server is reading as much copy as it can; send the copy again in a moment.");
  const limit = unread.kind === "timeout" ? `longer than ${unread.timeoutMs} ms` : "more memory than is allowed";
  return faultOf(`Reading the content takes ${limit}, so it was cancelled; send its stories one by one.`);
}

function faultOf(message: string): ValidationError {
  return new ValidationError([new ValidationIssue(["input", "content"], message, { reason: "COPY_UNREADABLE" })]);
}

async function importResult(
  { work, pictures }: ImportMeans,
  read: CopyResult,
  input: SentCopy,
): Promise<ImportOutcome | UserError> {
  if (read.kind === "fault") return faultOf(read.line === null ? read.message : `Line ${read.line}: ${read.message}`);
  if (read.kind === "withdrawal") return takeBack(work, read, input);
  const { format, story, ownId } = read;
  const options = {
    headline: input.headline ?? undefined,
    ownId,
    isDryRun: input.dryRun ?? false,
    decisions: input.decisions ?? [],
    pictures,
  };
  const imported = await importStory(work, story, options);
  if (imported instanceof UserError) return imported;
  const { article, known, knownNotice, preview } = imported;
  const proposals = imported.proposals.map((each) => ({ ...each, reasons: wordReasons(each.reasons) }));
  const warnings = [...imported.warnings, ...(knownNotice === null ? [] : [knownNotice])];
  const report = { format, language: story.language, wasImportedBefore: known !== null, proposals, warnings };
  const articleId = options.isDryRun ? null : (article?.articleId ?? null);
  return { articleId, knownId: known === null ? null : known.articleId, report, preview };
}

/** Reports as what a story was imported that the copy only takes back. */
async function takeBack(
  work: Work,
  { format, ownId }: WithdrawalResult,
  { language, dryRun }: SentCopy,
): Promise<ImportOutcome | UserError> {
  const withdrawn = await findWithdrawn(work, ownId);
  if (!withdrawn) return faultOf(TAKES_BACK_UNKNOWN);
  const report = {
    format,
    language: language ?? "und",
    wasImportedBefore: true,
    proposals: [],
    warnings: [withdrawn.notice],
  };
  const knownId = withdrawn.known.articleId;
  return { articleId: dryRun ? null : knownId, knownId, report, preview: previewNothing(report.language) };
}
