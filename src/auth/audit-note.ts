import type { AuditNoteCode } from "./audit-note.type.js";

/** What the server itself notes about an act in the audit log, without the words of a language. */
export interface KeptNote {
  readonly code: AuditNoteCode;
  readonly words: readonly string[];
}

/** A note with its English sentence. */
export interface NotedSentence extends KeptNote {
  readonly sentence: string;
}

/** What the audit log keeps about an act: what the actor said, or a note of the server. */
export type AuditDetail = string | NotedSentence;

/** A note of the server, with its English sentence. */
export function noted(code: AuditNoteCode, words: readonly string[], sentence: string): NotedSentence {
  return { code, words, sentence };
}

/** The details as the audit log keeps them: as an English text, and as notes where the server says something. */
export function keptDetails(details: readonly AuditDetail[]): {
  readonly detail: string | null;
  readonly notes: readonly KeptNote[];
} {
  if (details.length === 0) return { detail: null, notes: [] };
  const detail = details.map((each) => (typeof each === "string" ? each : each.sentence)).join(" ");
  if (details.every((each) => typeof each === "string")) return { detail, notes: [] };
  const notes = details.map(
    (each): KeptNote =>
      typeof each === "string" ? { code: "SAID", words: [each] } : { code: each.code, words: each.words },
  );
  return { detail, notes };
}
