import type { DraftDocument } from "../draft/draft-document.js";

/** The document of a revision, as far as it is read outside the database. */
export interface RevisionDocument extends DraftDocument {
  /** What persons, posts and topics were called then, by key. */
  readonly names: Readonly<Record<string, string>>;
}

/** The document of a revision and that of the previous one; null for the first revision. */
export interface ComparedDocuments {
  readonly before: RevisionDocument | null;
  readonly after: RevisionDocument;
}
