import { createHash } from "node:crypto";
import type { ArticleState } from "../draft/article.type.js";
import { encodeNodeId } from "../graphql/node-id.js";
import { foldQuotedWords } from "../quote-check/words.js";
import type { CopyStory } from "@dateline/copy-reader";

/** What identifies a story when it comes again; hashes in hexadecimal. */
export interface ImportKeys {
  /**
   * Of its words, however its lines are broken and its quotation marks typed. Posts of which the copy holds only the
   * address identify it only if there are no words at all.
   */
  readonly ofText: string;
  /** Hash of its sender's identifier, the same for every version and text; null without one. */
  readonly ofName: string | null;
}

/** Returns the keys of a story that its sender calls `ownId`. */
export function importKeysOf(story: CopyStory, ownId: string | null): ImportKeys {
  return { ofText: hashOf(wordsOf(story)), ofName: ownId ? nameKeyOf(ownId) : null };
}

/** Returns the key of a story that its sender calls `ownId`, whatever its text. */
export function nameKeyOf(ownId: string): string {
  return hashOf(`id\n${ownId}`);
}

function wordsOf({ elements, headline }: CopyStory): string {
  const worded = elements.filter(({ text }) => text !== "").map(({ text }) => foldQuotedWords(text));
  const addresses = elements.map((element) => (element.kind === "post" ? (element.url ?? "") : ""));
  return (worded.length > 0 ? worded : [headline ?? "", ...addresses]).join("\n");
}

/** The keys as a list, without what is not there. */
export function listKeys({ ofText, ofName }: ImportKeys): readonly string[] {
  return ofName === null ? [ofText] : [ofText, ofName];
}

function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** An article as which a story was imported before. */
export interface KnownStory {
  /** The bare key. */
  readonly articleId: string;
  readonly version: number;
  readonly isTrashed: boolean;
  readonly isKilled: boolean;
  /** Where it is in the workflow. */
  readonly state: ArticleState;
  /** Whether the story was known by its sender's name for it, and not by its words. */
  readonly isOtherText: boolean;
}

/**
 * Describes an earlier import, in sentences that begin with what was imported, and what
 * is to be done when its sender has withdrawn it or sent another version.
 */
export function describeKnown(subject: "It" | "The story", known: KnownStory, isWithdrawn: boolean): string {
  const id = encodeNodeId("Article", known.articleId);
  if (isWithdrawn) return describeWithdrawn(subject, known, id);
  if (known.isTrashed) return `${subject} was imported before and lies in the trash as ${id}; restore it.`;
  const killed = known.isKilled ? ", and was killed since" : "";
  const before = `${subject} was imported before, as ${id}${killed}; nothing was written.`;
  if (!known.isOtherText) return before;
  const what = `${before} Its text differs from what was imported then. A newer version came, or an older one late.`;
  return known.isKilled ? what : `${what} Nothing is overwritten; update the article by hand.`;
}

/** Reports that copy withdraws a story that was not imported. */
export const TAKES_BACK_UNKNOWN = "Its sender takes back a story that was not imported before; there is nothing to do.";

function describeWithdrawn(subject: string, { state, isTrashed, isKilled }: KnownStory, id: string): string {
  const before = `${subject} was withdrawn by its sender, and had been imported before as ${id}`;
  if (isTrashed) return `${before}, which lies in the trash; leave it there.`;
  if (isKilled) return `${before}, which was killed since; nothing was written.`;
  if (state === "PUBLISHED") return `${before}, which is published: kill it with killArticle. Nothing was written.`;
  if (state === "SCHEDULED")
    return `${before}, which is scheduled: take it back with unscheduleArticle. Nothing was written.`;
  return `${before}, which is not published; see that it is not. Nothing was written.`;
}

/** Whether readers see, or will see, what its sender has withdrawn. */
export function isToBeKilled(known: KnownStory, isWithdrawn: boolean): boolean {
  return isWithdrawn && (known.state === "PUBLISHED" || known.state === "SCHEDULED") && !known.isTrashed;
}
