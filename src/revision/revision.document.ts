import type { DraftDocument } from "../draft/draft-document.js";

/** The parts of a revision's document that are read outside the database. */
export interface RevisionDocument extends DraftDocument {
  /** The names and texts of persons, posts, topics and images at that time, by key. */
  readonly names: Readonly<Record<string, string>>;
  /** The images as they were then; absent in revisions from before there were pictures. */
  readonly image?: readonly PastImage[];
}

/** The texts of an image at the moment of a revision. */
export interface PastImage {
  readonly id: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** The document of a revision and that of the previous one; null for the first revision. */
export interface ComparedDocuments {
  readonly before: RevisionDocument | null;
  readonly after: RevisionDocument;
}
