import { createHash } from "node:crypto";
import { encodeNodeId } from "../graphql/node-id.js";
import { foldQuotedWords } from "../quote/quote.words.js";
import type { WireStory } from "../wire/wire.story.js";

/** What tells a story when it comes again; hashes in hexadecimal. */
export interface ImportKeys {
  /**
   * Of its words, however its lines are broken and its quotation marks typed. Posts of which the copy holds only the
   * address tell it only where there are no words at all.
   */
  readonly ofText: string;
  /** Of the name that its sender gave it, in whatever version or words it comes; null when it has none. */
  readonly ofName: string | null;
}

/** Gives the keys of a story that its sender calls `ownId`. */
export function importKeysOf(story: WireStory, ownId: string | null): ImportKeys {
  return { ofText: hashOf(wordsOf(story)), ofName: ownId ? hashOf(`id\n${ownId}`) : null };
}

function wordsOf({ elements, headline }: WireStory): string {
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
  /** Whether the story was known by its sender's name for it, and not by its words. */
  readonly isOtherText: boolean;
}

/** Says as what something was imported before, in sentences that begin with what is said to have been imported. */
export function tellKnown(subject: "It" | "The story", known: KnownStory): string {
  const id = encodeNodeId("Article", known.articleId);
  if (known.isTrashed) return `${subject} was imported before and lies in the trash as ${id}; restore it.`;
  const killed = known.isKilled ? ", and was killed since" : "";
  const before = `${subject} was imported before, as ${id}${killed}; nothing was written.`;
  return known.isOtherText ? `${before} Its text differs from what was imported then.` : before;
}
